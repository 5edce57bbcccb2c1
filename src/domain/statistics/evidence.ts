import { confidenceInterval, type Effect, type Interval, pValue } from './estimates.ts'
import { fromLog } from './lift.ts'
import { findRise } from './root-finding.ts'
import { alwaysValidInterval, alwaysValidLowerBound, alwaysValidP, type SequentialPlan } from './sequential.ts'

/** What an analysis knows about one effect, ready for any confidence: the decision rule reads intervals, whatever method made them. */
export type Evidence = {
  estimate: number
  standardError: number
  /** Units behind it: people of both arms, or points of a series. */
  units: number
  /** Two-sided interval at confidence 1 − alpha. */
  interval: (alpha: number) => Interval
  /** Both ends as one-sided bounds, each at confidence 1 − alpha. */
  bounds: (alpha: number) => Interval
  /** Two-sided p of no effect at all. */
  p: number
  method: Method
}

export type Method =
  | 'welch'
  | 'newcombe'
  | 'always-valid'
  | 'exact-always-valid'
  | 'before-after'
  | 'difference-in-differences'
  | 'placebo'
  | 'untouched-series'

/** An effect looked at once, at the size it was planned for: `confidenceInterval` and `pValue`, by Student's t. */
export function fixedEvidence(effect: Effect, method: Method = 'welch'): Evidence {
  return {
    ...inCommon(effect),
    interval: (alpha) => confidenceInterval(effect, alpha),
    bounds: (alpha) => confidenceInterval(effect, 2 * alpha),
    p: pValue(effect),
    method,
  }
}

/**
 * An effect that may be looked at as often as anybody likes: the asymptotic confidence sequence of Waudby-Smith et al. (arXiv:2103.06476).
 */
export function runningEvidence(effect: Effect, plan: SequentialPlan): Evidence {
  const mirrored = { ...effect, effect: -effect.effect }
  const { plannedUnits } = plan
  return {
    ...inCommon(effect),
    interval: (alpha) => alwaysValidInterval(effect, { alpha, plannedUnits }),
    bounds: (alpha) => ({
      low: alwaysValidLowerBound(effect, { alpha, plannedUnits }),
      high: -alwaysValidLowerBound(mirrored, { alpha, plannedUnits }),
    }),
    p: alwaysValidP(effect, plan),
    method: 'always-valid',
  }
}

function inCommon({ effect, standardError, n }: Effect) {
  return { estimate: effect, standardError, units: n }
}

/** Evidence about a log ratio told as a lift (0.1 is +10 %): ends as e^x − 1, the error by the delta method. */
export function asLift(log: Evidence): Evidence {
  const estimate = Math.expm1(log.estimate)
  const carried = { interval: (alpha: number) => fromLog(log.interval(alpha)), bounds: (alpha: number) => fromLog(log.bounds(alpha)) }
  return { ...log, ...carried, estimate, standardError: (1 + estimate) * log.standardError }
}

/**
 * A lift that never claims a direction the absolute difference does not: its interval reaches 0 where the other's does, and its p is the
 * larger of the two.
 */
export function agreeAboutZero(lift: Evidence, absolute: Evidence): Evidence {
  return {
    ...lift,
    interval: (alpha) => reachZeroWith(lift.interval(alpha), absolute.interval(alpha)),
    bounds: (alpha) => reachZeroWith(lift.bounds(alpha), absolute.bounds(alpha)),
    p: Math.max(lift.p, absolute.p),
  }
}

function reachZeroWith({ low, high }: Interval, other: Interval): Interval {
  return { low: other.low <= 0 ? Math.min(low, 0) : low, high: other.high >= 0 ? Math.max(high, 0) : high }
}

/** The same effect seen with up and down exchanged, for metrics where less is better. */
export function mirror(evidence: Evidence): Evidence {
  const turn = ({ low, high }: Interval) => ({ low: -high, high: -low })
  const turned = { interval: (alpha: number) => turn(evidence.interval(alpha)), bounds: (alpha: number) => turn(evidence.bounds(alpha)) }
  return { ...evidence, ...turned, estimate: -evidence.estimate }
}

/**
 * The least alpha at which the lower bound reaches `against`, doubled: the two-sided p that agrees with the interval, by inverting it
 * (Neyman 1937).
 */
export function pAgainst(evidence: Pick<Evidence, 'interval'>, against: number) {
  return 10 ** findRise((exponent) => evidence.interval(10 ** exponent).low - against, { low: -300, high: 0 })
}
