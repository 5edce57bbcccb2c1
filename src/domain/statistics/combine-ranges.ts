import { meanForecast } from './combine-forecasts.ts'
import { betaCdf } from './distributions.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

/** One person's three-point judgement of a probability: the least and most it could be, and the best guess between. */
export type JudgedRange = { low: number; best: number; high: number }

/**
 * Mean of the best guesses, each weighing 1/(high − low), so that narrower ranges count for more (repliCATS `IntWAgg`: Fraser et al. 2023;
 * aggreCAT, MIT).
 * A range narrower than `narrowest` counts as that wide, or somebody who is sure would silence everybody else.
 * Refuses: “Nobody has given a forecast yet.” “The narrowest range lies above 0 and is at most 1 wide.” “A range runs from the least to the
 * most likely, between 0 and 1.”
 */
export function poolByPrecision(ranges: readonly JudgedRange[], narrowest = 0.01): number | Refusal {
  if (ranges.length === 0) return refuse('Nobody has given a forecast yet.')
  if (!(narrowest > 0 && narrowest <= 1)) return refuse('The narrowest range lies above 0 and is at most 1 wide.')
  if (!ranges.every(({ low, best, high }) => low >= 0 && low <= best && best <= high && high <= 1))
    return refuse('A range runs from the least to the most likely, between 0 and 1.')
  const widths = ranges.map(({ low, high }) => Math.max(narrowest, high - low))
  const total = widths.reduce((sum, width) => sum + 1 / width, 0)
  return ranges.reduce((sum, { best }, at) => sum + best / widths[at]!, 0) / total
}

/**
 * The mean forecast pushed outwards through the cdf of Beta(shape, shape) (aggreCAT `BetaArMean`, MIT, shape 6). Like extremising, it
 * helped on aggreCAT's 25 claims and does harm where people are too sure: compare it with one's own record first.
 * Refuses as `meanForecast` does, and: “The shape lies between 1 (nothing is changed) and 100.”
 */
export function meanThroughBeta(probabilities: readonly number[], shape = 6): number | Refusal {
  if (!(shape >= 1 && shape <= 100)) return refuse('The shape lies between 1 (nothing is changed) and 100.')
  const mean = meanForecast(probabilities)
  return isRefusal(mean) ? mean : betaCdf(mean, shape, shape)
}
