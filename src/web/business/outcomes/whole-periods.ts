import type { MetricDefinition } from '#domain/business/metric.ts'
import { dayIn } from '../../ui/axis.ts'
import { countOf } from '../../ui/format.ts'
import type { MetricSeries } from './queries.ts'

type Points = MetricSeries['points']

/** Finished periods only: what is still running would look like a fall. */
export const wholePeriods = (points: Points) => points.filter(({ complete }) => complete)

/** From the first that has a value: before there was anything to measure the picture would be empty. */
export function sinceFirstValue(points: Points) {
  const whole = wholePeriods(points)
  return whole.slice(
    Math.max(
      0,
      whole.findIndex(({ value }) => value !== null),
    ),
  )
}

/** The days that each person is given; a period is whole when everybody in it has had theirs. */
function windowOf(definition: MetricDefinition) {
  if (definition.kind === 'conversion') return definition.withinDays
  return definition.kind === 'retention' ? definition.day : 0
}

/** Why the picture ends before today, where it does. */
export function whyItEnds(points: Points, definition: MetricDefinition) {
  const last = points.findLastIndex(({ complete }) => complete)
  const next = points[last + 1]
  if (!next) return undefined
  const { granularity } = definition
  const days = windowOf(definition)
  if (days === 0) return `The ${granularity} of ${dayIn(next.at)} still runs. It is drawn when it is over.`
  return `The ${granularity}s from ${dayIn(next.at)} on are not drawn yet: not everybody in them has had ${countOf(days, 'day')}.`
}
