import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BetScores } from '#domain/business/bet-scores.ts'
import { betFormulas, betScoringMethods, type EstimatedBet } from '#domain/business/bet-scoring.ts'
import { horizons, openBetStates } from '#domain/business/bet-states.ts'
import type { ScoringPlan } from '#domain/business/score-bets.ts'
import { LimitReached, NotAccepted } from '#domain/problems.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import { findRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'
import { betsIn } from './queries.ts'

const MOST_BETS = 500
const MOST_COMPARED = 8

const Compared = z
  .string()
  .max(400)
  .transform((text) => [...new Set(text.split(',').map((reference) => reference.trim()))].filter(Boolean))
  .refine(({ length }) => length >= 2 && length <= MOST_COMPARED, `Name 2 to ${MOST_COMPARED} bets, with commas between them.`)

/** Which bets to compare and how: `k` of P(top k), `capacity` in the weeks that efforts are told in, `compare` the bets to set side by side. */
export const ScoresQuery = z.object({
  method: z.enum(betScoringMethods).default('rice'),
  k: z.coerce.number().int().min(1).max(MOST_BETS).optional(),
  horizon: z.enum(horizons).optional(),
  state: z.enum(openBetStates).optional(),
  capacity: z.coerce.number('Say the capacity in weeks.').positive('A capacity is more than 0 weeks.').max(100_000).optional(),
  compare: Compared.optional(),
})
type Asked = z.output<typeof ScoresQuery>

/** How the open bets compare. The same bets asked in the same way have the same answer, always. */
export async function compareBets(scope: Scope, asked: Asked): Promise<BetScores> {
  const bets = await openBets(scope, asked)
  if (bets.length > MOST_BETS)
    throw new LimitReached(`At most ${MOST_BETS} bets are compared at once, and here are more: name a horizon or a state.`)
  const compare = asked.compare && (await keysAmong(scope, bets, asked.compare))
  return keptScores(scope, bets, { method: asked.method, seed: seedOf(scope, asked), k: asked.k, weeks: asked.capacity, compare })
}

function openBets(scope: Scope, { horizon, state }: Asked): Promise<EstimatedBet[]> {
  return betsIn(scope)
    .where('state', 'in', state ? [state] : openBetStates)
    .$if(horizon !== undefined, (query) => query.where('horizon', '=', horizon!))
    .select(['id', 'key', 'title', 'reach', 'impact', 'confidence', 'effort'])
    .orderBy('position')
    .orderBy('id')
    .limit(MOST_BETS + 1)
    .execute()
}

async function keysAmong(scope: Scope, bets: EstimatedBet[], references: string[]) {
  const keys: string[] = []
  for (const reference of references) {
    const { id, key, title } = await findRecord(scope, 'bet', reference)
    if (!bets.some((bet) => bet.id === id)) throw notCompared(`${key} “${title}” is not among the open bets that are compared here.`)
    keys.push(key)
  }
  return keys
}

const notCompared = (message: string) => new NotAccepted(message, [{ path: 'compare', message }])

/** From the workspace and the formula, so that nobody can draw again until the answer pleases. */
function seedOf({ workspaceId }: Scope, { method }: Asked) {
  return createHash('sha256').update(`${workspaceId} ${betFormulas[method].score}`).digest().readInt32BE(0)
}

const MOST_KEPT = 20
const kept = new Map<string, Promise<BetScores>>()

/** What was computed lately is not computed again: drawing takes most of a second for 200 bets, and the list and each bet ask for the same. */
function keptScores(scope: Scope, bets: EstimatedBet[], plan: ScoringPlan) {
  const name = createHash('sha256')
    .update(JSON.stringify([scope.workspaceId, bets, plan]))
    .digest('base64')
  const scores = kept.get(name) ?? compute(scope, bets, plan)
  kept.delete(name)
  kept.set(name, scores)
  scores.catch(() => kept.delete(name))
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return scores
}

async function compute({ services }: Scope, bets: EstimatedBet[], plan: ScoringPlan) {
  const scores = await services.compute('scoreBets', bets, plan)
  if (isRefusal(scores)) throw new NotAccepted(scores.refused)
  return scores
}
