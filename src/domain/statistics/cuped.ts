import { type ArmEstimate, type Arms, differenceOf, type Effect, soundArm, soundEffect } from './estimates.ts'
import { isRefusal, type Refusal, refuse, tooFarApart } from './refusal.ts'
import { addPairedSums, covarianceOf, type PairedSums, type Sums, varianceOf } from './sums.ts'

/** One arm's outcome and its covariate from before exposure, each as value and variance per unit, with their covariance. */
export type PairedArm = {
  n: number
  outcome: number
  covariate: number
  outcomeVariance: number
  covariateVariance: number
  covariance: number
}

/** Both arms made comparable: adjusted values around the common covariate mean, and the share of variance removed. */
export type Adjusted = Arms<ArmEstimate> & { theta: number; varianceRemoved: number }

/**
 * Variances and covariance of one arm, each per unit (Deng, Xu, Kohavi, Walker, WSDM 2013).
 * Refuses as `varianceOf` does, for outcome or covariate, and: “Outcome and covariate must count the same units.”
 * Cross products that are none: “A sum is not a finite number, so nothing can be computed from it.”
 */
export function pairedArmOf(sums: PairedSums): PairedArm | Refusal {
  const variances = bothVariances(sums)
  if (isRefusal(variances)) return variances
  return {
    n: sums.n,
    outcome: sums.outcome.sum / sums.n,
    covariate: sums.covariate.sum / sums.n,
    ...variances,
    covariance: covarianceOf(sums.outcome, sums.covariate, sums.crossProducts),
  }
}

function bothVariances({ n, outcome, covariate, crossProducts }: PairedSums) {
  if (outcome.n !== n || covariate.n !== n) return refuse('Outcome and covariate must count the same units.')
  if (!Number.isFinite(crossProducts)) return refuse('A sum is not a finite number, so nothing can be computed from it.')
  const [outcomeVariance, covariateVariance] = [varianceOf(outcome), varianceOf(covariate)]
  if (isRefusal(outcomeVariance)) return outcomeVariance
  return isRefusal(covariateVariance) ? covariateVariance : { outcomeVariance, covariateVariance }
}

/**
 * θ = cov(Y, X) / var(X), from the sums of both arms together (Deng, Xu, Kohavi, Walker, WSDM 2013).
 * Refuses as `varianceOf` does; a covariate that does not vary: “The measure from before is the same for everybody, so it cannot adjust
 * anything.”
 * A θ beyond a double: “The numbers are too large or too far apart to compute with.”
 */
export function thetaOf({ control, treatment }: Arms<PairedSums>): number | Refusal {
  const pooled = addPairedSums(control, treatment)
  const spread = varianceOf(pooled.covariate as Sums)
  if (isRefusal(spread)) return spread
  if (spread === 0) return refuse('The measure from before is the same for everybody, so it cannot adjust anything.')
  const theta = covarianceOf(pooled.outcome, pooled.covariate, pooled.crossProducts) / spread
  return Number.isFinite(theta) ? theta : refuse(tooFarApart)
}

/**
 * CUPED (Deng, Xu, Kohavi, Walker, WSDM 2013): outcomes less θ times how the covariate differs from its mean over both arms. The covariate
 * must be measured before exposure.
 * Refuses as `thetaOf`, `pairedArmOf` and `soundArm` do.
 */
export function adjustArms({ control, treatment }: Arms<PairedSums>): Adjusted | Refusal {
  const theta = thetaOf({ control, treatment })
  if (isRefusal(theta)) return theta
  const [c, t] = [pairedArmOf(control), pairedArmOf(treatment)]
  if (isRefusal(c)) return c
  return isRefusal(t) ? t : adjust({ control: c, treatment: t }, theta)
}

/** The adjustment of `adjustArms` from arms and θ. Refuses as `soundArm` does. */
export function adjust({ control, treatment }: Arms<PairedArm>, theta: number): Adjusted | Refusal {
  const total = control.n + treatment.n
  const centre = (control.covariate * control.n + treatment.covariate * treatment.n) / total
  const adjusted = (arm: PairedArm) =>
    soundArm({ n: arm.n, value: arm.outcome - theta * (arm.covariate - centre), variance: adjustedVariance(arm, theta) })
  const [c, t] = [adjusted(control), adjusted(treatment)]
  if (isRefusal(c)) return c
  if (isRefusal(t)) return t
  const before = control.outcomeVariance / control.n + treatment.outcomeVariance / treatment.n
  const after = c.variance / c.n + t.variance / t.n
  return { control: c, treatment: t, theta, varianceRemoved: before > 0 ? 1 - after / before : 0 }
}

function adjustedVariance({ outcomeVariance, covariateVariance, covariance }: PairedArm, theta: number) {
  return Math.max(0, outcomeVariance + theta ** 2 * covariateVariance - 2 * theta * covariance)
}

/**
 * Lift of the adjusted difference over the unadjusted control value, delta method with the gradient (1, −θ) / Ȳ_C for the treatment and
 * (−(Ȳ_T − θX̄_T + θX̄_C) / Ȳ_C, θ) / Ȳ_C for the control (GrowthBook `packages/stats`, MIT).
 * `expected` leaves out θ(X̄_T − X̄_C), which is 0 on average where chance assigned the arms (GrowthBook does for means, not for ratios).
 * Refuses as `adjust` and `differenceOf` do, and: “The control group is at 0, so a change in per cent does not exist; read the absolute
 * difference.”
 */
export function adjustedLift(
  { control, treatment }: Arms<PairedArm>,
  theta: number,
  gradient: 'full' | 'expected' = 'full',
): Effect | Refusal {
  if (control.outcome === 0)
    return refuse('The control group is at 0, so a change in per cent does not exist; read the absolute difference.')
  const adjusted = adjust({ control, treatment }, theta)
  if (isRefusal(adjusted)) return adjusted
  const difference = differenceOf(adjusted)
  if (isRefusal(difference)) return difference
  const shift = gradient === 'full' ? theta * (treatment.covariate - control.covariate) : 0
  const slope = (treatment.outcome - shift) / control.outcome
  const a = adjustedVariance(treatment, theta) / treatment.n
  const b = combinedVariance(control, -slope, theta) / control.n
  const base = Math.abs(control.outcome)
  return soundEffect({ ...difference, effect: difference.effect / base, standardError: Math.sqrt(a + b) / base })
}

function combinedVariance({ outcomeVariance, covariateVariance, covariance }: PairedArm, onOutcome: number, onCovariate: number) {
  return onOutcome ** 2 * outcomeVariance + onCovariate ** 2 * covariateVariance + 2 * onOutcome * onCovariate * covariance
}
