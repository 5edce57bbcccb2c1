import { type Refusal, refuse } from './refusal.ts'

/** When a forecast was given and when it was known whether it came true, on any one scale of time. */
export type DatedOutcome = { givenAt: number; resolvedAt: number; outcome: boolean }

/**
 * For each forecast the share of all forecasts that had come true, of those known when it was given: (hits + 1)/(tries + 2), a half while
 * nothing is known (Laplace; the reference class of `referenceClass`).
 * What a skill may be measured against, because it never looks ahead. Out: as long as `forecasts` and in their order.
 * Refuses times that are not numbers: “A forecast needs the day it was given and the day it was settled.”
 */
export function ratesKnownBefore(forecasts: readonly DatedOutcome[]): number[] | Refusal {
  if (!forecasts.every(({ givenAt, resolvedAt }) => Number.isFinite(givenAt) && Number.isFinite(resolvedAt)))
    return refuse('A forecast needs the day it was given and the day it was settled.')
  const known = forecasts.toSorted((a, b) => a.resolvedAt - b.resolvedAt)
  const rates = new Array<number>(forecasts.length)
  let [hits, tries] = [0, 0]
  for (const at of forecasts.map((_, at) => at).sort((a, b) => forecasts[a]!.givenAt - forecasts[b]!.givenAt)) {
    // Settled at the very moment it was given does not count as known before.
    for (; tries < known.length && known[tries]!.resolvedAt < forecasts[at]!.givenAt; tries++) hits += Number(known[tries]!.outcome)
    rates[at] = (hits + 1) / (tries + 2)
  }
  return rates
}
