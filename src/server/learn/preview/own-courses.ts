import { join } from 'node:path'
import type { Course } from '#domain/learn/course.ts'
import { lessonsOf } from '#domain/learn/course.ts'
import type { Fault } from '#domain/learn/fault.ts'
import { lintCourseFiles } from '#domain/learn/lint-courses.ts'
import { parseCourses } from '#domain/learn/parse-courses.ts'
import type { Services } from '../../services.ts'
import { courseFolderMark, readCourseFiles } from '../read-courses.ts'

/** A folder of the company's own, as its author sees it: what of it can be read, and what is to be put right. */
export type OwnFolder = { folder: string; course: Course | null; faults: Fault[] }
export type OwnCourses = { mark: string; folders: OwnFolder[] }

const known = new Map<string, OwnCourses>()

/** Read again only when a file was added, removed or written; `mark` then changes. */
export function readOwnCourses({ folder }: Pick<Services, 'folder'>): OwnCourses {
  const place = join(folder, 'courses')
  const mark = courseFolderMark(place)
  const before = known.get(place)
  if (before?.mark === mark) return before
  const read = { mark, folders: readFolders(place) }
  known.set(place, read)
  return read
}

function readFolders(place: string): OwnFolder[] {
  const files = readCourseFiles(place)
  const courses = new Map(parseCourses(files).courses.map(({ course }) => [course.folder, course]))
  const faults = lintCourseFiles(files)
  const folders = [
    ...new Set([...courses.keys(), ...files.map(({ path }) => path.split('/')[0]!).filter((name) => hasFolder(name, files))]),
  ]
  return folders.sort().map((folder) => {
    const outline = files.some(({ path }) => path === `${folder}/course.yaml`)
    const missing: Fault[] = outline
      ? []
      : [{ file: `${folder}/course.yaml`, line: 1, say: 'A folder becomes a course with a “course.yaml” in it.' }]
    return {
      folder,
      course: courses.get(folder) ?? null,
      faults: [...missing, ...faults.filter(({ file }) => file.startsWith(`${folder}/`))],
    }
  })
}

const hasFolder = (name: string, files: readonly { path: string }[]) => files.some(({ path }) => path.startsWith(`${name}/`))

export function showOwnCourses(services: Pick<Services, 'folder'>) {
  const rows = readOwnCourses(services).folders.map(({ folder, course, faults }) => ({
    folder,
    id: course?.id ?? null,
    title: course?.title ?? folder,
    version: course?.version ?? null,
    lessonCount: course ? lessonsOf(course).length : 0,
    faults,
  }))
  return { rows }
}
