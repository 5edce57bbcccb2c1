import type { Course } from '#domain/learn/course.ts'
import type { Fact } from '#domain/learn/progress.ts'
import type { Scope } from '../scope.ts'
import { factFrom } from './courses/facts.ts'

/** A workspace to look at, with or without somebody who asks. */
export type Own = Pick<Scope, 'db' | 'workspaceId' | 'now' | 'services'>

/** What one learner of a workspace did, by course. */
export type LearnerRecord = {
  id: string
  name: string
  email: string | null
  enrolments: { courseId: string; enrolledAt: Date }[]
  factsOf: (courseId: string) => Fact[]
}

type Of = { memberIds?: readonly string[]; courseId?: string }

/** Everybody who takes a course, with all they did: four questions to Postgres however many they are. */
export async function readLearners(scope: Own, of: Of = {}): Promise<LearnerRecord[]> {
  if (of.memberIds?.length === 0) return []
  const { db, workspaceId } = scope
  let members = db
    .selectFrom('members')
    .select(['id', 'name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
  if (of.memberIds) members = members.where('id', 'in', of.memberIds)
  const people = await members.orderBy('name').orderBy('id').execute()
  const enrolments = groupBy(await readEnrolments(scope, of))
  const completions = groupBy(await readCompletions(scope, of))
  const attempts = groupBy(await readAttempts(scope, of))
  return people.flatMap((person) => {
    const taken = enrolments(person.id)
    const quizzes = attempts(person.id).map(({ lessonId, score, at }): Fact => ({ kind: 'quiz', lessonId, score, at }))
    const done = completions(person.id)
    const factsOf = (courseId: string) => [...done.filter((row) => row.courseId === courseId).map(factFrom), ...quizzes]
    return taken.length ? [{ ...person, enrolments: taken, factsOf }] : []
  })
}

function readEnrolments({ db, workspaceId }: Own, of: Of) {
  let rows = db.selectFrom('enrolments').select(['memberId', 'courseId', 'enrolledAt']).where('workspaceId', '=', workspaceId)
  if (of.courseId) rows = rows.where('courseId', '=', of.courseId)
  if (of.memberIds) rows = rows.where('memberId', 'in', of.memberIds)
  return rows.orderBy('enrolledAt').execute()
}

function readCompletions({ db, workspaceId }: Own, of: Of) {
  let rows = db
    .selectFrom('lessonCompletions')
    .select(['memberId', 'courseId', 'lessonId', 'courseVersion', 'rule', 'at'])
    .where('workspaceId', '=', workspaceId)
  if (of.courseId) rows = rows.where('courseId', '=', of.courseId)
  if (of.memberIds) rows = rows.where('memberId', 'in', of.memberIds)
  return rows.orderBy('at').execute()
}

function readAttempts({ db, workspaceId }: Own, of: Of) {
  let rows = db.selectFrom('quizAttempts').select(['memberId', 'lessonId', 'score', 'at']).where('workspaceId', '=', workspaceId)
  if (of.memberIds) rows = rows.where('memberId', 'in', of.memberIds)
  return rows.orderBy('at').execute()
}

function groupBy<Row extends { memberId: string }>(rows: readonly Row[]) {
  const groups = Map.groupBy(rows, ({ memberId }) => memberId)
  return (memberId: string) => groups.get(memberId) ?? []
}

/** Which course a record speaks of; one that left the shelf is not spoken of. */
export const courseOf = (courses: readonly Course[]) => {
  const byId = new Map(courses.map((course) => [course.id, course]))
  return (courseId: string) => byId.get(courseId)
}
