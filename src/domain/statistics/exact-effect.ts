import type { Interval } from './estimates.ts'
import { bestPrecision, gammaExponentialMixture, mixtureBound } from './exact-sequential.ts'
import { findAlphaFault, type Refusal, refuse } from './refusal.ts'

/** One person's outcome in the order of assignment. */
export type Observation = { outcome: number; treated: boolean }

export type ExactPlan = {
  alpha: number
  /** Chance of being treated, strictly between 0 and 1. */
  propensity: number
  /** The least and greatest outcome possible, known beforehand. */
  range: Interval
  /** Guess at the outcome's variance, and the observation at which the interval should be tightest. */
  expectedVariance: number
  plannedUnits: number
}

export type ExactStep = { estimate: number; interval: Interval; p: number }

/**
 * Average treatment effect after each observation, with an interval and p that hold at every look without approximation, for bounded
 * outcomes (Howard, Ramdas, McAuliffe, Sekhon 2021, section 4.2; reference path: confseq `demo/ate_demo.py`, MIT).
 * Predictions are the arms' means so far, so the future cannot leak in.
 * Refuses as `findAlphaFault` does, and: “The chance of treatment must lie between 0 and 1.” “The range of outcomes must be known
 * beforehand, with its top above its bottom.” “Say how many units are planned and guess the variance above 0; the interval is tuned to
 * both.” “An outcome lies outside the range given, so the interval would not hold.”
 */
export function followEffectExactly(observations: readonly Observation[], plan: ExactPlan): ExactStep[] | Refusal {
  const { range, propensity, expectedVariance, plannedUnits, alpha } = plan
  const fault = findAlphaFault(alpha)
  if (fault) return fault
  if (!(expectedVariance > 0 && expectedVariance < 1e100 && plannedUnits >= 1 && plannedUnits < 1e15))
    return refuse('Say how many units are planned and guess the variance above 0; the interval is tuned to both.')
  if (!(propensity > 1e-6 && propensity < 1 - 1e-6)) return refuse('The chance of treatment must lie between 0 and 1.')
  if (!(range.high > range.low)) return refuse('The range of outcomes must be known beforehand, with its top above its bottom.')
  if (!observations.every(({ outcome }) => outcome >= range.low && outcome <= range.high))
    return refuse('An outcome lies outside the range given, so the interval would not hold.')
  const boundary = boundaryOf(plan)
  return pseudoOutcomes(observations, plan).map((sums, at) => boundary({ ...sums, t: at + 1 }))
}

function boundaryOf({ alpha, propensity, range, expectedVariance, plannedUnits }: ExactPlan) {
  const width = range.high - range.low
  const v = plannedUnits * expectedVariance * (1 / propensity + 1 / (1 - propensity))
  // Half of alpha for each side, and the one-sided precision of that half.
  const rho = bestPrecision(v, 2 * (alpha / 2))
  const mixture = gammaExponentialMixture(rho, (2 * width) / Math.min(propensity, 1 - propensity))
  return ({ s, v, t }: { s: number; v: number; t: number }): ExactStep => {
    const radius = mixtureBound(mixture, { v, alpha: alpha / 2 }) / t
    const interval = { low: Math.max(-width, s / t - radius), high: Math.min(width, s / t + radius) }
    return { estimate: s / t, interval, p: Math.min(1, Math.exp(-mixture(s, v))) }
  }
}

function pseudoOutcomes(observations: readonly Observation[], { propensity, range }: ExactPlan) {
  const means = { treated: { n: 0, sum: 0 }, control: { n: 0, sum: 0 } }
  const centre = (range.low + range.high) / 2
  let [s, v, first] = [0, 0, true]
  return observations.map(({ outcome, treated }) => {
    const [one, other] = [means.treated, means.control].map(({ n, sum }) => (first ? centre : sum / Math.max(1, n))) as [number, number]
    first = false
    const weight = ((treated ? 1 : 0) - propensity) / (propensity * (1 - propensity))
    const correction = weight * (outcome - (treated ? one : other))
    s += one - other + correction
    v += correction * correction
    const arm = treated ? means.treated : means.control
    arm.n += 1
    arm.sum += outcome
    return { s, v }
  })
}
