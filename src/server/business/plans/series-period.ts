import type { Granularity } from '#domain/business/metric.ts'
import { DAY_MS } from '#domain/dates.ts'
import { bucketEnd, bucketStart } from '#warehouse/buckets.ts'
import type { Point } from '#warehouse/events.ts'

/** From when a comparison with the time before reads: whole points only, so that so many weeks give the points they promise. */
export function beforeTheChange(change: Date, weeksBefore: number, granularity: Granularity) {
  return bucketStart(new Date(change.getTime() - weeksBefore * 7 * DAY_MS), granularity)
}

/** Where the point begins that is so many whole points before the one this moment lies in. */
export function stepsBack(moment: Date, steps: number, granularity: Granularity) {
  let start = bucketStart(moment, granularity)
  for (let step = 0; step < steps; step++) start = bucketStart(new Date(start.getTime() - 1), granularity)
  return start
}

/** Whether a point holds time from before and from after: it belongs to neither. */
export function isMixed(at: Date, change: Date, granularity: Granularity) {
  return at < change && bucketEnd(at, granularity) > change
}

/** The whole points that have a value, on which step of time each stands, and how many steps between them have none. */
export function valuedPoints(all: readonly Point[], isLeftOut: (at: Date) => boolean = () => false) {
  const places = all.flatMap(({ at, complete, value }, place) => (complete && value !== null && !isLeftOut(at) ? [place] : []))
  const between = all.slice(places[0], places.at(-1))
  const gaps = between.filter(({ at, value }) => value === null && !isLeftOut(at)).length
  return { points: places.map((place) => all[place]!), places, gaps }
}

/** The pattern a plan expects: weekdays, where the metric is counted by day. */
export function seasonOf({ season }: { season: 'none' | 'weekday' }, granularity: Granularity) {
  return season === 'weekday' && granularity === 'day' ? { season: { period: 7, shape: 'dummies' as const } } : {}
}
