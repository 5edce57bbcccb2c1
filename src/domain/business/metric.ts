import { z } from 'zod'

const text = z.string().trim().max(200)
const Name = text.min(1, 'Name an event, or choose “any event”.')
const Property = text.min(1, 'Name the property of the condition.')
const Scalar = z.union([z.string().max(1_000), z.number(), z.boolean()])
const on = z.enum(['event', 'person'])

/** Narrows events by a property of the event or of the person who did it. A missing property equals nothing. */
export const PropertyFilter = z.discriminatedUnion('is', [
  z.object({ on, property: Property, is: z.enum(['eq', 'neq']), value: Scalar }),
  z.object({ on, property: Property, is: z.enum(['gt', 'lt']), value: z.number('Write a number to compare with.') }),
  z.object({ on, property: Property, is: z.literal('contains'), value: z.string().min(1, 'Write what the property contains.').max(1_000) }),
  z.object({ on, property: Property, is: z.literal('in'), value: z.array(Scalar).min(1).max(100) }),
  z.object({ on, property: Property, is: z.literal('set') }),
])
export type PropertyFilter = z.infer<typeof PropertyFilter>

/** Which events count: all of one name that pass every filter. Without a name, every event counts. */
export const EventSelection = z.object({ event: Name.optional(), filters: z.array(PropertyFilter).max(20).default([]) })
export type EventSelection = z.infer<typeof EventSelection>

const MOST_DAYS = 730
const dayCount = `Write a whole number of days from 1 to ${MOST_DAYS}.`
const days = z.number(dayCount).int(dayCount).min(1, dayCount).max(MOST_DAYS, dayCount)
const common = {
  granularity: z.enum(['day', 'week', 'month']).default('week'),
  direction: z.enum(['up', 'down']).default('up'),
  unit: z.string().trim().max(40).default(''),
}

/** `people` counts who did it, `share` divides by everybody who did any of `among` in the same period. */
export const AdoptionMetric = z.object({
  kind: z.literal('adoption'),
  of: EventSelection,
  measure: z.enum(['people', 'share']).default('share'),
  among: EventSelection.default({ filters: [] }),
  ...common,
})

/** The share of people starting in a period who come back on day N after their first start (`on`), or on any of the days 1 to N (`within`). */
export const RetentionMetric = z.object({
  kind: z.literal('retention'),
  start: EventSelection,
  back: EventSelection,
  day: days.default(7),
  counting: z.enum(['on', 'within']).default('on'),
  ...common,
})

/** Events, or days with such an event, per person who did it in the period. */
export const EngagementMetric = z.object({
  kind: z.literal('engagement'),
  of: EventSelection,
  measure: z.enum(['events', 'days']).default('events'),
  ...common,
})

/** The share of people who did `first` in the period and then `next` within so many days of their first time in it. */
export const ConversionMetric = z.object({
  kind: z.literal('conversion'),
  first: EventSelection,
  next: EventSelection,
  withinDays: days.default(7),
  ...common,
})

/** The sum of a numeric property, in total or per person who did it in the period. */
export const RevenueMetric = z.object({
  kind: z.literal('revenue'),
  of: EventSelection,
  property: text.min(1, 'Name the property that is summed.'),
  per: z.enum(['total', 'person']).default('total'),
  ...common,
})

/** A metric over product events. Periods are days, weeks from Monday, or months, all in UTC. */
export const MetricDefinition = z.discriminatedUnion('kind', [
  AdoptionMetric,
  RetentionMetric,
  EngagementMetric,
  ConversionMetric,
  RevenueMetric,
])
export type MetricDefinition = z.infer<typeof MetricDefinition>

const countsAll = ({ event, filters }: EventSelection) => event === undefined && filters.length === 0

function countsNothing(metric: MetricDefinition): { path: string[]; message: string } | null {
  if (metric.kind === 'conversion' && countsAll(metric.first) && countsAll(metric.next))
    return { path: ['next', 'event'], message: '“Any event and then any event” counts next to everybody. Name at least one of the two.' }
  if (metric.kind === 'adoption' && metric.measure === 'share' && countsAll(metric.of) && countsAll(metric.among))
    return { path: ['of', 'event'], message: 'Everybody who did any event did any event, so this is always 100%. Name the event.' }
  return null
}

/** A definition as people write it: beyond its form it must tell something. What is stored is read without this. */
export const TellingDefinition = MetricDefinition.superRefine((metric, context) => {
  const fault = countsNothing(metric)
  if (fault) context.addIssue({ code: 'custom', ...fault })
})
export type NewMetricDefinition = z.input<typeof MetricDefinition>
export type Granularity = MetricDefinition['granularity']

const relation = {
  eq: 'is',
  neq: 'is not',
  gt: 'is more than',
  lt: 'is less than',
  contains: 'contains',
  in: 'is one of',
  set: 'is known',
} as const

function describeFilter(filter: PropertyFilter) {
  const subject = filter.on === 'person' ? `the person’s ${filter.property}` : filter.property
  if (filter.is === 'set') return `${subject} is known`
  const value = Array.isArray(filter.value) ? filter.value.join(', ') : String(filter.value)
  return `${subject} ${relation[filter.is]} ${value}`
}

export function describeSelection({ event, filters }: EventSelection) {
  const named = event ? `“${event}”` : 'any event'
  return filters.length ? `${named} where ${filters.map(describeFilter).join(' and ')}` : named
}

export const inDays = (count: number) => (count === 1 ? '1 day' : `${count} days`)

function describeWhat(metric: MetricDefinition): string {
  switch (metric.kind) {
    case 'adoption': {
      const did = describeSelection(metric.of)
      if (metric.measure === 'people') return `Number of people who did ${did}`
      return `Share of people active through ${describeSelection(metric.among)} who did ${did}`
    }
    case 'retention': {
      const when = metric.counting === 'on' ? `${inDays(metric.day)} later` : `within ${inDays(metric.day)}, not counting the first day`
      return `Share of people starting with ${describeSelection(metric.start)} who did ${describeSelection(metric.back)} ${when}`
    }
    case 'engagement':
      return `${metric.measure === 'days' ? 'Days with' : 'Times of'} ${describeSelection(metric.of)} per person who did it`
    case 'conversion':
      return `Share of people who did ${describeSelection(metric.first)} and then ${describeSelection(metric.next)} within ${inDays(metric.withinDays)}`
    case 'revenue':
      return `Sum of ${metric.property} over ${describeSelection(metric.of)}${metric.per === 'person' ? ', per person who did it' : ''}`
  }
}

/** The definition as one sentence that a reader who has never seen the form understands. */
export function describeMetric(metric: MetricDefinition) {
  return `${describeWhat(metric)}, by ${metric.granularity}.`
}

/** Whether each person's value is yes or no, so that the metric of an arm is a share. */
export function isYesOrNo({ kind }: Pick<MetricDefinition, 'kind'>) {
  return kind === 'adoption' || kind === 'retention' || kind === 'conversion'
}

/** Shown as points: the values are shares of people, in an experiment also where the metric itself counts them. */
export function isShare(metric: MetricDefinition, design?: { kind: string }) {
  if (design?.kind === 'experiment') return isYesOrNo(metric)
  return metric.kind === 'retention' || metric.kind === 'conversion' || (metric.kind === 'adoption' && metric.measure === 'share')
}
