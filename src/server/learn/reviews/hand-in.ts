import { uuidv7 } from 'uuidv7'
import { parseKey } from '#domain/keys.ts'
import type { Course, Lesson } from '#domain/learn/course.ts'
import { criteriaOf, handInState, type TickedLine, tickLines } from '#domain/learn/review.ts'
import { Conflict, NotAccepted, NotFound } from '#domain/problems.ts'
import { record } from '../../activity.ts'
import { findAnyRecord } from '../../records/any-record.ts'
import type { Scope } from '../../scope.ts'
import { aboutMe, addLearnerFact, enrol, readFacts } from '../courses/facts.ts'
import { hasLead, listReviewers, type Reviewer } from './reviewers.ts'

export type HandingIn = { text: string; record: string | null; ticked: readonly string[]; askedId: string | null }
type Place = { course: Course; lesson: Lesson }

/** Hands in what a person is to read. What waited before is replaced by it; where nobody else is there, the learner's own check finishes it. */
export async function handIn(home: Scope, place: Place, { text, record: key, ticked, askedId }: HandingIn) {
  const { course, lesson } = place
  if (!lesson.rubric.length) throw new Conflict('Nothing is handed in for this lesson.')
  await replaceWaiting(home, place)
  await refuseAfterPass(home, place)
  const reviewers = await listReviewers(home)
  const alone = reviewers.length === 0
  if (!alone) refuseUnasked(reviewers, askedId)
  const recordKey = await keyOfRecord(home, key)
  const lines = tickLines(lesson.rubric, new Set(ticked))
  await enrol(home, course)
  const handedInAt = home.now()
  const who = { workspaceId: home.workspaceId, memberId: home.member.id, courseId: course.id, lessonId: lesson.id }
  const row = { ...who, id: uuidv7(), text, recordKey, askedId: alone ? null : askedId, alone, handedInAt, replacedAt: null }
  await home.db
    .insertInto('handIns')
    .values({ ...row, ticked: JSON.stringify(lines) as unknown as TickedLine[] })
    .execute()
  if (alone) await finishAlone(home, place, lines)
  else await record(home, aboutMe(home, 'review.asked', lesson))
  return { id: row.id, state: handInState({ ...row, ticked: lines }, null) }
}

async function refuseAfterPass(home: Scope, { course, lesson }: Place) {
  const facts = (await readFacts(home, course.id)).of(course.id)
  if (facts.some((fact) => fact.kind === 'review' && fact.lessonId === lesson.id))
    throw new Conflict('This has passed already. Nothing more needs to be handed in.')
}

function refuseUnasked(reviewers: readonly Reviewer[], askedId: string | null) {
  if (askedId === null ? hasLead(reviewers) : reviewers.some(({ id }) => id === askedId)) return
  const message = askedId === null ? 'Name somebody: nobody here leads others.' : 'Ask another member of this workspace who can sign in.'
  throw new NotAccepted(message, [{ path: 'askedId', message }])
}

async function keyOfRecord(home: Scope, key: string | null) {
  if (key === null) return null
  const keyed = parseKey(key)
  try {
    if (!keyed) throw new NotFound('There is no such record.')
    await findAnyRecord(home, keyed.kind, keyed.key)
    return keyed.key
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    const message = 'There is no record with this key here. A key looks like BET-7.'
    throw new NotAccepted(message, [{ path: 'record', message }])
  }
}

/** Holds what waits first: whoever is answering it now has then either passed it, or hears that there is a newer one. */
async function replaceWaiting(home: Scope, { lesson }: Place) {
  await home.db
    .updateTable('handIns')
    .set({ replacedAt: home.now() })
    .where(({ and }) => and({ workspaceId: home.workspaceId, memberId: home.member.id, lessonId: lesson.id }))
    .where('replacedAt', 'is', null)
    .execute()
}

async function finishAlone(home: Scope, { course, lesson }: Place, lines: readonly TickedLine[]) {
  if (!lines.every(({ yes }) => yes)) return
  const isNew = await addLearnerFact(home, course, {
    kind: 'self-check',
    lessonId: lesson.id,
    at: home.now(),
    evidence: { by: null, criteria: criteriaOf(lines) },
  })
  if (isNew) await record(home, aboutMe(home, 'review.self-checked', lesson))
}
