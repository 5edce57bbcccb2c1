import { normalQuantile } from './distributions.ts'
import { type ArmEstimate, soundArm } from './estimates.ts'
import { type Refusal, refuse } from './refusal.ts'

/** A sample quantile with the sample quantiles at `quantileBounds`; `n` units, `independent` of them when units are clustered. */
export type SampleQuantile = { n: number; independent?: number; value: number; low: number; high: number }

const z = normalQuantile(0.975)

/**
 * The two probabilities whose sample quantiles bound the quantile at 95 %: p ∓ 1.96 √(p(1 − p) / n), kept inside [0, 1] (Deng, Knoblich,
 * Lu, KDD 2018).
 */
export function quantileBounds(p: number, n: number) {
  const width = z * Math.sqrt((p * (1 - p)) / n)
  return { low: Math.max(0, p - width), high: Math.min(1, p + width) }
}

/**
 * A quantile as an arm: its variance per unit read off the width between its bounds (GrowthBook `QuantileStatistic`, MIT; outer confidence
 * interval of Deng, Knoblich, Lu, KDD 2018).
 * Refuses as `soundArm` does, and: “A quantile is not a finite number, so nothing can be computed from it.” “One unit is not enough to see
 * any spread; two are the least.” “The values around this quantile are all the same, so its precision cannot be seen.”
 */
export function quantileOf({ n, independent = n, value, low, high }: SampleQuantile): ArmEstimate | Refusal {
  if (![n, independent, value, low, high].every(Number.isFinite))
    return refuse('A quantile is not a finite number, so nothing can be computed from it.')
  if (n < 2 || independent < 2) return refuse('One unit is not enough to see any spread; two are the least.')
  if (!(high > low)) return refuse('The values around this quantile are all the same, so its precision cannot be seen.')
  return soundArm({ n, value, variance: (independent / n) * (n - 1) * ((high - low) / (2 * z)) ** 2 })
}

/**
 * The quantile at p of values (linear between order statistics, type 7 of Hyndman and Fan 1996).
 * Refuses: “There are no values yet.” “A value is not a finite number, so nothing can be computed from it.” “A share lies between 0 and 1.”
 */
export function sampleQuantile(values: readonly number[], p: number): number | Refusal {
  if (values.length === 0) return refuse('There are no values yet.')
  if (!values.every(Number.isFinite)) return refuse('A value is not a finite number, so nothing can be computed from it.')
  if (!(p >= 0 && p <= 1)) return refuse('A share lies between 0 and 1.')
  const sorted = [...values].sort((a, b) => a - b)
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  return sorted[below]! + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - sorted[below]!)
}
