import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Course, findLesson } from '#domain/learn/course.ts'
import { faultLine } from '#domain/learn/fault.ts'
import { parseCourses } from '#domain/learn/parse-courses.ts'
import { NotFound } from '#domain/problems.ts'
import type { Services } from '../services.ts'
import { courseFolderMark, readCourseFiles } from './read-courses.ts'

export const BUILT_IN_COURSES = fileURLToPath(new URL('../../../courses', import.meta.url))

type Shelf = { mark: string; courses: Course[] }
const shelves = new Map<string, Shelf>()

/** All courses: ours, and the company's own from `courses` in the data folder. One with the id of ours takes its place. */
export function listCourses(services: Pick<Services, 'folder' | 'log'>): Course[] {
  const folders = [BUILT_IN_COURSES, join(services.folder, 'courses')]
  const byId = new Map(folders.flatMap((folder) => shelfOf(folder, services)).map((course) => [course.id, course]))
  return [...byId.values()]
}

/** Parsed again only when a file has changed, so an author sees an edit on the next page. */
function shelfOf(folder: string, { log }: Pick<Services, 'log'>): Course[] {
  const mark = courseFolderMark(folder)
  const known = shelves.get(folder)
  if (known?.mark === mark) return known.courses
  const { courses, faults } = parseCourses(readCourseFiles(folder))
  for (const fault of faults) log.warn({ course: faultLine(fault) }, 'A course file needs attention')
  const shelf = { mark, courses: courses.map(({ course }) => course) }
  shelves.set(folder, shelf)
  return shelf.courses
}

export function findCourse(services: Pick<Services, 'folder' | 'log'>, courseId: string) {
  const course = listCourses(services).find(({ id, folder }) => id === courseId || folder === courseId)
  if (!course) throw new NotFound('There is no such course.')
  return course
}

export function findLessonIn(course: Course, lessonId: string) {
  const found = findLesson(course, lessonId)
  if (!found) throw new NotFound('There is no such lesson in this course.')
  return found
}
