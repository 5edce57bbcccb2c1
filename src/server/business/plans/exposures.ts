import type { MetricDefinition } from '#domain/business/metric.ts'
import type { ExperimentArms } from '#warehouse/events.ts'
import type { Scope } from '../../scope.ts'
import type { Experiment } from './past.ts'

export type Exposure = ExperimentArms['exposures'][number]
type Asked = { design: Experiment; metric: MetricDefinition; until: Date }

/** Who met the exposure event for the first time in a span, by day and variant, whatever the variants are called. */
export async function exposuresIn(scope: Scope, { design, metric, until }: Asked, from: Date, to: Date): Promise<Exposure[]> {
  if (to <= from) return []
  const { exposureEvent: event, variantProperty, control, windowDays } = design
  const { exposures } = await scope.services.warehouse.experimentArms(scope.workspaceId, {
    metric,
    exposure: { event, variantProperty, control },
    period: { from, to, asOf: until },
    windowDays,
  })
  return exposures
}

export const peopleIn = (exposures: readonly Exposure[]) => exposures.reduce((sum, { people }) => sum + people, 0)

export const peopleWords = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`
