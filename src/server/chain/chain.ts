import { Hono } from 'hono'
import { parseKey } from '#domain/keys.ts'
import { NotFound } from '#domain/problems.ts'
import { allow } from '../allow.ts'
import { evidenceFor } from '../customer/problems/evidence.ts'
import { allInside } from '../customer/problems/inside.ts'
import { findRecord } from '../records/records.ts'
import type { Env, Scope } from '../scope.ts'

type Link = { key: string; title: string; state: string }
export type Chain = {
  feedback: Link[]
  feedbackCount: number
  problems: Link[]
  bets: Link[]
  specs: Link[]
  launches: Link[]
  verdicts: Link[]
  plans: { bet: string; locked: boolean }[]
  decisions: Link[]
}

const chained = ['feedback', 'problem', 'bet', 'spec', 'launch', 'verdict', 'decision'] as const
type Chained = (typeof chained)[number]

/** The chain through one record, followed in both directions, and how we know. */
export const chain = new Hono<Env>()
  .get('/:key', allow('viewer', 'What is upstream and downstream of a record'), async (c) =>
    c.json(await chainOf(c.var.scope, c.req.param('key'))),
  )
  .get('/:key/evidence', allow('viewer', 'How do we know? The evidence behind a record, in the customers’ words'), async (c) =>
    c.json(await evidenceOf(c.var.scope, c.req.param('key'))),
  )

/** From any record go to its bets and problems; from those, everything else follows. */
async function chainOf(scope: Scope, key: string): Promise<Chain> {
  const ends = await endsOf(scope, key)
  const [feedback, problems, bets] = await Promise.all([
    feedbackOf(scope, ends),
    links(scope, 'problems', ends.problemIds),
    links(scope, 'bets', ends.betIds),
  ])
  const [specs, launches, verdicts, plans, decisions] = await Promise.all([
    ofBets(scope, 'specs', ends.betIds),
    ofBets(scope, 'launches', ends.betIds),
    verdictsOf(scope, ends.betIds),
    plansOf(scope, ends.betIds),
    decisionsOf(scope, ends.betIds),
  ])
  return { ...feedback, problems, bets, specs, launches, verdicts, plans, decisions }
}

async function evidenceOf(scope: Scope, key: string) {
  return evidenceFor(scope, (await endsOf(scope, key)).problemIds)
}

type Ends = { problemIds: string[]; betIds: string[]; feedbackId?: string }

async function endsOf(scope: Scope, key: string): Promise<Ends> {
  const kind = parseKey(key)?.kind
  if (!kind || !chained.includes(kind as Chained)) throw new NotFound('There is no such record in the chain.')
  const record = await findRecord(scope, kind as Chained, key)
  if (kind === 'feedback') return fromProblems(scope, await problemsOfFeedback(scope, record.id), record.id)
  if (kind === 'problem') return fromProblems(scope, [record.id])
  const betId = kind === 'bet' ? record.id : (record as unknown as { betId: string | null }).betId
  return betId ? { betIds: [betId], problemIds: await problemsOfBet(scope, betId) } : { betIds: [], problemIds: [] }
}

async function fromProblems(scope: Scope, problemIds: string[], feedbackId?: string): Promise<Ends> {
  if (problemIds.length === 0) return { problemIds, betIds: [], ...(feedbackId ? { feedbackId } : {}) }
  const rows = await scope.db
    .selectFrom('betProblems')
    .select('betId')
    .distinct()
    .where('workspaceId', '=', scope.workspaceId)
    .where('problemId', 'in', problemIds)
    .execute()
  return { problemIds, betIds: rows.map(({ betId }) => betId), ...(feedbackId ? { feedbackId } : {}) }
}

async function problemsOfFeedback({ db, workspaceId }: Scope, feedbackId: string) {
  const rows = await db
    .selectFrom('insights')
    .select('problemId')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('feedbackId', '=', feedbackId)
    .where('archivedAt', 'is', null)
    .execute()
  return rows.map(({ problemId }) => problemId)
}

