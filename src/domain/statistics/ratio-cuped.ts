import { type Adjusted, adjust, type PairedArm } from './cuped.ts'
import type { Arms } from './estimates.ts'
import { ratioOf } from './ratios.ts'
import { isRefusal, type Refusal, refuse, tooFarApart } from './refusal.ts'
import { covarianceOf, type RatioSums } from './sums.ts'

/** A ratio m / d and the same ratio before exposure, with Σ of the products across the two periods (m·m₀, m·d₀, d·m₀, d·d₀). */
export type PairedRatioSums = {
  n: number
  outcome: RatioSums
  before: RatioSums
  across: { numerators: number; numeratorDenominator: number; denominatorNumerator: number; denominators: number }
}

/**
 * A ratio arm with its delta-method variances and covariance (Deng, Knoblich, Lu, KDD 2018).
 * Refuses as `ratioOf` does for either period, and: “Both periods must count the same units.”
 * Products that are none: “A sum is not a finite number, so nothing can be computed from it.”
 */
export function pairedRatioArmOf(sums: PairedRatioSums): PairedArm | Refusal {
  const [outcome, before] = [ratioOf(sums.outcome), ratioOf(sums.before)]
  if (isRefusal(outcome)) return outcome
  if (isRefusal(before)) return before
  if (sums.outcome.n !== sums.n || sums.before.n !== sums.n) return refuse('Both periods must count the same units.')
  const covariance = covarianceOfRatios(sums, outcome.value, before.value)
  if (!Number.isFinite(covariance)) return refuse('A sum is not a finite number, so nothing can be computed from it.')
  return {
    n: sums.n,
    outcome: outcome.value,
    covariate: before.value,
    outcomeVariance: outcome.variance,
    covariateVariance: before.variance,
    covariance,
  }
}

function covarianceOfRatios({ outcome, before, across, n }: PairedRatioSums, ratio: number, earlier: number) {
  const [m, d, m0, d0] = [outcome.numerator, outcome.denominator, before.numerator, before.denominator]
  const linear =
    covarianceOf(m, m0, across.numerators) -
    earlier * covarianceOf(m, d0, across.numeratorDenominator) -
    ratio * covarianceOf(d, m0, across.denominatorNumerator) +
    ratio * earlier * covarianceOf(d, d0, across.denominators)
  return linear / (d.sum / n) / (d0.sum / n)
}

/**
 * θ of a ratio: the arms' delta-method covariances over their variances (GrowthBook and tea-tasting, both MIT, agree in form).
 * Refuses a ratio before that does not vary: “The measure from before is the same for everybody, so it cannot adjust anything.”
 * A θ beyond a double: “The numbers are too large or too far apart to compute with.”
 */
export function ratioThetaOf({ control, treatment }: Arms<PairedArm>): number | Refusal {
  const spread = control.covariateVariance + treatment.covariateVariance
  if (!(spread > 0)) return refuse('The measure from before is the same for everybody, so it cannot adjust anything.')
  const theta = (control.covariance + treatment.covariance) / spread
  return Number.isFinite(theta) ? theta : refuse(tooFarApart)
}

/**
 * CUPED for ratios: both arms comparable, as `adjustArms` for means (Deng, Xu, Kohavi, Walker, WSDM 2013).
 * Refuses as `pairedRatioArmOf`, `ratioThetaOf` and `adjust` do.
 */
export function adjustRatioArms({ control, treatment }: Arms<PairedRatioSums>): Adjusted | Refusal {
  const [c, t] = [pairedRatioArmOf(control), pairedRatioArmOf(treatment)]
  if (isRefusal(c)) return c
  if (isRefusal(t)) return t
  const theta = ratioThetaOf({ control: c, treatment: t })
  return isRefusal(theta) ? theta : adjust({ control: c, treatment: t }, theta)
}
