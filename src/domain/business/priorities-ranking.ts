import { normalQuantile } from '#domain/statistics/distributions.ts'
import { chanceOfBeating, chanceOfTop, expectedRegret, placeInterval, type Ranking, rankDraws } from '#domain/statistics/rank-draws.ts'
import { isRefusal, type Refusal, refuse } from '#domain/statistics/refusal.ts'
import { selectQuantiles } from '#domain/statistics/select-quantiles.ts'
import { startNamedChance } from '#domain/statistics/uncertain-columns.ts'
import { namesIn } from './formula.ts'
import { type ScoredBet, splitByInputs } from './priorities.ts'
import { type DrawnBet, type DrawPlan, drawBets, findInputFault, plainScores } from './priorities-draws.ts'

/** With as many draws a probability is known to 0.0035 (one standard error). */
export const DRAWS = 20_000
const MOST_BETS = 4_000
const MOST_DRAWS = 1_000_000

/** What a score stays below with 5, 25, 50, 75 and 95 %. */
export type ScoreQuantiles = { p5: number; p25: number; p50: number; p75: number; p95: number }

export type BetRank = {
  id: string
  score: ScoreQuantiles
  mean: number
  chanceBest: number
  chanceTop: number
  /** Places from 1: the middle one, and between which it lands in 90 % of the draws. */
  place: { low: number; median: number; high: number }
  expectedRegret: number
}

export type Priorities = {
  ranks: BetRank[]
  incomplete: { id: string; lacks: string[] }[]
  seed: number
  draws: number
  k: number
  /** P(A beats B), a tie counting half; undefined for a bet that is not ranked. */
  chanceOfBeating: (a: string, b: string) => number | undefined
  /** A bet's score in every draw; undefined for a bet that is not ranked. */
  scoresOf: (id: string) => Float64Array | undefined
}

export type RankingPlan = Omit<DrawPlan, 'draws'> & { draws?: number; k: number }

/**
 * Ranks bets by a formula over ranges (Monte Carlo, inverse cdf, Latin hypercube: McKay, Beckman, Conover 1979). In: bets with a quantity
 * per input, the formula's tree, a seed to store with the answer, and k for P(top k). Out: ranks by falling mean, since the median of a
 * gamble is 0; bets that lack an input are listed, not guessed.
 * Refuses as `findInputFault` and `rankDraws` do, and: “No bet has all the estimates this formula reads.” “At most … bets can be ranked at
 * once.” “A seed is a whole number.” “Draws are a whole number from 100 to ….” “The best are counted in whole numbers from 1.” “A
 * correlation of shared error lies between 0 and 1.”
 */
export function rankBets(bets: readonly ScoredBet[], plan: RankingPlan): Priorities | Refusal {
  const draws = plan.draws ?? DRAWS
  const { complete, incomplete } = splitByInputs(bets, namesIn(plan.expression))
  const fault = findPlanFault(complete, { ...plan, draws })
  if (fault) return fault
  const drawn = drawBets(complete, { ...plan, draws })
  const ranking = rankDraws(
    drawn.map(({ column }) => column),
    startNamedChance(plan.seed, 'ties'),
    drawn[0]!.log ? 'log' : 'plain',
  )
  if (isRefusal(ranking)) return ranking
  const meanOf = (option: number) => {
    const { log } = drawn[option]!
    return log ? Math.exp(log.mu + log.sigma ** 2 / 2) : ranking.means[option]!
  }
  const ranks = complete.map(({ id }, option) => ({
    id,
    score: quantilesOf(drawn[option]!),
    ...rankOf(ranking, { option, k: plan.k, mean: meanOf(option) }),
  }))
  const drawnOf = new Map(complete.map(({ id }, option) => [id, drawn[option]!]))
  return {
    ranks: ranks.sort((a, b) => b.mean - a.mean),
    incomplete,
    seed: plan.seed,
    draws,
    k: plan.k,
    chanceOfBeating: (a, b) => {
      const [first, second] = [drawnOf.get(a), drawnOf.get(b)]
      return first && second && chanceOfBeating(first.column, second.column)
    },
    scoresOf: (id) => {
      const drawn = drawnOf.get(id)
      return drawn && plainScores(drawn)
    },
  }
}

function findPlanFault(bets: readonly ScoredBet[], { expression, seed, draws, k, shared }: DrawPlan & { k: number }): Refusal | null {
  if (bets.length === 0) return refuse('No bet has all the estimates this formula reads.')
  if (bets.length > MOST_BETS) return refuse(`At most ${MOST_BETS} bets can be ranked at once.`)
  if (!Number.isSafeInteger(seed)) return refuse('A seed is a whole number.')
  if (!(Number.isInteger(draws) && draws >= 100 && draws <= MOST_DRAWS))
    return refuse(`Draws are a whole number from 100 to ${MOST_DRAWS}.`)
  if (!(Number.isInteger(k) && k >= 1)) return refuse('The best are counted in whole numbers from 1.')
  if (shared && !(shared.rho >= 0 && shared.rho <= 1)) return refuse('A correlation of shared error lies between 0 and 1.')
  for (const bet of bets) {
    const fault = findInputFault(bet, expression)
    if (fault) return fault
  }
  return null
}

function rankOf(ranking: Ranking, { option, k, mean }: { option: number; k: number; mean: number }) {
  return {
    mean,
    chanceBest: chanceOfTop(ranking, { option, k: 1 }),
    chanceTop: chanceOfTop(ranking, { option, k }),
    place: placeInterval(ranking, { option, coverage: 0.9 }),
    expectedRegret: expectedRegret(ranking, mean),
  }
}

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95]

function quantilesOf({ column, log }: DrawnBet): ScoreQuantiles {
  const ends = log ? SHARES.map((share) => Math.exp(log.mu + log.sigma * normalQuantile(share))) : selectQuantiles(column, SHARES)
  const [p5, p25, p50, p75, p95] = ends as [number, number, number, number, number]
  return { p5, p25, p50, p75, p95 }
}
