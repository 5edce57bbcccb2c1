import type { z } from 'zod'
import { type BetChanges, type BetPlace, gapsOf, hypothesisOf, type NewBet, nextStates, positionBetween } from '#domain/business/bet.ts'
import type { Horizon } from '#domain/business/bet-states.ts'
import { Conflict } from '#domain/problems.ts'
import { record } from '../../activity.ts'
import { evidenceFor, strengthOf } from '../../customer/problems/evidence.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, editableRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'

type Bet = RecordOf<'bet'>
const listed = [
  'id',
  'key',
  'title',
  'doing',
  'forWhom',
  'willChange',
  'because',
  'metricId',
  'reach',
  'impact',
  'confidence',
  'effort',
  'horizon',
  'quarter',
  'position',
  'state',
  'stateReason',
  'learned',
  'launchedAt',
  'ownerId',
  'version',
  'createdAt',
  'updatedAt',
] as const

export function betsIn({ db, workspaceId }: Scope) {
  return db.selectFrom('bets').where('bets.workspaceId', '=', workspaceId).where('bets.archivedAt', 'is', null)
}

/** All bets in roadmap order, each with its evidence and its gaps. */
export async function listBets(scope: Scope) {
  const bets = await betsIn(scope).select(listed).orderBy('position').orderBy('id').execute()
  return withGaps(scope, bets)
}

async function withGaps<B extends Pick<Bet, (typeof listed)[number]>>(scope: Scope, bets: B[]) {
  const facts = await chainFacts(
    scope,
    bets.map(({ id }) => id),
  )
  return bets.map((bet) => {
    const { problems, strength, plan, verdict } = facts.get(bet.id)!
    const evidence = strength.level
    return {
      ...bet,
      problems,
      evidence: { level: evidence, bars: strength.bars, sources: strength.supporting },
      verdict,
      checkDate: plan?.checkDate ?? null,
      gaps: gapsOf({ ...bet, problems: problems.length, evidence, hasPlan: plan !== undefined, hasVerdict: Boolean(verdict) }),
    }
  })
}

/** What hangs on each bet along the chain. */
async function chainFacts(scope: Scope, betIds: string[]) {
  const [problems, plans, verdicts] = await Promise.all([problemsOf(scope, betIds), plansOf(scope, betIds), verdictsOf(scope, betIds)])
  const strengths = await strengthOf(scope, [...new Set(problems.map(({ id }) => id))])
  const none = { level: 'none' as const, bars: 0, supporting: 0, score: 0 }
  return new Map(
    betIds.map((id) => {
      const own = problems.filter(({ betId }) => betId === id)
      const strength = own.map((problem) => strengths.get(problem.id)!).sort((a, b) => b.score - a.score)[0] ?? none
      return [
        id,
        {
          problems: own.map(({ betId: _bet, ...problem }) => problem),
          strength,
          plan: plans.get(id),
          verdict: verdicts.get(id) ?? null,
        },
      ]
    }),
  )
}

async function problemsOf({ db, workspaceId }: Scope, betIds: string[]) {
  if (betIds.length === 0) return []
  return db
    .selectFrom('betProblems')
    .innerJoin('problems', (join) =>
      join.onRef('problems.workspaceId', '=', 'betProblems.workspaceId').onRef('problems.id', '=', 'betProblems.problemId'),
    )
    .where('betProblems.workspaceId', '=', workspaceId)
    .where('betProblems.betId', 'in', betIds)
    .where('problems.archivedAt', 'is', null)
    .select(['betProblems.betId', 'problems.id', 'problems.key', 'problems.title', 'problems.state'])
    .orderBy('betProblems.createdAt')
    .execute()
}

async function plansOf({ db, workspaceId }: Scope, betIds: string[]) {
  if (betIds.length === 0) return new Map<string, { checkDate: string }>()
  const rows = await db
    .selectFrom('successPlans')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .where('betId', 'in', betIds)
    .select(['betId', 'checkDate'])
    .execute()
  return new Map(rows.map(({ betId, checkDate }) => [betId, { checkDate }]))
}

