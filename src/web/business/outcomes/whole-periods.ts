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
