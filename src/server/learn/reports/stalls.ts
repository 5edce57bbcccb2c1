import { type Course, lessonsOf } from '#domain/learn/course.ts'
import { stallsOf } from '#domain/learn/stall.ts'
import type { Scope } from '../../scope.ts'
import type { Checked } from '../practice/practice-results.ts'
import { readHandInStates } from '../reviews/hand-ins.ts'

/** Where people stall in a course. Counts and medians only: nobody is named. */
export async function findStalls(home: Scope, course: Course) {
  const lessonIds = lessonsOf(course).map(({ id }) => id)
  const { db, workspaceId } = home
  const counted = await countPeople(home, course)
  if (!lessonIds.length) return { ...counted, lessons: [] }
  const openings = await db
    .selectFrom('lessonVisits')
    .select(['memberId', 'lessonId', 'openedAt'])
    .where(({ and }) => and({ workspaceId, courseId: course.id }))
    .execute()
  const completions = await db
    .selectFrom('lessonCompletions')
    .select(['memberId', 'lessonId', 'at'])
    .where(({ and }) => and({ workspaceId, courseId: course.id, rule: 'lesson' }))
    .execute()
  const attempts = await db
    .selectFrom('quizAttempts')
    .select(['memberId', 'lessonId', 'score'])
    .where('workspaceId', '=', workspaceId)
    .where('lessonId', 'in', lessonIds)
    .orderBy('at')
    .execute()
  const recalls = await db
    .selectFrom('recallAnswers')
    .select(['memberId', 'lessonId', 'questionId', 'isRight'])
    .where(({ and }) => and({ workspaceId, courseId: course.id }))
    .execute()
  const checks = await readChecks(home, lessonIds)
  const handIns = await readHandInStates(home, course.id)
  return { ...counted, lessons: stallsOf(course, { openings, completions, attempts, checks, recalls, handIns }) }
}

async function readChecks({ db, workspaceId }: Scope, lessonIds: readonly string[]) {
  const rows = await db
    .selectFrom('practiceResults')
    .select(['memberId', 'lessonId', 'result'])
    .where('workspaceId', '=', workspaceId)
    .where('lessonId', 'in', lessonIds)
    .execute()
  return rows.map(({ result, ...row }) => ({ ...row, criteria: (result as Checked).criteria }))
}

async function countPeople({ db, workspaceId }: Scope, { id }: Course) {
  const count = async (table: 'enrolments' | 'lessonCompletions', rule: { rule?: string }) => {
    const { people } = await db
      .selectFrom(table as 'lessonCompletions')
      .select(({ fn }) => fn.countAll<string>().as('people'))
      .where(({ and }) => and({ workspaceId, courseId: id, ...rule }))
      .executeTakeFirstOrThrow()
    return Number(people)
  }
  return { enrolled: await count('enrolments', {}), finished: await count('lessonCompletions', { rule: 'course' }) }
}
