import type { BeforeAfterSeries } from '#domain/statistics/before-after-design.ts'
import { detectableEffect, type PowerPlan, type Spread, spreadOfMean, spreadOfProportion, unitsFor } from '#domain/statistics/power.ts'
import { isRefusal, type Refusal, refuse } from '#domain/statistics/refusal.ts'
import { splitAlpha } from '#domain/statistics/sequential.ts'
import { detectableStep } from '#domain/statistics/series-power.ts'
import type { Scale } from '#domain/statistics/unassigned-evidence.ts'
import type { LookPolicy } from './verdict-plan.ts'

/** What the metric was before the launch: a share of people, or a mean (or ratio) with its variance per person. */
export type Baseline = { kind: 'share'; share: number } | { kind: 'mean'; mean: number; variance: number; correlationBefore?: number }

/** People who would have been exposed, per week, oldest first: eight weeks are usual. */
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
  /** How long that takes at the median week, and at the busiest and quietest week; null without traffic. */
  days: { usual: number; best: number; worst: number } | null
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
  const weekly = median(traffic)
  if (!(weekly > 0)) return refuse('Nobody came by in the last weeks, so nothing can be measured.')
  const found = detectableEffect((weekly / 7) * days, (effect) => spreadAt(design.baseline, effect), powerPlanOf(design))
  return isRefusal(found) || design.scale === 'absolute' ? found : found / levelOf(design.baseline)
}

/** The smallest step a before/after comparison of so many points would find, in the unit of the series. */
export function stepWithin(
  pointsAfter: number,
  past: Omit<BeforeAfterSeries, 'changeAt' | 'untouched'>,
  rates: { alpha: number; power: number },
) {
  const found = detectableStep({ ...past, pointsAfter, ...rates })
  return isRefusal(found) ? found : found.detectable
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
  return baseline.kind === 'share' ? spreadOfProportion(baseline.share, effect) : spreadOfMean(baseline)
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

function daysFor(people: number, traffic: Traffic): PlannedSize['days'] {
  const weeks = traffic.filter((count) => count > 0)
  if (weeks.length === 0) return null
  const days = (weekly: number) => Math.ceil((7 * people) / weekly)
  return { usual: days(median(traffic) || Math.min(...weeks)), best: days(Math.max(...weeks)), worst: days(Math.min(...weeks)) }
}

function describeSize(people: number, days: PlannedSize['days'], traffic: Traffic) {
  const size = `This takes ${people.toLocaleString('en-GB')} people`
  if (!days) return `${size}; nobody came by in the last weeks, so it would never end.`
  const range = days.best === days.worst ? '' : ` (${inDays(days.best)} at the busiest week, ${inDays(days.worst)} at the quietest)`
  return `${size}, ${inDays(days.usual)} at the traffic of the last ${traffic.length === 1 ? 'week' : `${traffic.length} weeks`}${range}.`
}

function inDays(count: number) {
  return count === 1 ? '1 day' : `${count.toLocaleString('en-GB')} days`
}

function median(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
