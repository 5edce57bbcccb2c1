import { MetricDefinition, type NewMetricDefinition } from './metric.ts'

/**
 * The definition as one text, the same for all that count the same: whatever was left out is filled in, and the order of filters is no difference.
 * A unit is a label that nothing is counted by.
 */
export function canonicalDefinition(definition: NewMetricDefinition) {
  const parsed = { ...MetricDefinition.parse(definition), unit: '' }
  const counted = parsed.kind === 'adoption' && parsed.measure === 'people' ? { ...parsed, among: null } : parsed
  return JSON.stringify(counted, (name, value) => (name === 'filters' ? sortedFilters(value) : value))
}

const sortedFilters = (filters: object[]) => filters.map((filter) => JSON.stringify(filter)).toSorted()

export const isSameDefinition = (one: NewMetricDefinition, other: NewMetricDefinition) =>
  canonicalDefinition(one) === canonicalDefinition(other)
