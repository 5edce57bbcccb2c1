import { sql } from 'kysely'
import { type Course, findLesson, lessonsOf } from '#domain/learn/course.ts'
import { reviewKinds } from '#domain/learn/progress.ts'
import { isAtLeast } from '#domain/member.ts'
import type { Scope } from '../../scope.ts'
import { listCourses } from '../shelf.ts'

/** More than one person gets through; those who have waited longest stand first. */
const MOST = 200

export type WaitingReview = {
  id: string
  kind: 'to-read' | 'handed-back'
  courseId: string
  courseTitle: string
  lessonId: string
  lessonTitle: string
  /** Who handed it in, or who handed it back. */
  name: string
  nextStep: string | null
  at: Date
}

/** What waits for me: hand-ins to read, and mine that came back. Every page counts it, so without what was written. */
export async function listReviews(home: Scope, most = MOST): Promise<WaitingReview[]> {
  const find = titlesOf(listCourses(home.services))
  const toRead = (await readToRead(home, most)).map((row) => ({ ...row, kind: 'to-read' as const, nextStep: null }))
  const back = (await readHandedBack(home, most)).map((row) => ({ ...row, kind: 'handed-back' as const }))
  const rows = [...toRead, ...back].flatMap((row) => {
    const titles = find(row.courseId, row.lessonId)
    return titles ? [{ ...row, ...titles }] : []
  })
  return rows.slice(0, most)
}

/** For this member, or for nobody by name where they lead; from members who are still here. */
function readToRead(home: Scope, most: number) {
  const { member } = home
  return newest(home)
    .innerJoin('members as m', (join) => join.onRef('m.workspaceId', '=', 'h.workspaceId').onRef('m.id', '=', 'h.memberId'))
    .leftJoin('lessonReviews as r', (join) => join.onRef('r.workspaceId', '=', 'h.workspaceId').onRef('r.handInId', '=', 'h.id'))
    .select(['m.name', 'h.handedInAt as at'])
    .where('h.alone', '=', false)
    .where('r.at', 'is', null)
    .where('m.removedAt', 'is', null)
    .where('h.memberId', '!=', member.id)
    .where(({ or, eb }) => or([eb('h.askedId', '=', member.id), ...(isAtLeast(member, 'maker') ? [eb('h.askedId', 'is', null)] : [])]))
    .orderBy('h.handedInAt')
    .orderBy('h.id')
    .limit(most)
    .execute()
}

/** Mine whose latest answer was not yet, until I hand in again. A lesson that passed at any time asks for no more. */
function readHandedBack(home: Scope, most: number) {
  return newest(home)
    .innerJoin('lessonReviews as r', (join) => join.onRef('r.workspaceId', '=', 'h.workspaceId').onRef('r.handInId', '=', 'h.id'))
    .innerJoin('members as by', (join) => join.onRef('by.workspaceId', '=', 'r.workspaceId').onRef('by.id', '=', 'r.reviewerId'))
    .select(['by.name', 'r.nextStep', 'r.at'])
    .where('h.memberId', '=', home.member.id)
    .where('r.passed', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('lessonCompletions as c')
            .select('c.at')
            .whereRef('c.workspaceId', '=', 'h.workspaceId')
            .whereRef('c.memberId', '=', 'h.memberId')
            .whereRef('c.lessonId', '=', 'h.lessonId')
            .where('c.rule', 'in', reviewKinds),
        ),
      ),
    )
    .orderBy('r.at', 'desc')
    .limit(most)
    .execute()
}

/** The latest hand-ins, each of a learner and a lesson. Of a lesson that left the shelf nothing is asked any more. */
function newest({ db, workspaceId, services }: Scope) {
  const onShelf = listCourses(services).flatMap((course) => lessonsOf(course).map(({ id }) => id))
  return db
    .selectFrom('handIns as h')
    .select(['h.id', 'h.courseId', 'h.lessonId'])
    .where('h.workspaceId', '=', workspaceId)
    .where('h.replacedAt', 'is', null)
    .where(sql<boolean>`h.lesson_id = any(${onShelf}::text[])`)
}

function titlesOf(courses: readonly Course[]) {
  return (courseId: string, lessonId: string) => {
    const course = courses.find(({ id }) => id === courseId)
    const lesson = course && findLesson(course, lessonId)?.lesson
    return lesson && { courseTitle: course.title, lessonTitle: lesson.title }
  }
}
