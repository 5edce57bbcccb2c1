import { type ArmEstimate, type Arms, differenceOf, type Effect, soundArm } from './estimates.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { covarianceOf, type RatioSums, varianceOf } from './sums.ts'

/**
 * Ratio of totals Σm / Σd when people, not sessions, were assigned: delta method with cov(m, d) (Deng, Knoblich, Lu, KDD 2018, "Applying
 * the delta method in metric analytics").
 * Refuses as `varianceOf` and `soundArm` do, and: “Numerator and denominator must count the same units.” “The denominators add up to 0, so
 * there is no ratio yet.” “A sum is not a finite number, so nothing can be computed from it.”
 */
export function ratioOf(sums: RatioSums): ArmEstimate | Refusal {
  const [numerator, denominator] = [varianceOf(sums.numerator), varianceOf(sums.denominator)]
  if (isRefusal(numerator)) return numerator
  if (isRefusal(denominator)) return denominator
  if (sums.numerator.n !== sums.n || sums.denominator.n !== sums.n) return refuse('Numerator and denominator must count the same units.')
  if (!(sums.denominator.sum > 0)) return refuse('The denominators add up to 0, so there is no ratio yet.')
  if (!Number.isFinite(sums.crossProducts)) return refuse('A sum is not a finite number, so nothing can be computed from it.')
  const value = sums.numerator.sum / sums.denominator.sum
  const mean = sums.denominator.sum / sums.n
  const covariance = covarianceOf(sums.numerator, sums.denominator, sums.crossProducts)
  const variance = (numerator - 2 * value * covariance + value ** 2 * denominator) / mean ** 2
  return soundArm({ n: sums.n, value, variance: Math.max(0, variance) })
}

/** Difference of two ratios with Welch's error (Welch, Biometrika 1947). Refuses as `ratioOf` and `differenceOf` do. */
export function compareRatios({ control, treatment }: Arms<RatioSums>): Effect | Refusal {
  const [c, t] = [ratioOf(control), ratioOf(treatment)]
  if (isRefusal(c)) return c
  return isRefusal(t) ? t : differenceOf({ control: c, treatment: t })
}
