import { describeSelection, inDays, type MetricDefinition } from './metric.ts'

/** What a definition says, part by part; a part that says nothing is empty. */
type Parts = { what: string; among: string; window: string; period: string }

/** What changed between two definitions. `kept` is what both say. */
export type DefinitionChange = { kept: string; from: string; to: string }

function partsOf(metric: MetricDefinition): Parts {
  const rest = { among: '', window: '', period: `each ${metric.granularity}` }
  switch (metric.kind) {
    case 'adoption': {
      const isShare = metric.measure === 'share'
      const what = `${isShare ? 'Share' : 'Number'} of people who did ${describeSelection(metric.of)}`
      return { ...rest, what, among: isShare ? `out of those who did ${describeSelection(metric.among)}` : '' }
    }
    case 'retention': {
      const what = `Retention from ${describeSelection(metric.start)} to ${describeSelection(metric.back)}`
      return { ...rest, what, window: metric.counting === 'on' ? `${inDays(metric.day)} later` : `within ${inDays(metric.day)}` }
    }
    case 'engagement':
      return { ...rest, what: `${metric.measure === 'days' ? 'Days with' : 'Times of'} ${describeSelection(metric.of)} per person` }
    case 'conversion': {
      const what = `Conversion from ${describeSelection(metric.first)} to ${describeSelection(metric.next)}`
      return { ...rest, what, window: `within ${inDays(metric.withinDays)}` }
    }
    case 'revenue': {
      const what = `Sum of ${metric.property} over ${describeSelection(metric.of)}`
      return { ...rest, what, among: metric.per === 'person' ? 'per person' : 'in total' }
    }
  }
}

const said = (parts: Parts, names: (keyof Parts)[]) =>
  names
    .map((name) => parts[name])
    .filter(Boolean)
    .join(', ')

const all = ['what', 'among', 'window', 'period'] as const

/** Null where both say the same. Direction and unit have lines of their own in a history. */
export function definitionChange(before: MetricDefinition, after: MetricDefinition): DefinitionChange | null {
  const [one, other] = [partsOf(before), partsOf(after)]
  const changed = all.filter((name) => one[name] !== other[name])
  if (changed.length === 0) return null
  if (before.kind !== after.kind) return { kept: '', from: said(one, [...all]), to: said(other, [...all]) }
  return {
    kept: said(
      one,
      all.filter((name) => !changed.includes(name)),
    ),
    from: said(one, changed),
    to: said(other, changed),
  }
}

/** What a metric said then and says now as one sentence, its direction included. */
export function describeRedefinition(before: MetricDefinition, after: MetricDefinition) {
  const { kept, from, to } = definitionChange(before, after) ?? { kept: '', from: '', to: '' }
  const direction = (metric: MetricDefinition) => before.direction !== after.direction && `better when it goes ${metric.direction}`
  const then = [from, direction(before)].filter(Boolean).join(', ')
  const now = [to, direction(after)].filter(Boolean).join(', ')
  return kept ? `${kept[0]!.toUpperCase()}${kept.slice(1)}: then ${then}; now ${now}.` : `Then ${then}; now ${now}.`
}
