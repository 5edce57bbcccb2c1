import { type MetricDefinition, TellingDefinition } from '#domain/business/metric.ts'
import type { FieldFault } from '../../ui/field.tsx'

/** What keeps a definition from being one: a sentence for each field, with the field it stands in. */
export function faultsOf(definition: MetricDefinition): FieldFault[] {
  const { error } = TellingDefinition.safeParse(definition)
  return (error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }))
}
