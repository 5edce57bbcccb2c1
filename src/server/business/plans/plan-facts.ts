import type { z } from 'zod'
import type { MetricDefinition } from '#domain/business/metric.ts'
import type { NewPlan } from '#domain/business/success-plan.ts'
import { findRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'
import { definitionOf } from '../metrics/queries.ts'

export type Guardrail = { metricId: string; margin: number; marginKind: 'absolute' | 'relative' }
/** What an outlook needs to know of a plan, saved or not. */
export type PlanFacts = Pick<z.output<typeof NewPlan>, 'smallestEffect' | 'effectKind' | 'design' | 'alpha' | 'power' | 'checkDate'> & {
  metricId: string
  guardrails: Guardrail[]
}
/** `arriving` is how many people will have come in by the check date if the traffic stays as it was. */
export type Outlook = {
  suffices: boolean | null
  sentence: string
  people: number | null
  days: number | null
  arriving: number | null
  /** What looks mistyped, or leaves nothing to count, as sentences. */
  doubts: string[]
}
export type PlannedMetric = { name: string; direction: 'up' | 'down'; definition: MetricDefinition }

export async function findPlannedMetric(scope: Scope, id: string): Promise<PlannedMetric> {
  const metric = await findRecord(scope, 'metric', id)
  return { name: metric.name, direction: metric.direction, definition: definitionOf(metric) }
}
