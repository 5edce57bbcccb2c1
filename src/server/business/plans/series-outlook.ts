import type { MetricDefinition } from '#domain/business/metric.ts'
import { DAY_MS, dayOf } from '#domain/dates.ts'
import { fewestPointsAfter, fewestPointsBefore } from '#domain/statistics/before-after-gates.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import type { Scope } from '../../scope.ts'
import { effectInWords } from './effect-words.ts'
import type { PlanFacts } from './plan-facts.ts'
import { beforeTheChange, isMixed, seasonOf, stepsBack, valuedPoints } from './series-period.ts'

type SeriesFacts = PlanFacts & { design: Extract<PlanFacts['design'], { kind: 'before-after' }> }

/**
 * Says which step a comparison with the time before could see, from the noise of the past it will be held against. Of a launch that lies back it
 * counts from that day.
 */
export async function seriesOutlook(scope: Scope, plan: SeriesFacts, metric: MetricDefinition, since: string | null) {
  const { granularity } = metric
  const now = scope.now()
  const change = since ? new Date(`${since}T00:00:00Z`) : now
  const period = { from: beforeTheChange(change, plan.design.weeksBefore, granularity), to: change, asOf: now }
  const all = await scope.services.warehouse.series(scope.workspaceId, metric, period)
  const { points, places } = valuedPoints(all)
  const length = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS }[granularity]
  const pointsAfter = Math.max(0, Math.floor((Date.parse(`${plan.checkDate}T00:00:00Z`) - change.getTime()) / length))
  const { words, doubts } = await afterTheLaunch(scope, metric, since)
  const counted = `There are ${points.length} points before${since ? ` ${since}` : ''} and there will be ${pointsAfter} after${words}`
  if (points.length < fewestPointsBefore)
    return {
      suffices: false,
      sentence: `${counted}; ${fewestPointsBefore} before are the least. Choose a metric that is older or is counted by day.`,
      doubts,
    }
  if (pointsAfter < fewestPointsAfter)
    return {
      suffices: pointsAfter > 0 ? false : null,
      sentence: `${counted}; ${fewestPointsAfter} after are the least. Choose a later check date${since ? '.' : await unlessOut(scope, plan, metric)}`,
      doubts,
    }
  const past = { values: points.map(({ value }) => value!), places, trend: true, ...seasonOf(plan.design, granularity) }
  const step = await scope.services.compute('stepWithin', pointsAfter, past, {
    alpha: plan.alpha,
    power: plan.power,
    scale: plan.effectKind,
  })
  const weighed = isRefusal(step) ? { suffices: null, sentence: step.refused } : weigh(step, plan, counted)
  return { ...weighed, suffices: doubts.length > 0 && weighed.suffices ? null : weighed.suffices, doubts }
}

/** How many of the points after a launch that lies back are there already. */
async function afterTheLaunch(scope: Scope, metric: MetricDefinition, since: string | null) {
  if (!since) return { words: '', doubts: [] }
  const from = new Date(`${since}T00:00:00Z`)
  const all = await scope.services.warehouse.series(scope.workspaceId, metric, { from, to: scope.now(), asOf: scope.now() })
  const whole = all.filter(({ at, complete }) => complete && !isMixed(at, from, metric.granularity))
  const { length } = whole.filter(({ value, people }) => value !== null && people > 0)
  const nothing = 'The metric has no value since that day: unless one comes, the verdict will have nothing to compare. Is the day right?'
  return { words: ` (${length} so far)`, doubts: whole.length > 0 && length === 0 ? [nothing] : [] }
}

/** What would have to be true of a launch that lies back for this check date to do. */
async function unlessOut(scope: Scope, { checkDate, design }: SeriesFacts, metric: MetricDefinition) {
  const since = stepsBack(new Date(`${checkDate}T00:00:00Z`), fewestPointsAfter, metric.granularity)
  const period = { from: beforeTheChange(since, design.weeksBefore, metric.granularity), to: since, asOf: scope.now() }
  const { points } = valuedPoints(await scope.services.warehouse.series(scope.workspaceId, metric, period))
  const before = `${points.length} points lie before that day`
  const launch = `, or say at the launch since which day it has been out: that would have to be ${dayOf(since)} or earlier`
  return points.length < fewestPointsBefore
    ? `${launch}. But ${before}, and ${fewestPointsBefore} are the least.`
    : `${launch} (${before}).`
}

function weigh(step: number, { smallestEffect, effectKind }: SeriesFacts, counted: string) {
  const seen = `${counted}, so a step of ${effectInWords(step, effectKind === 'relative' ? ' %' : '')} or more would be seen`
  if (smallestEffect === 0) return { suffices: null, sentence: `${seen}.` }
  return step <= smallestEffect
    ? { suffices: true, sentence: `${seen}: that suffices.` }
    : {
        suffices: false,
        sentence: `${seen}, which is more than the smallest effect worth having: the verdict will probably be inconclusive.`,
      }
}
