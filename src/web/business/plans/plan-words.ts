import { formatNumber } from '../../ui/format.ts'
import type { MetricRow } from '../outcomes/queries.ts'
import { scaleOf } from './plan-draft.ts'
import type { Plan } from './queries.ts'

type Quantity = { metricId: string; value: number; kind: 'absolute' | 'relative' }

/** An effect or a loss as people say it: “8 points”, “5 %”. */
export function amountWords({ metricId, value, kind }: Quantity, metrics: MetricRow[]) {
  const metric = metrics.find(({ id }) => id === metricId)?.key ?? ''
  const { by, unit } = scaleOf({ metric, kind }, metrics)
  return `${formatNumber(value * by, 2)} ${unit}`.trim()
}

export function designWords({ design }: Pick<Plan, 'design'>) {
  if (design.kind === 'before-after') return `Before and after the launch, looking back ${design.weeksBefore} weeks`
  const { treatment, control, exposureEvent, windowDays } = design
  return `Experiment: “${treatment}” against “${control}”, told by ${exposureEvent}, ${windowDays} days for each person`
}
