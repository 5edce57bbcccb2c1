import { countOf, formatNumber } from '../../ui/format.ts'
import type { MetricRow } from '../outcomes/queries.ts'
import { type PlanMetric, scaleOf } from './plan-draft.ts'
import type { Plan } from './queries.ts'
import { plansText as text } from './text.ts'

type Quantity = { metricId: string; value: number; kind: 'absolute' | 'relative' }

/** An effect or a loss as people say it: “8 points”, “5 %”. */
export function amountWords({ metricId, value, kind }: Quantity, scaled: { metrics: PlanMetric[]; design: Plan['design'] }) {
  const metric = scaled.metrics.find(({ id }) => id === metricId)?.key ?? ''
  const { by, unit } = scaleOf({ metric, kind }, scaled)
  return `${formatNumber(value * by, 2)} ${unit}`.trim()
}

export function designWords({ design }: Pick<Plan, 'design'>) {
  if (design.kind === 'before-after') return `Before and after the launch, looking back ${design.weeksBefore} weeks`
  const { treatment, control, exposureEvent, windowDays } = design
  return `Experiment: “${treatment}” against “${control}”, told by ${exposureEvent}, ${windowDays} days for each person`
}

export const percentileOf = (share: number) => formatNumber(100 * share, 2)

/** How the values of people are adjusted and cut; undefined where they are taken as they are. */
export function countingWords({ design }: Pick<Plan, 'design'>) {
  if (design.kind === 'before-after') return undefined
  const { daysBefore, capAt, share } = design
  const parts = [
    share && share !== 0.5 && `${formatNumber(100 * share, 1)} % of people get the change`,
    daysBefore && `adjusted by the ${countOf(daysBefore, 'day')} before each person came in`,
    capAt && `cut at percentile ${percentileOf(capAt)}`,
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 ? parts.join(', ') : undefined
}

/** Said where the number that the bet is to change is not the one its plan judges it by; nothing where they agree or the bet names none. */
export function otherMetricWords(
  { metricId }: Pick<Plan, 'metricId'>,
  own: Pick<MetricRow, 'id' | 'name'> | null,
  metrics: Pick<MetricRow, 'id' | 'name'>[],
) {
  const primary = metrics.find(({ id }) => id === metricId)
  return own && primary && own.id !== metricId ? [text.otherMetric(own.name, primary.name)] : []
}

/** How many people an experiment was made for; before the launch it may be open. */
export function plannedWords({ design, plannedPeople }: Pick<Plan, 'design' | 'plannedPeople'>) {
  if (design.kind === 'before-after') return undefined
  return plannedPeople === null ? text.plannedAtLaunch : countOf(plannedPeople, 'person', 'people')
}
