import type { MetricDefinition } from '#domain/business/metric.ts'
import { DAY_MS } from '#domain/dates.ts'
import { fewestPointsAfter, fewestPointsBefore } from '#domain/statistics/before-after-gates.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import type { Scope } from '../../scope.ts'
import type { PlanFacts } from './plan-facts.ts'
import { beforeTheChange } from './series-period.ts'

type SeriesFacts = PlanFacts & { design: Extract<PlanFacts['design'], { kind: 'before-after' }> }

/** Says which step a comparison with the time before could see, from the noise of the past it will be held against. */
export async function seriesOutlook(scope: Scope, plan: SeriesFacts, metric: MetricDefinition) {
  const now = scope.now()
  const period = { from: beforeTheChange(now, plan.design.weeksBefore, metric.granularity), to: now, asOf: now }
  const points = (await scope.services.warehouse.series(scope.workspaceId, metric, period)).flatMap(({ complete, value }) =>
    complete && value !== null ? [value] : [],
  )
  const length = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS }[metric.granularity]
  const pointsAfter = Math.max(0, Math.floor((Date.parse(`${plan.checkDate}T00:00:00Z`) - now.getTime()) / length))
  const counted = `There are ${points.length} points before and there will be ${pointsAfter} after`
  if (points.length < fewestPointsBefore)
    return {
      suffices: false,
      sentence: `${counted}; ${fewestPointsBefore} before are the least. Choose a metric that is older or is counted by day.`,
    }
  if (pointsAfter < fewestPointsAfter)
    return { suffices: false, sentence: `${counted}; ${fewestPointsAfter} after are the least. Choose a later check date.` }
  const rates = { alpha: plan.alpha, power: plan.power }
  const step = await scope.services.compute('stepWithin', pointsAfter, { values: points, trend: true }, rates)
  if (isRefusal(step)) return { suffices: null, sentence: step.refused }
  const wanted = plan.effectKind === 'relative' ? plan.smallestEffect * Math.abs(points.at(-1)!) : plan.smallestEffect
  const shown = step.toLocaleString('en-GB', { maximumSignificantDigits: 2 })
  const seen = `${counted}, so a step of ${shown} or more would be seen`
  return step <= wanted
    ? { suffices: true, sentence: `${seen}: that suffices.` }
    : {
        suffices: false,
        sentence: `${seen}, which is more than the smallest effect worth having: the verdict will probably be inconclusive.`,
      }
}
