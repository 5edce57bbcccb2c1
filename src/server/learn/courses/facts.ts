import { sql } from 'kysely'
import type { Course, Lesson } from '#domain/learn/course.ts'
import { findLesson } from '#domain/learn/course.ts'
import { addFact, type Fact, type LessonFactKind, type Opening } from '#domain/learn/progress.ts'
import { record } from '../../activity.ts'
import type { Scope } from '../../scope.ts'

/** What a learner did, by course. Quiz attempts carry lesson ids only, so every course sees them all and counts its own. */
export type LearnerFacts = {
  of: (courseId: string) => Fact[]
  enrolledAt: (courseId: string) => Date | null
  openings: (courseId: string) => Opening[]
}

const mine = ({ workspaceId, member }: Scope) => ({ workspaceId, memberId: member.id })

export async function readFacts(scope: Scope, courseId?: string): Promise<LearnerFacts> {
  const ofCourse = courseId === undefined ? {} : { courseId }
  const completions = await readCompletions(scope, ofCourse)
  const attempts = await readAttempts(scope)
  const enrolments = await scope.db
    .selectFrom('enrolments')
    .select(['courseId', 'enrolledAt'])
    .where(({ and }) => and({ ...mine(scope), ...ofCourse }))
    .execute()
  const visits = await scope.db
    .selectFrom('lessonVisits')
    .select(['courseId', 'lessonId', 'anchor', 'at'])
    .where(({ and }) => and({ ...mine(scope), ...ofCourse }))
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
  return {
    of: (id) => [...completions.filter((row) => row.courseId === id).map(factFrom), ...attempts],
    enrolledAt: (id) => enrolments.find((row) => row.courseId === id)?.enrolledAt ?? null,
    openings: (id) => visits.filter((row) => row.courseId === id),
  }
}

type CompletionRow = { courseId: string; lessonId: string; courseVersion: number; rule: string; at: Date }

function readCompletions({ db, ...scope }: Scope, ofCourse: { courseId?: string }): Promise<CompletionRow[]> {
  return db
    .selectFrom('lessonCompletions')
    .select(['courseId', 'lessonId', 'courseVersion', 'rule', 'at'])
    .where(({ and }) => and({ ...mine({ db, ...scope }), ...ofCourse }))
    .orderBy('at')
    .execute()
}

async function readAttempts(scope: Scope): Promise<Fact[]> {
  const rows = await scope.db
    .selectFrom('quizAttempts')
    .select(['lessonId', 'score', 'at'])
    .where(({ and }) => and(mine(scope)))
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ kind: 'quiz', ...row }))
}

export function factFrom({ lessonId, courseVersion, rule, at }: CompletionRow): Fact {
  if (rule === 'course') return { kind: 'course', version: courseVersion, at }
  if (rule === 'module-known') return { kind: 'module-known', moduleId: lessonId, at }
  return { kind: rule as LessonFactKind, lessonId, at }
}

/** Idempotent: the first enrolment stands. */
export async function enrol(scope: Scope, course: Course) {
  const added = await scope.db
    .insertInto('enrolments')
    .values({ ...mine(scope), courseId: course.id, enrolledAt: scope.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('enrolledAt')
    .executeTakeFirst()
  if (added) await record(scope, aboutMe(scope, 'course.enrolled', course))
}

type Visit = { lessonId: string; anchor: string | null; awaitsCheck: boolean }

/** Remembers where somebody reads. Answers whether they had not opened the lesson before. */
export async function addVisit(scope: Scope, course: Course, visit: Visit) {
  await enrol(scope, course)
  const at = scope.now()
  const { anchor, awaitsCheck } = visit
  const { isFirst } = await scope.db
    .insertInto('lessonVisits')
    .values({ ...mine(scope), courseId: course.id, ...visit, at, openedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'memberId', 'courseId', 'lessonId']).doUpdateSet({ anchor, at, awaitsCheck }),
    )
    .returning(sql<boolean>`xmax = 0`.as('isFirst'))
    .executeTakeFirstOrThrow()
  return isFirst
}

/** Stores what was done and what follows from it; says in the journal what is passed or finished by it. Answers whether the fact was new. */
export async function addLearnerFact(scope: Scope, course: Course, { evidence = {}, ...fact }: Fact & { evidence?: unknown }) {
  await enrol(scope, course)
  const facts = (await readFacts(scope, course.id)).of(course.id)
  const stored: string[] = []
  for (const one of addFact(course, { facts }, fact))
    if (one.kind !== 'quiz' && (await storeFact(scope, course, { ...one, evidence }))) stored.push(one.kind)
  return stored.includes(fact.kind)
}

async function storeFact(scope: Scope, course: Course, { evidence, ...fact }: Exclude<Fact, { kind: 'quiz' }> & { evidence: unknown }) {
  const lessonId = 'lessonId' in fact ? fact.lessonId : fact.kind === 'course' ? course.id : fact.moduleId
  const added = await scope.db
    .insertInto('lessonCompletions')
    .values({
      ...mine(scope),
      courseId: course.id,
      lessonId,
      courseVersion: course.version,
      rule: fact.kind,
      evidence: JSON.stringify(evidence),
      at: fact.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('rule')
    .executeTakeFirst()
  if (!added) return false
  if (fact.kind === 'course') await record(scope, aboutMe(scope, 'course.finished', course))
  const lesson = findLesson(course, lessonId)?.lesson
  if (lesson && fact.kind === 'lesson') await record(scope, aboutMe(scope, 'lesson.completed', lesson))
  if (lesson && fact.kind === 'practice') await tellPassed(scope, course, lesson)
  return true
}

async function tellPassed(scope: Scope, course: Course, lesson: Lesson) {
  await record(scope, aboutMe(scope, 'practice.passed', lesson))
  await scope.db
    .updateTable('lessonVisits')
    .set({ awaitsCheck: false })
    .where(({ and }) => and({ ...mine(scope), courseId: course.id, lessonId: lesson.id }))
    .execute()
}

export function aboutMe({ member }: Scope, what: string, { title }: { title: string }) {
  return { what, kind: 'member' as const, record: { id: member.id, title: `${member.name}: ${title}` } }
}
