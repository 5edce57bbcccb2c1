import { fitCapacity } from '#domain/statistics/knapsack.ts'
import { isRefusal, type Refusal } from '#domain/statistics/refusal.ts'
import { columnOf, drawScores, startNamedChance } from '#domain/statistics/uncertain-columns.ts'
import { quantityMean } from '#domain/statistics/uncertain-quantity.ts'
import type { Expression } from './formula-parse.ts'
import type { ScoredBet } from './priorities.ts'
import { drawBets, plainScores } from './priorities-draws.ts'

// A knapsack a draw is dear, and as many draws give a probability to 0.01 (one standard error).
const DRAWS = 2_000

type CapacityPlan = { value: Expression; seed: number; weeks: number }

export type Fit = { chosen: string[]; effort: number; chanceFits: number; draws: number; chances: Map<string, number> }

/**
 * Which bets are worth doing within so many weeks. In: bets that have an effort, the most promising first, and what one is worth when done.
 * Refuses as `fitCapacity` does.
 */
export function fitBets(bets: readonly ScoredBet[], { value, seed, weeks }: CapacityPlan): Fit | Refusal {
  const values = drawBets(bets, { expression: value, seed, draws: DRAWS }).map(plainScores)
  const efforts = bets.map(({ id, inputs }) => columnOf(inputs.effort!, drawScores(startNamedChance(seed, `${id} effort`), DRAWS)))
  const fit = fitCapacity({ values, efforts, capacity: weeks })
  if (isRefusal(fit)) return fit
  const chosen = bets.filter((_, option) => fit.plan.chosen[option])
  return {
    chosen: chosen.map(({ id }) => id),
    effort: chosen.reduce((sum, { inputs }) => sum + Number(quantityMean(inputs.effort!)), 0),
    chanceFits: fit.chanceFits,
    draws: DRAWS,
    chances: new Map(bets.map(({ id }, option) => [id, fit.shares[option]!])),
  }
}
