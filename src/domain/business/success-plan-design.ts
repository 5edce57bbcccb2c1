import type { BeforeAfterSeries } from '#domain/statistics/before-after-design.ts'
import { detectableEffect, type PowerPlan, type Spread, spreadOfMean, spreadOfProportion, unitsFor } from '#domain/statistics/power.ts'
import { isRefusal, type Refusal, refuse } from '#domain/statistics/refusal.ts'
import { splitAlpha } from '#domain/statistics/sequential.ts'
import { detectableStep } from '#domain/statistics/series-power.ts'
import type { Scale } from '#domain/statistics/unassigned-evidence.ts'
import type { LookPolicy } from './verdict-plan.ts'

/**
 * What the metric was before the launch: a share of people, or a mean (or ratio) with its variance per person; and how closely people's values
 * follow their own before it, where the plan adjusts by them.
 */
export type Baseline = ({ kind: 'share'; share: number } | { kind: 'mean'; mean: number; variance: number }) & {
  correlationBefore?: number
}

/**
 * People who would have been exposed for the first time, per week, oldest first: eight weeks are usual. Who comes every week counts in the first
 * of them, as in an experiment that begins then.
 */
export type Traffic = readonly number[]

/** The part of a success plan that decides how many people it takes. `smallestEffect` is a share on a relative scale (0.05 is 5 %). */
export type ExperimentDesign = {
  baseline: Baseline
  scale: Scale
  smallestEffect: number
  alpha: number
  power: number
  looks: LookPolicy
  successMetrics: number
  rule: 'any' | 'all'
  guardrails: number
  treatmentShare?: number
}

export type PlannedSize = {
  /** People of both groups together. */
  people: number
  /** How long that takes if people come as they did; null without traffic. */
  days: number | null
  sentence: string
}

/**
 * How many people, and how many days at the traffic of the last weeks, until the smallest effect worth having would be found with the
 * plan's power. Alpha is shared between success metrics of which one is enough; the chance of missing is shared between the success
 * test and the guardrails (arXiv:2402.11609). Refuses an effect of 0, a baseline without spread, and rates outside (0, 1).
 */
export function sizeExperiment(design: ExperimentDesign, traffic: Traffic): PlannedSize | Refusal {
  const effect = absoluteEffect(design)
  if (isRefusal(effect)) return effect
  const spread = spreadAt(design.baseline, effect)
  if (isRefusal(spread)) return spread
  const units = unitsFor(effect, spread, powerPlanOf(design))
  if (isRefusal(units)) return units
  const people = 2 * Math.ceil(units / 2)
  const days = daysFor(people, traffic)
  return { people, days, sentence: describeSize(people, days, traffic) }
}

/** The smallest effect that so many days would find, on the scale of the design. Refuses as `sizeExperiment` does, and without traffic. */
export function effectWithin(days: number, design: ExperimentDesign, traffic: Traffic): number | Refusal {
  const people = arriving(days, traffic)
  if (!(people > 0)) return refuse('Nobody came by in the last weeks, so nothing can be measured.')
  const found = detectableEffect(people, (effect) => spreadAt(design.baseline, effect), powerPlanOf(design))
  return isRefusal(found) || design.scale === 'absolute' ? found : found / levelOf(design.baseline)
}

/**
 * The smallest step a before/after comparison of so many points would find: in the unit of the series, or as a share on a relative scale. There
 * it is read off the logarithms as the verdict does, or, where a point is not above 0, set against the mean of the past. Refuses as
 * `detectableStep` does, and a share of a past that is not above 0 on average.
 */
export function stepWithin(
  pointsAfter: number,
  past: Omit<BeforeAfterSeries, 'changeAt' | 'untouched'>,
  { scale, ...rates }: { alpha: number; power: number; scale: Scale },
): number | Refusal {
  const inLogs = scale === 'relative' && past.values.every((value) => value > 0)
  const values = inLogs ? past.values.map(Math.log) : past.values
  const found = detectableStep({ ...past, values, pointsAfter, ...rates })
  if (isRefusal(found)) return found
  if (inLogs) return Math.expm1(found.detectable)
  if (scale === 'absolute') return found.detectable
  const mean = past.values.reduce((sum, value) => sum + value, 0) / past.values.length
  return mean > 0 ? found.detectable / mean : refuse('A change in per cent needs a baseline above 0.')
}

function absoluteEffect({ smallestEffect, scale, baseline }: ExperimentDesign): number | Refusal {
  if (scale === 'absolute') return smallestEffect
  const level = levelOf(baseline)
  return level > 0 ? smallestEffect * level : refuse('A change in per cent needs a baseline above 0.')
}

function levelOf(baseline: Baseline) {
  return baseline.kind === 'share' ? baseline.share : baseline.mean
}

function spreadAt(baseline: Baseline, effect: number): Spread | Refusal {
  if (baseline.kind === 'mean') return spreadOfMean(baseline)
  const spread = spreadOfProportion(baseline.share, effect)
  if (isRefusal(spread)) return spread
  const left = 1 - (baseline.correlationBefore ?? 0) ** 2
  return { control: left * spread.control, treatment: left * spread.treatment, pooled: left * spread.pooled }
}

function powerPlanOf({ alpha, power, looks, successMetrics, rule, guardrails, treatmentShare = 0.5 }: ExperimentDesign): PowerPlan {
  const shared = rule === 'any' ? alpha / Math.max(1, successMetrics) : alpha
  return {
    // A hybrid plan is sized by its last, fixed test; the looks before it can only end it sooner.
    alpha: looks === 'hybrid' ? splitAlpha(shared).atCheckDate : shared,
    power: 1 - (1 - power) / (guardrails + 1),
    sequential: looks === 'always',
    treatmentShare,
  }
}

/** People who come within so many days; after the weeks that are known, as many as in their second half. */
export function arriving(days: number, traffic: Traffic) {
  const whole = Math.floor(days / 7)
  const known = traffic.slice(0, whole).reduce((sum, people) => sum + people, 0)
  if (whole < traffic.length) return known + traffic[whole]! * (days / 7 - whole)
  return known + later(traffic) * (days / 7 - traffic.length)
}

function later(traffic: Traffic) {
  const half = traffic.slice(Math.floor(traffic.length / 2))
  return half.reduce((sum, people) => sum + people, 0) / Math.max(1, half.length)
}

function daysFor(people: number, traffic: Traffic): PlannedSize['days'] {
  const known = arriving(7 * traffic.length, traffic)
  if (known >= people) return firstDay(people, traffic)
  return later(traffic) > 0 ? Math.ceil(7 * (traffic.length + (people - known) / later(traffic))) : null
}

function firstDay(people: number, traffic: Traffic) {
  let days = 1
  while (arriving(days, traffic) < people) days++
  return days
}

function describeSize(people: number, days: PlannedSize['days'], traffic: Traffic) {
  const size = `This takes ${people.toLocaleString('en-GB')} people`
  if (days === null) return `${size}; nobody new came by in the last weeks, so it would never end.`
  const weeks = traffic.length === 1 ? 'week' : `${traffic.length} weeks`
  return `${size}, ${days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`} if they come as in the last ${weeks}.`
}
