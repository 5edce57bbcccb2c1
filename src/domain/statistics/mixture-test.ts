import type { Interval } from './estimates.ts'
import { areSummable, findAlphaFault, type Refusal, refuse, tooFarApart } from './refusal.ts'

/** Two arms of `n` units each, the variance of one unit, and the variance τ² of the effects expected beforehand. */
export type MixtureTest = { effect: number; n: number; variance: number; expectedVariance: number }

/**
 * Mixture sequential probability ratio test of two means (Johari, Koomen, Pekelis, Walsh, Operations Research 2022): likelihood ratio Λ,
 * always-valid p of this look, and the interval that holds at every look. The same mixture as `normalMixture` with ρ = 2σ²/τ².
 * Refuses as `findAlphaFault` does, and: “A mixture test needs units, a variance above 0 and an expected variance of effects above 0.”
 * What a double cannot hold: “The numbers are too large or too far apart to compute with.”
 */
export function testByMixture(
  { effect, n, variance, expectedVariance }: MixtureTest,
  alpha: number,
): { ratio: number; p: number; interval: Interval } | Refusal {
  if (!(n > 0 && variance > 0 && expectedVariance > 0 && [n, variance, expectedVariance, effect].every(Number.isFinite)))
    return refuse('A mixture test needs units, a variance above 0 and an expected variance of effects above 0.')
  const fault = findAlphaFault(alpha)
  if (fault) return fault
  const v = 2 * variance
  const total = v + n * expectedVariance
  const ratio = Math.sqrt(v / total) * Math.exp((n * n * expectedVariance * effect * effect) / (2 * v * total))
  const width = Math.sqrt(((v * total) / (n * n * expectedVariance)) * (Math.log(total / v) - 2 * Math.log(alpha)))
  // A ratio beyond 1e308 is as sure as a double can tell.
  const sound = Math.min(ratio, Number.MAX_VALUE)
  if (!areSummable([total, width]) || Number.isNaN(ratio)) return refuse(tooFarApart)
  return { ratio: sound, p: Math.min(1, 1 / sound), interval: { low: effect - width, high: effect + width } }
}
