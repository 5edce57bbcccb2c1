import type { MetricDefinition } from '#domain/business/metric.ts'

export type MetricKind = MetricDefinition['kind']
export type SelectionField = 'of' | 'among' | 'start' | 'back' | 'first' | 'next'

export const kindOptions: { value: MetricKind; label: string }[] = [
  { value: 'adoption', label: 'Adoption' },
  { value: 'retention', label: 'Retention' },
  { value: 'engagement', label: 'Engagement' },
  { value: 'conversion', label: 'Conversion' },
  { value: 'revenue', label: 'Sum' },
]

export const kindWords: Record<MetricKind, string> = {
  adoption: 'How many people, or which share of them, did something in a period.',
  retention: 'Which share of those who started came back after so many days.',
  engagement: 'How often, or on how many days, each person did it.',
  conversion: 'Which share of those who did one thing did another within so many days.',
  revenue: 'The sum of a number that comes along with an event.',
}

/** The events each kind asks for, and how the question is put. */
export const selectionFields: Record<MetricKind, { field: SelectionField; label: string }[]> = {
  adoption: [
    { field: 'of', label: 'People who did' },
    { field: 'among', label: 'Out of those who did' },
  ],
  retention: [
    { field: 'start', label: 'People who started with' },
    { field: 'back', label: 'Came back and did' },
  ],
  engagement: [{ field: 'of', label: 'Every time somebody did' }],
  conversion: [
    { field: 'first', label: 'People who first did' },
    { field: 'next', label: 'And then did' },
  ],
  revenue: [{ field: 'of', label: 'Over every' }],
}

const any = () => ({ filters: [] })
/** An empty name counts nothing: it waits for an event, or for “any event”. */
const unchosen = () => ({ event: '', filters: [] })

/** A definition of another kind that keeps what both kinds have. */
export function definitionAs(kind: MetricKind, { granularity, direction, unit }: MetricDefinition): MetricDefinition {
  const common = { granularity, direction, unit }
  switch (kind) {
    case 'adoption':
      return { kind, of: unchosen(), measure: 'people', among: any(), ...common }
    case 'retention':
      return { kind, start: unchosen(), back: unchosen(), day: 7, counting: 'within', ...common }
    case 'engagement':
      return { kind, of: unchosen(), measure: 'events', ...common }
    case 'conversion':
      return { kind, first: unchosen(), next: unchosen(), withinDays: 7, ...common }
    case 'revenue':
      return { kind, of: unchosen(), property: '', per: 'total', ...common }
  }
}

export const firstDefinition: MetricDefinition = {
  kind: 'adoption',
  of: unchosen(),
  measure: 'people',
  among: any(),
  granularity: 'week',
  direction: 'up',
  unit: '',
}
