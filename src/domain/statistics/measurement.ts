import { adjustArms } from './cuped.ts'
import { type ArmEstimate, type Arms, differenceOf, type Effect, meanOf } from './estimates.ts'
import { agreeAboutZero, asLift, type Evidence, fixedEvidence, runningEvidence } from './evidence.ts'
import { logLiftOf } from './lift.ts'
import { type Count, proportionOf } from './proportions.ts'
import { quantileOf, type SampleQuantile } from './quantiles.ts'
import { adjustRatioArms, type PairedRatioSums } from './ratio-cuped.ts'
import { ratioOf } from './ratios.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import type { SequentialPlan } from './sequential.ts'
import { smallTableEvidence } from './small-table.ts'
import type { PairedSums, RatioSums, Sums } from './sums.ts'
import { type Measured, type Scale, type UnassignedMeasurement, unassignedEvidence, withoutRemarks } from './unassigned-evidence.ts'

/** What was measured for one metric: two arms in one of several shapes, two groups before and after, or one series. */
export type Measurement = ArmsMeasurement | UnassignedMeasurement

export type ArmsMeasurement =
  | ({ kind: 'mean' } & Arms<Sums>)
  | ({ kind: 'proportion' } & Arms<Count>)
  | ({ kind: 'ratio' } & Arms<RatioSums>)
  | ({ kind: 'adjusted-mean' } & Arms<PairedSums>)
  | ({ kind: 'adjusted-ratio' } & Arms<PairedRatioSums>)
  | ({ kind: 'quantile' } & Arms<SampleQuantile>)

/** One look, or as many as one likes with the plan that was fixed before the first. */
export type Looks = { kind: 'once' } | ({ kind: 'always' } & SequentialPlan)

/**
 * Evidence of a measurement on the scale of the plan, by the method of its kind.
 * Refuses as `estimateArms`, `differenceOf`, `logLiftOf`, `smallTableEvidence` and `unassignedEvidence` do, and:
 * “Groups that were not assigned by chance are looked at once, at the check date.”
 * “A lift that may be looked at any time needs … events in each group first.”
 * What a double cannot hold: “The numbers are too large or too far apart to compute with.”
 */
export function evidenceOf(measurement: Measurement, { scale, looks }: { scale: Scale; looks: Looks }): Measured | Refusal {
  const found = isArms(measurement) ? withoutRemarks(armsEvidence(measurement, scale, looks)) : onceOnly(measurement, scale, looks)
  return isRefusal(found) || isSound(found.evidence) ? found : refuse('The numbers are too large or too far apart to compute with.')
}

function onceOnly(measurement: UnassignedMeasurement, scale: Scale, looks: Looks) {
  if (looks.kind === 'always') return refuse('Groups that were not assigned by chance are looked at once, at the check date.')
  return unassignedEvidence(measurement, scale)
}

function isSound({ estimate, standardError, p, interval, bounds }: Evidence) {
  const [wide, oneSided] = [interval(0.001), bounds(0.001)]
  return [estimate, standardError, p, wide.low, wide.high, oneSided.low, oneSided.high].every(Number.isFinite)
}

/** Whether chance assigned the units, so that the measurement may be looked at any time. */
export function isArms(measurement: Measurement): measurement is ArmsMeasurement {
  return ['mean', 'proportion', 'ratio', 'adjusted-mean', 'adjusted-ratio', 'quantile'].includes(measurement.kind)
}

const fewestEventsForLift = 50

function armsEvidence(measurement: ArmsMeasurement, scale: Scale, looks: Looks): Evidence | Refusal {
  const small = measurement.kind === 'proportion' ? smallTableEvidence(measurement, looks) : null
  if (small && (isRefusal(small) || scale === 'absolute')) return small
  const arms = estimateArms(measurement)
  if (isRefusal(arms)) return arms
  const difference = differenceOf(arms)
  if (isRefusal(difference)) return difference
  const told = (effect: Effect) => (looks.kind === 'once' ? fixedEvidence(effect) : runningEvidence(effect, looks))
  if (scale === 'absolute') return told(difference)
  if (looks.kind === 'always' && leastEvents(measurement) < fewestEventsForLift)
    return refuse(`A lift that may be looked at any time needs ${fewestEventsForLift} events in each group first.`)
  const log = logLiftOf(arms)
  return isRefusal(log) ? log : agreeAboutZero(asLift(told(log)), small ?? told(difference))
}

function leastEvents(measurement: ArmsMeasurement): number {
  switch (measurement.kind) {
    case 'proportion':
      return Math.min(measurement.control.successes, measurement.treatment.successes)
    case 'quantile':
      return Math.min(measurement.control.n, measurement.treatment.n)
    case 'mean':
      return Math.min(carriers(measurement.control), carriers(measurement.treatment))
    case 'adjusted-mean':
      return Math.min(carriers(measurement.control.outcome), carriers(measurement.treatment.outcome))
    case 'ratio':
      return Math.min(carriers(measurement.control.numerator), carriers(measurement.treatment.numerator))
    case 'adjusted-ratio':
      return Math.min(carriers(measurement.control.outcome.numerator), carriers(measurement.treatment.outcome.numerator))
  }
}

/** (Σy)²/Σy²: how many units would carry the sum if all of them carried the same (Kish 1965); of zeros and ones exactly the ones. */
function carriers({ sum, sumSquares }: Sums) {
  return sumSquares > 0 ? (sum / sumSquares) * sum : 0
}

/**
 * Both arms as value and variance per unit, adjusted where the measurement carries a covariate.
 * Refuses as `meanOf`, `proportionOf`, `ratioOf`, `quantileOf`, `adjustArms` and `adjustRatioArms` do for their kind, and: “One unit is not
 * enough to see any spread; two are the least.”
 */
export function estimateArms(measurement: ArmsMeasurement): Arms<ArmEstimate> | Refusal {
  switch (measurement.kind) {
    case 'mean':
      return bothArms(measurement, meanOf)
    case 'proportion':
      return bothArms(measurement, proportionOf)
    case 'ratio':
      return bothArms(measurement, ratioOf)
    case 'quantile':
      return bothArms(measurement, quantileOf)
    case 'adjusted-mean':
      return adjustArms(measurement)
    case 'adjusted-ratio':
      return adjustRatioArms(measurement)
  }
}

function bothArms<A>({ control, treatment }: Arms<A>, estimate: (arm: A) => ArmEstimate | Refusal): Arms<ArmEstimate> | Refusal {
  const [c, t] = [estimate(control), estimate(treatment)]
  if (isRefusal(c)) return c
  if (isRefusal(t)) return t
  return c.n < 2 || t.n < 2 ? refuse('One unit is not enough to see any spread; two are the least.') : { control: c, treatment: t }
}
