import { sampleQuantile } from './quantiles.ts'
import { areSummable, isRefusal, type Refusal, refuse } from './refusal.ts'
import { type Sums, sumsOf } from './sums.ts'

/**
 * The cap for heavy-tailed values such as revenue: their quantile at `share` (0.999 unless registered otherwise, Statsig's default) over
 * the non-zero units of all arms together, so that the cap cannot differ between arms. `Infinity` (no cap) when every unit is 0.
 * Refuses as `sampleQuantile` does.
 */
export function capOf(valuesOfAllArms: readonly number[], share = 0.999): number | Refusal {
  const spent = valuesOfAllArms.filter((value) => value !== 0)
  return spent.length === 0 ? Infinity : sampleQuantile(spent, share)
}

/** Sums of an arm with every value above the cap counted as the cap; refunds and other low values stay as they are. */
export function winsorisedSums(values: readonly number[], cap: number): Sums {
  return sumsOf(values.map((value) => Math.min(value, cap)))
}

/**
 * Both arms' sums under their common cap, and how many units it touched. In: one value a unit.
 * Refuses as `capOf` does, and: “A value is too large to compute with, or is not a number.”
 */
export function winsoriseArms(arms: { control: readonly number[]; treatment: readonly number[] }, share = 0.999) {
  const all = [...arms.control, ...arms.treatment]
  if (!areSummable(all)) return refuse('A value is too large to compute with, or is not a number.')
  const cap = capOf(all, share)
  if (isRefusal(cap)) return cap
  const touched = all.filter((value) => value > cap).length
  return { cap, touched, control: winsorisedSums(arms.control, cap), treatment: winsorisedSums(arms.treatment, cap) }
}
