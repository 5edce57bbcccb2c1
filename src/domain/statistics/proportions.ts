import { normalQuantile } from './distributions.ts'
import { type ArmEstimate, type Arms, differenceOf, type Effect, type Interval } from './estimates.ts'
import { findAlphaFault, isRefusal, type Refusal, refuse } from './refusal.ts'

/** Successes out of trials: people who did it, of the people who could have. */
export type Count = { successes: number; trials: number }

/** A proportion with variance p(1 − p), as GrowthBook uses it (no n − 1). Refuses as `findCountFault` does. */
export function proportionOf(count: Count): ArmEstimate | Refusal {
  const fault = findCountFault(count)
  if (fault) return fault
  const value = count.successes / count.trials
  return { n: count.trials, value, variance: value * (1 - value) }
}

/**
 * Difference of two proportions with Welch's degrees of freedom (Welch, Biometrika 1947). Use `newcombeInterval` when a cell is below 30.
 * Refuses as `proportionOf` and `differenceOf` do, and: “One unit is not enough to see any spread; two are the least.”
 */
export function compareProportions({ control, treatment }: Arms<Count>): Effect | Refusal {
  const [c, t] = [proportionOf(control), proportionOf(treatment)]
  if (isRefusal(c)) return c
  if (isRefusal(t)) return t
  if (c.n < 2 || t.n < 2) return refuse('One unit is not enough to see any spread; two are the least.')
  return differenceOf({ control: c, treatment: t })
}

/**
 * Wilson's score interval for one proportion (Wilson 1927; Newcombe, Stat Med 1998, method 3). Works at 0 and at all.
 * Refuses as `findCountFault` and `findAlphaFault` do, except that alpha may be 1.
 */
export function wilsonInterval(count: Count, alpha: number): Interval | Refusal {
  // At alpha = 1 the interval shrinks to the estimate, which is where a search for p begins.
  const fault = findCountFault(count) ?? (alpha === 1 ? null : findAlphaFault(alpha))
  if (fault) return fault
  const { successes, trials } = count
  const z = -normalQuantile(alpha / 2)
  const spread = z * Math.sqrt(z * z + (4 * successes * (trials - successes)) / trials)
  const [middle, scale] = [2 * successes + z * z, 2 * (trials + z * z)]
  // At the ends the exact limit is 0 or 1, and rounding must not push it past.
  const low = successes === 0 ? 0 : (middle - spread) / scale
  const high = successes === trials ? 1 : (middle + spread) / scale
  return { low, high }
}

/**
 * Newcombe's hybrid score interval for treatment − control (Newcombe, Stat Med 1998, method 10): right for small counts, 0 and all. Refuses
 * as `wilsonInterval` does.
 */
export function newcombeInterval({ control, treatment }: Arms<Count>, alpha: number): Interval | Refusal {
  const [c, t] = [wilsonInterval(control, alpha), wilsonInterval(treatment, alpha)]
  if (isRefusal(c)) return c
  if (isRefusal(t)) return t
  const [p, q] = [treatment.successes / treatment.trials, control.successes / control.trials]
  return { low: p - q - Math.hypot(p - t.low, c.high - q), high: p - q + Math.hypot(t.high - p, q - c.low) }
}

/** Whether a normal interval is out of its depth here: a cell (successes or failures, either arm) below 30. */
export function isSmallTable({ control, treatment }: Arms<Count>) {
  return [control, treatment].some(({ successes, trials }) => Math.min(successes, trials - successes) < 30)
}

/**
 * Why counts cannot be those of a group, or null: “Successes and trials must be whole numbers.” “Nobody is in this group yet.” “There
 * cannot be more successes than units, nor fewer than none.”
 */
export function findCountFault({ successes, trials }: Count): Refusal | null {
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials)) return refuse('Successes and trials must be whole numbers.')
  if (trials === 0) return refuse('Nobody is in this group yet.')
  if (successes < 0 || successes > trials) return refuse('There cannot be more successes than units, nor fewer than none.')
  return null
}
