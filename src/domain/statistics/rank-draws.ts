import type { Chance } from './chance.ts'
import { orderDraws } from './order-draws.ts'
import { type Refusal, refuse } from './refusal.ts'

/** How often each option took each place over the draws, and what choosing it would have cost against the best of each draw. */
export type Ranking = {
  options: number
  draws: number
  /** `places[option × options + place]` draws had the option in that place; place 0 is the best. */
  places: Uint32Array
  meanBest: number
  /** Mean of each column as given. */
  means: Float64Array
}

export type Scale = 'plain' | 'log'

/**
 * Ranks options draw by draw, about 10 ns a score. In: one column of scores per option, all as long, more is better; chance only settles
 * ties. Out: counts of places.
 * On the 'log' scale the columns are logarithms of the scores: the places are the same, `meanBest` is of the scores, `means` of the
 * logarithms.
 * Refuses: “There is nothing to rank yet.” “Every option needs a score in every draw.” “A score is not a number: look for a division by 0
 * or a range without end.” Logarithms beyond a double: “A score is not a number of usable size: look for a range without end.”
 */
export function rankDraws(columns: readonly Float64Array[], chance: Chance, scale: Scale = 'plain'): Ranking | Refusal {
  const [options, draws] = [columns.length, columns[0]?.length ?? 0]
  if (options === 0 || draws === 0) return refuse('There is nothing to rank yet.')
  if (columns.some((column) => column.length !== draws)) return refuse('Every option needs a score in every draw.')
  const sums = columns.map(sumOf)
  if (!sums.every(Number.isFinite)) return refuse('A score is not a number: look for a division by 0 or a range without end.')
  const { places, sumOfBest } = orderDraws(columns, { chance, scale })
  if (!Number.isFinite(sumOfBest)) return refuse('A score is not a number of usable size: look for a range without end.')
  return { options, draws, places, meanBest: sumOfBest / draws, means: Float64Array.from(sums, (sum) => sum / draws) }
}

function sumOf(column: Float64Array) {
  let sum = 0
  for (let at = 0; at < column.length; at++) sum += column[at]!
  return sum
}

/** P(an option is among the best k): 0 to 1, sums to k over the options. k = 1 is P(best). */
export function chanceOfTop(ranking: Ranking, { option, k }: { option: number; k: number }) {
  const from = option * ranking.options
  let count = 0
  for (let place = 0; place < Math.min(k, ranking.options); place++) count += ranking.places[from + place]!
  return count / ranking.draws
}

/** The places, counted from 1, between which an option lands in the middle `coverage` (say 0.9) of the draws, and its median place. */
export function placeInterval(ranking: Ranking, { option, coverage }: { option: number; coverage: number }) {
  const at = (share: number) => {
    let count = 0
    for (let place = 0; place < ranking.options; place++) {
      count += ranking.places[option * ranking.options + place]!
      if (count >= share * ranking.draws) return place + 1
    }
    return ranking.options
  }
  return { low: at((1 - coverage) / 2), median: at(0.5), high: at((1 + coverage) / 2) }
}

/**
 * Expected regret E[max_j S_j − S_i] of settling now on an option with this mean score, in the unit of the scores (opportunity loss: Raiffa
 * & Schlaifer 1961).
 */
export function expectedRegret(ranking: Ranking, meanScore: number) {
  return Math.max(0, ranking.meanBest - meanScore)
}

/** P(A beats B) over the draws, a tie counting half. Both columns must be as long. */
export function chanceOfBeating(a: Float64Array, b: Float64Array) {
  let won = 0
  for (let at = 0; at < a.length; at++) won += a[at]! > b[at]! ? 1 : a[at] === b[at] ? 0.5 : 0
  return won / a.length
}
