import { type HandInState, handInState, type TickedLine } from '#domain/learn/review.ts'
import type { Scope } from '../../scope.ts'

export type GivenReview = {
  by: string
  passed: boolean
  answers: TickedLine[]
  works: string
  missing: string
  question: string
  nextStep: string
  at: Date
}
export type ReadHandIn = {
  id: string
  memberId: string
  learner: string
  courseId: string
  lessonId: string
  text: string
  recordKey: string | null
  ticked: TickedLine[]
  askedId: string | null
  asked: string | null
  alone: boolean
  handedInAt: Date
  replacedAt: Date | null
  state: HandInState
  review: GivenReview | null
}

type Where = Partial<Record<'id' | 'memberId' | 'lessonId', string>>

/** What was handed in, the newest first, with what was said of it: whole, so for one lesson or one hand-in at a time. */
export async function readHandIns({ db, workspaceId }: Scope, where: Where): Promise<ReadHandIn[]> {
  let rows = handInsWithNames(db).where('h.workspaceId', '=', workspaceId)
  for (const [column, value] of Object.entries(where) as [keyof Where, string][]) rows = rows.where(`h.${column}`, '=', value)
  return (await rows.orderBy('h.handedInAt', 'desc').orderBy('h.id', 'desc').execute()).map(readRow)
}

/** Where all that was handed in for a course stands, without the words. */
export async function readHandInStates({ db, workspaceId }: Scope, courseId: string) {
  const rows = await handInsAnswered(db)
    .select(['h.memberId', 'h.lessonId', 'h.ticked', 'h.alone', 'h.replacedAt', 'r.passed', 'r.answers'])
    .where(({ and }) => and({ 'h.workspaceId': workspaceId, 'h.courseId': courseId }))
    .execute()
  return rows.map(({ memberId, lessonId, passed, answers, ...handIn }) => ({
    memberId,
    lessonId,
    state: handInState(handIn, passed === null ? null : { passed }),
    answers: answers ?? [],
  }))
}

function handInsAnswered(db: Scope['db']) {
  return db
    .selectFrom('handIns as h')
    .leftJoin('lessonReviews as r', (join) => join.onRef('r.workspaceId', '=', 'h.workspaceId').onRef('r.handInId', '=', 'h.id'))
}

function handInsWithNames(db: Scope['db']) {
  return handInsAnswered(db)
    .innerJoin('members as m', (join) => join.onRef('m.workspaceId', '=', 'h.workspaceId').onRef('m.id', '=', 'h.memberId'))
    .leftJoin('members as a', (join) => join.onRef('a.workspaceId', '=', 'h.workspaceId').onRef('a.id', '=', 'h.askedId'))
    .leftJoin('members as by', (join) => join.onRef('by.workspaceId', '=', 'r.workspaceId').onRef('by.id', '=', 'r.reviewerId'))
    .select(['h.id', 'h.memberId', 'm.name as learner', 'h.courseId', 'h.lessonId', 'h.text', 'h.recordKey', 'h.ticked', 'h.askedId'])
    .select(['a.name as asked', 'h.alone', 'h.handedInAt', 'h.replacedAt', 'by.name as by', 'r.passed', 'r.answers'])
    .select(['r.works', 'r.missing', 'r.question', 'r.nextStep', 'r.at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof handInsWithNames>['execute']>>[number]

function readRow({ by, passed, answers, works, missing, question, nextStep, at, ...handIn }: Row): ReadHandIn {
  const review = at ? ({ by, passed, answers, works, missing, question, nextStep, at } as GivenReview) : null
  return { ...handIn, state: handInState(handIn, review), review }
}
