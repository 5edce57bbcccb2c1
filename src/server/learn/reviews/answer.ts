import { isId } from '#domain/keys.ts'
import { findLesson } from '#domain/learn/course.ts'
import { criteriaOf, type FourLines, mayReview, type TickedLine, unanswered } from '#domain/learn/review.ts'
import { Conflict, NotAccepted, NotFound } from '#domain/problems.ts'
import { record } from '../../activity.ts'
import type { Scope } from '../../scope.ts'
import { addLearnerFact } from '../courses/facts.ts'
import { findCourse } from '../shelf.ts'
import { type ReadHandIn, readHandIns } from './hand-ins.ts'

export type Answering = FourLines & { answers: Record<string, boolean>; passed: boolean }

/** Finds what was handed in, for who may read it: whoever was asked, and who answered it. To all others it is not there. */
export async function findHandIn(home: Scope, id: string): Promise<ReadHandIn> {
  const handIn = isId(id) ? (await readHandIns(home, { id }))[0] : undefined
  if (!handIn || !(mayReview(home.member, handIn) || (await wasReviewedBy(home, id)))) throw new NotFound('There is no such hand-in.')
  return handIn
}

async function wasReviewedBy({ db, workspaceId, member }: Scope, handInId: string) {
  const mine = await db
    .selectFrom('lessonReviews')
    .select('at')
    .where(({ and }) => and({ workspaceId, handInId, reviewerId: member.id }))
    .executeTakeFirst()
  return mine !== undefined
}

/** Says what a person thinks of a hand-in, once. When they say that it passes, the learner has done the lesson. */
export async function answerHandIn(home: Scope, id: string, { answers, passed, ...lines }: Answering) {
  const handIn = await holdHandIn(home, id)
  const open = unanswered(handIn.ticked, answers)
  if (open.length)
    throw new NotAccepted(
      'Answer every line of the rubric.',
      open.map(({ id: line }) => ({ path: `answers.${line}`, message: 'Yes, or not yet?' })),
    )
  const said = handIn.ticked.map((line): TickedLine => ({ ...line, yes: answers[line.id]! }))
  await home.db
    .insertInto('lessonReviews')
    .values({
      workspaceId: home.workspaceId,
      reviewerId: home.member.id,
      handInId: handIn.id,
      passed,
      answers: JSON.stringify(said) as unknown as TickedLine[],
      ...lines,
      at: home.now(),
    })
    .execute()
  await record(home, {
    what: passed ? 'review.passed' : 'review.handed-back',
    kind: 'member',
    record: titled(home, handIn),
  })
  if (passed) await passLearner(home, handIn, said)
  return findHandIn(home, id)
}

/** Two people who answer at once, or a learner who hands in again meanwhile, wait for each other here. */
async function holdHandIn(home: Scope, id: string): Promise<ReadHandIn> {
  if (isId(id))
    await home.db.selectFrom('handIns').select('id').where('workspaceId', '=', home.workspaceId).where('id', '=', id).forUpdate().execute()
  const handIn = await findHandIn(home, id)
  if (handIn.state === 'replaced') throw new Conflict(`${handIn.learner} has handed in again since. Read the newer one.`)
  if (handIn.state !== 'waiting') throw new Conflict('This was answered already.')
  return handIn
}

function titled({ services }: Scope, { memberId, learner, courseId, lessonId }: ReadHandIn) {
  const course = findCourse(services, courseId)
  return { id: memberId, title: `${learner}: ${findLesson(course, lessonId)?.lesson.title ?? course.title}` }
}

/** The lesson is the learner's: what follows from the pass is written down in their name. */
async function passLearner(home: Scope, { memberId, learner, courseId, lessonId }: ReadHandIn, said: readonly TickedLine[]) {
  const theirs: Scope = { ...home, member: { id: memberId, name: learner, role: 'viewer' }, origin: 'system' }
  await addLearnerFact(theirs, findCourse(home.services, courseId), {
    kind: 'review',
    lessonId,
    at: home.now(),
    evidence: { by: home.member.name, criteria: criteriaOf(said) },
  })
}
