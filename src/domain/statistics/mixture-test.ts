import type { Interval } from './estimates.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Two arms of `n` units each, the variance of one unit, and the variance τ² of the effects expected beforehand. */
export type MixtureTest = { effect: number; n: number; variance: number; expectedVariance: number }

/**
 * Mixture sequential probability ratio test of two means (Johari, Koomen, Pekelis, Walsh, Operations Research 2022): likelihood ratio Λ,
 * always-valid p of this look, and the interval that holds at every look. The same mixture as `normalMixture` with ρ = 2σ²/τ².
 * Refuses no units and variances that are not above 0.
 */
export function testByMixture(
  { effect, n, variance, expectedVariance }: MixtureTest,
  alpha: number,
): { ratio: number; p: number; interval: Interval } | Refusal {
  if (!(n > 0 && variance > 0 && expectedVariance > 0 && [n, variance, expectedVariance, effect].every(Number.isFinite)))
    return refuse('A mixture test needs units, a variance above 0 and an expected variance of effects above 0.')
  const v = 2 * variance
  const total = v + n * expectedVariance
  const ratio = Math.sqrt(v / total) * Math.exp((n * n * expectedVariance * effect * effect) / (2 * v * total))
  const width = Math.sqrt(((v * total) / (n * n * expectedVariance)) * (Math.log(total / v) - 2 * Math.log(alpha)))
  return { ratio, p: Math.min(1, 1 / ratio), interval: { low: effect - width, high: effect + width } }
}