/** The latest verdict of each bet. */
async function verdictsOf({ db, workspaceId }: Scope, betIds: string[]) {
  if (betIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('verdicts')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .where('betId', 'in', betIds)
    .distinctOn('betId')
    .select(['betId', 'id', 'key', 'state', 'sentence', 'final', 'createdAt'])
    .orderBy('betId')
    .orderBy('createdAt', 'desc')
    .execute()
  return new Map(rows.map(({ betId, ...verdict }) => [betId, verdict]))
}

/** One bet whole: hypothesis, gaps, where it may go, its metric, and how we know. */
export async function findBet(scope: Scope, idOrKey: string) {
  const bet = await findRecord(scope, 'bet', idOrKey)
  const [summary] = await withGaps(scope, [bet])
  const metric = bet.metricId ? await findRecord(scope, 'metric', bet.metricId) : null
  const evidence = await evidenceFor(
    scope,
    summary!.problems.map(({ id }) => id),
  )
  return {
    ...bet,
    ...summary!,
    hypothesis: hypothesisOf(bet),
    nextStates: nextStates(bet.state),
    plannedLaunch: await plannedLaunch(scope, bet.id),
    metric: metric && { id: metric.id, key: metric.key, name: metric.name, unit: metric.unit },
    evidence: summary!.evidence,
    strength: evidence.strength,
    quotes: evidence.quotes,
  }
}

/** The first day on which a launch of this bet was to be. */
async function plannedLaunch({ db, workspaceId }: Scope, betId: string) {
  const launch = await db
    .selectFrom('launches')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .where('betId', '=', betId)
    .where('state', '!=', 'called-off')
    .where('launchOn', 'is not', null)
    .select(['key', 'launchOn'])
    .orderBy('launchOn')
    .executeTakeFirst()
  return launch ? { key: launch.key, launchOn: launch.launchOn! } : null
}

export async function addBet(scope: Scope, { metric, problems = [], ...bet }: z.output<typeof NewBet>) {
  const metricId = metric ? (await findRecord(scope, 'metric', metric)).id : null
  const blank = { reach: null, impact: null, confidence: null, effort: null, quarter: null, stateReason: null, launchedAt: null }
  const added = await addRecord(scope, 'bet', { ...blank, ...bet, metricId, position: await lastPosition(scope) })
  for (const problem of problems) await tieProblem(scope, added as Editable<Bet>, problem)
  return added
}

async function lastPosition(scope: Scope) {
  const { last } = await betsIn(scope)
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export async function changeBet(scope: Scope, bet: Editable<Bet>, { metric, ...changes }: z.output<typeof BetChanges>) {
  const metricId = metric ? (await findRecord(scope, 'metric', metric)).id : metric
  return changeRecord(scope, { kind: 'bet', record: bet }, { ...changes, ...(metricId === undefined ? {} : { metricId }) })
}

export async function tieProblem(scope: Scope, bet: Editable<Bet>, idOrKey: string, trace: Undoes = {}) {
  const problem = await findRecord(scope, 'problem', idOrKey)
  const { db, workspaceId, now } = scope
  const tied = await db
    .insertInto('betProblems')
    .values({ workspaceId, betId: bet.id, problemId: problem.id, createdAt: now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('betId')
    .executeTakeFirst()
  if (!tied) throw new Conflict(`${bet.key} answers ${problem.key} already.`)
  const changes = { problem: { before: null, after: problem.key } }
  await record(scope, { what: 'bet.problem-tied', kind: 'bet', record: bet, changes, ...trace })
  return { bet: bet.key, problem: problem.key }
}

export async function untieProblem(scope: Scope, bet: Editable<Bet>, idOrKey: string, trace: Undoes = {}) {
  const problem = await findRecord(scope, 'problem', idOrKey)
  const { db, workspaceId } = scope
  const untied = await db
    .deleteFrom('betProblems')
    .where('workspaceId', '=', workspaceId)
    .where('betId', '=', bet.id)
    .where('problemId', '=', problem.id)
    .returning('betId')
    .executeTakeFirst()
  if (!untied) throw new Conflict(`${bet.key} does not answer ${problem.key}.`)
  const changes = { problem: { before: problem.key, after: null } }
  await record(scope, { what: 'bet.problem-untied', kind: 'bet', record: bet, changes, ...trace })
  return { bet: bet.key, problem: problem.key }
}

type Undoes = { undoes?: string }
type Tied = { id: string; aboutId: string; changes: Record<string, { before: unknown; after: unknown }> }

export async function undoTie(scope: Scope, { id, aboutId, changes }: Tied) {
  return untieProblem(scope, await editableRecord(scope, 'bet', aboutId), String(changes.problem!.after), { undoes: id })
}

export async function undoUntie(scope: Scope, { id, aboutId, changes }: Tied) {
  return tieProblem(scope, await editableRecord(scope, 'bet', aboutId), String(changes.problem!.before), { undoes: id })
}

/** Moves a bet on the roadmap: to a horizon, a quarter, and before another bet (or last). */
export async function placeBet(
  scope: Scope,
  bet: Editable<Bet>,
  { horizon = bet.horizon, quarter, before, why }: z.output<typeof BetPlace>,
) {
  const position = before === undefined ? bet.position : await positionBefore(scope, { bet, horizon, before })
  return changeRecord(
    scope,
    { kind: 'bet', record: bet },
    { horizon, position, ...(quarter === undefined ? {} : { quarter }) },
    { what: 'bet.placed', why: why ?? null },
  )
}

async function positionBefore(scope: Scope, { bet, horizon, before }: { bet: Bet; horizon: Horizon; before: string | null }) {
  const column = () =>
    betsIn(scope)
      .where('horizon', '=', horizon)
      .where('id', '!=', bet.id)
      .select(['id', 'key', 'position'])
      .orderBy('position')
      .orderBy('id')
      .execute()
  const neighbours = await column()
  const at = before === null ? neighbours.length : neighbours.findIndex(({ id, key }) => id === before || key === before.toUpperCase())
  if (at < 0) throw new Conflict('The bet it should stand before is not in that column any more.')
  const position = positionBetween(neighbours[at - 1]?.position, neighbours[at]?.position)
  if (position !== undefined) return position
  await spreadOut(scope, neighbours)
  return at - 0.5
}

/** Numbers a column anew; nobody moved, so the journal has nothing to tell. */
async function spreadOut({ db, workspaceId }: Scope, bets: { id: string }[]) {
  for (const [place, { id }] of bets.entries())
    await db.updateTable('bets').set({ position: place }).where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
}
