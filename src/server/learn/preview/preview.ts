import { type Lesson, questionsOf } from '#domain/learn/course.ts'
import type { Fault } from '#domain/learn/fault.ts'
import { passMarkOf } from '#domain/learn/pass-mark.ts'
import { checkPractice, type PracticeResult } from '#domain/learn/practice.ts'
import type { PracticeCheck } from '#domain/learn/practice-check.ts'
import { type Answers, markQuiz } from '#domain/learn/quiz.ts'
import { Conflict, NotFound } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import type { Services } from '../../services.ts'
import { collectRecords } from '../practice/collect-records.ts'
import { inPracticePlaces } from '../practice/practice-places.ts'
import { findCourse, findLessonIn } from '../shelf.ts'
import { type OwnFolder, readOwnCourses } from './own-courses.ts'

export type Previewed = OwnFolder & { mark: string }

/** A course as its author left it a moment ago. Own folders come first, also those of which nothing can be read yet. */
export function findPreviewed(services: Services, courseId: string): Previewed {
  const { mark, folders } = readOwnCourses(services)
  const own = folders.find(({ folder, course }) => folder === courseId || course?.id === courseId)
  if (own) return { ...own, mark }
  const course = findCourse(services, courseId)
  return { folder: course.folder, course, faults: [], mark: '' }
}

/** The whole course in lines, with the faults beside the lessons they are in. */
export function showPreview({ folder, course, faults, mark }: Previewed) {
  return {
    folder,
    title: course?.title ?? folder,
    summary: course?.summary ?? '',
    mark,
    faults,
    modules: (course?.modules ?? []).map(({ id, title, lessons }) => ({
      id,
      title,
      lessons: lessons.map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        kind: lesson.kind,
        minutes: lesson.minutes,
        faultCount: faultsOf(lesson, { folder, faults }).length,
      })),
    })),
  }
}

const checkFile = ({ file }: Lesson) => file.replace(/\.md$/, '.check.yaml')

function faultsOf(lesson: Lesson, { folder, faults }: { folder: string; faults: readonly Fault[] }) {
  return faults.filter(({ file }) => file === `${folder}/${lesson.file}` || file === `${folder}/${checkFile(lesson)}`)
}

export function findPreviewedLesson(previewed: Previewed, lessonId: string) {
  if (!previewed.course) throw new NotFound('Nothing of this course can be read yet. Put its course.yaml in order first.')
  return { course: previewed.course, ...findLessonIn(previewed.course, lessonId) }
}

/** A lesson as learners will see it, and what they see only later: the hints. */
export async function showPreviewedLesson(home: Scope, previewed: Previewed, lessonId: string) {
  const { course, lesson, module } = findPreviewedLesson(previewed, lessonId)
  const { showLesson } = await import('../courses/lesson-html.ts')
  const { id, title, kind, minutes, optional, sources, rubric } = lesson
  return {
    id,
    title,
    kind,
    minutes,
    optional,
    sources,
    rubric,
    language: lesson.language ?? course.language,
    module: module.title,
    pass: passMarkOf(lesson),
    faults: faultsOf(lesson, previewed),
    ...showLesson(course, lesson, `${home.member.id}:${id}`),
    practice: lesson.practice && { hints: lesson.practice.hints, reflect: lesson.practice.reflect ?? null },
  }
}

export function markPreviewedQuiz(lesson: Lesson, answers: Answers) {
  const questions = questionsOf(lesson)
  if (!questions.length) throw new Conflict('This lesson asks no questions.')
  return markQuiz(questions, answers)
}

export type PlaceChecked = PracticeResult & { workspace: string }

/** Runs the check over all the author ever made, in each place a learner could do it. Nothing is kept, and a check with faults is not run. */
export async function checkPreviewed(home: Scope, { folder, faults }: Previewed, lesson: Lesson): Promise<PlaceChecked[]> {
  const check = lesson.practice
  if (!check) throw new Conflict('This lesson has no practice.')
  if (faults.some(({ file }) => file === `${folder}/${checkFile(lesson)}`))
    throw new Conflict('Put the check file in order first; then it can be run.')
  return inPracticePlaces(home, check, (place) => checkIn(place, check))
}

async function checkIn(scope: Scope, check: PracticeCheck): Promise<PlaceChecked> {
  const records = await collectRecords(scope, check, { learnerId: scope.member.id, enrolledAt: new Date(0) })
  return { ...checkPractice(check, records), workspace: scope.workspace.name }
}
