import { normalQuantile } from '#domain/statistics/distributions.ts'
import { columnOf } from '#domain/statistics/uncertain-columns.ts'
import type { UncertainQuantity } from '#domain/statistics/uncertain-quantity.ts'
import type { Product } from './formula.ts'
import type { ScoredBet } from './priorities.ts'

const STRATA = Float64Array.from({ length: 400 }, (_, at) => normalQuantile((at + 0.5) / 400))

/** A bet with the mean of its score. */
export type RatedBet = ScoredBet & { mean: number }
export type ScoreUnknown = { input: string; spread: number; worth: number }

/**
 * What each input of each bet is worth knowing when the best k are to be chosen (expected value of partial perfect information; Strong,
 * Oakley, Brennan 2014), as a share of what they are expected to score, and its share of the variance of its bet's score.
 * In a product of independent inputs the mean score given one of them is m·x/E[x], so the conditional means that are otherwise fitted to
 * draws are exact. In: bets by falling mean.
 */
export function unknownsOf(bets: readonly RatedBet[], { powers }: Product, k: number): Map<string, ScoreUnknown[]> {
  const total = bets.slice(0, k).reduce((sum, { mean }) => sum + mean, 0)
  return new Map(
    bets.map((bet, rank) => {
      // The bet it competes with for the last place; with none there is no choice to get wrong.
      const rival = bets[rank < k ? k : k - 1]?.mean
      const factors = [...powers].map(([input, exponent]) => factorOf(input, bet.inputs[input]!, exponent))
      const spread = factors.reduce((product, { variation }) => product * (1 + variation), 1) - 1
      const unknowns = factors.map(({ input, relative, variation }) => ({
        input,
        spread: spread > 0 ? variation / spread : 0,
        worth: rival === undefined || total <= 0 ? 0 : gainOf(relative, bet.mean, rival) / total,
      }))
      return [bet.id, unknowns.sort((a, b) => b.spread - a.spread)]
    }),
  )
}

/** Equally likely values of a factor relative to their mean, and their variance. */
function factorOf(input: string, quantity: UncertainQuantity, exponent: number) {
  const values = columnOf(quantity, STRATA).map((value) => value ** exponent)
  const mean = meanOf(values)
  const relative = mean > 0 ? values.map((value) => value / mean) : values.fill(1)
  return { input, relative, variation: Math.max(0, meanOf(relative.map((value) => value ** 2)) - 1) }
}

function gainOf(relative: Float64Array, mean: number, rival: number) {
  return Math.max(0, meanOf(relative.map((value) => Math.max(mean * value, rival))) - Math.max(mean, rival))
}

function meanOf(column: Float64Array) {
  return column.reduce((sum, value) => sum + value, 0) / column.length
}

const ENOUGH_DRAWS = 4_000

/**
 * The ceiling of all research (expected value of perfect information; Raiffa & Schlaifer 1961): what choosing the best k anew in every draw
 * would add to choosing those of the highest means, as a share of what these bring. In: the scores of each bet, by falling mean.
 */
export function ceilingOfResearch(columns: readonly Float64Array[], k: number): number {
  const draws = Math.min(ENOUGH_DRAWS, columns[0]?.length ?? 0)
  const best = new Float64Array(Math.min(k, columns.length))
  let [informed, settled] = [0, 0]
  for (let draw = 0; draw < draws; draw++) {
    best.fill(Number.NEGATIVE_INFINITY)
    for (const column of columns) insert(best, column[draw]!)
    for (let rank = 0; rank < best.length; rank++) {
      informed += best[rank]!
      settled += columns[rank]![draw]!
    }
  }
  return settled > 0 ? (informed - settled) / settled : 0
}

/** Keeps the best scores in falling order; what is not better than the last of them stays out. */
function insert(best: Float64Array, score: number) {
  let at = best.length - 1
  if (score <= best[at]!) return
  for (; at > 0 && best[at - 1]! < score; at--) best[at] = best[at - 1]!
  best[at] = score
}