async function problemsOfBet({ db, workspaceId }: Scope, betId: string) {
  const rows = await db
    .selectFrom('betProblems')
    .select('problemId')
    .where('workspaceId', '=', workspaceId)
    .where('betId', '=', betId)
    .orderBy('createdAt')
    .execute()
  return rows.map(({ problemId }) => problemId)
}

async function feedbackOf(scope: Scope, { problemIds, feedbackId }: Ends) {
  const { db, workspaceId } = scope
  if (feedbackId) {
    const one = await db
      .selectFrom('feedback')
      .select(['key', 'state'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', feedbackId)
      .executeTakeFirstOrThrow()
    return { feedback: [{ ...one, title: one.key }], feedbackCount: 1 }
  }
  if (problemIds.length === 0) return { feedback: [], feedbackCount: 0 }
  const rows = await db
    .selectFrom('insights')
    .innerJoin('feedback', (join) =>
      join.onRef('feedback.workspaceId', '=', 'insights.workspaceId').onRef('feedback.id', '=', 'insights.feedbackId'),
    )
    .where('insights.workspaceId', '=', workspaceId)
    .where('insights.problemId', 'in', await allInside(scope, problemIds))
    .where('insights.archivedAt', 'is', null)
    .where('feedback.archivedAt', 'is', null)
    .select(['feedback.key', 'feedback.state', 'feedback.saidAt'])
    .distinct()
    .orderBy('feedback.saidAt', 'desc')
    .execute()
  return { feedback: rows.slice(0, 20).map(({ key, state }) => ({ key, state, title: key })), feedbackCount: rows.length }
}

async function links({ db, workspaceId }: Scope, table: 'problems' | 'bets', ids: string[]): Promise<Link[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom(table)
    .select([`${table}.key`, `${table}.title`, `${table}.state`])
    .where(`${table}.workspaceId`, '=', workspaceId)
    .where(`${table}.id`, 'in', ids)
    .where(`${table}.archivedAt`, 'is', null)
    .execute()
}

async function ofBets({ db, workspaceId }: Scope, table: 'specs' | 'launches', betIds: string[]): Promise<Link[]> {
  if (betIds.length === 0) return []
  return db
    .selectFrom(table)
    .select([`${table}.key`, `${table}.title`, `${table}.state`])
    .where(`${table}.workspaceId`, '=', workspaceId)
    .where(`${table}.betId`, 'in', betIds)
    .where(`${table}.archivedAt`, 'is', null)
    .execute()
}

async function verdictsOf({ db, workspaceId }: Scope, betIds: string[]): Promise<Link[]> {
  if (betIds.length === 0) return []
  const rows = await db
    .selectFrom('verdicts')
    .distinctOn('betId')
    .select(['betId', 'key', 'state', 'sentence as title'])
    .where('workspaceId', '=', workspaceId)
    .where('betId', 'in', betIds)
    .where('archivedAt', 'is', null)
    .orderBy('betId')
    .orderBy('createdAt', 'desc')
    .execute()
  return rows.map(({ betId: _bet, ...verdict }) => verdict)
}

async function plansOf({ db, workspaceId }: Scope, betIds: string[]) {
  if (betIds.length === 0) return []
  const rows = await db
    .selectFrom('successPlans')
    .innerJoin('bets', (join) =>
      join.onRef('bets.workspaceId', '=', 'successPlans.workspaceId').onRef('bets.id', '=', 'successPlans.betId'),
    )
    .where('successPlans.workspaceId', '=', workspaceId)
    .where('successPlans.archivedAt', 'is', null)
    .where('successPlans.betId', 'in', betIds)
    .select(['bets.key as bet', 'successPlans.lockedAt'])
    .execute()
  return rows.map(({ bet, lockedAt }) => ({ bet, locked: lockedAt !== null }))
}

async function decisionsOf({ db, workspaceId }: Scope, betIds: string[]): Promise<Link[]> {
  if (betIds.length === 0) return []
  return db
    .selectFrom('decisions')
    .select(['key', 'question as title', 'state'])
    .where('workspaceId', '=', workspaceId)
    .where('betId', 'in', betIds)
    .where('archivedAt', 'is', null)
    .execute()
}
