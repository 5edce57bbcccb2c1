import type { Granularity } from '#domain/business/metric.ts'
import { DAY_MS } from '#domain/dates.ts'
import { bucketEnd, bucketStart } from '#warehouse/buckets.ts'

/** From when a comparison with the time before reads: whole points only, so that so many weeks give the points they promise. */
export function beforeTheChange(change: Date, weeksBefore: number, granularity: Granularity) {
  return bucketStart(new Date(change.getTime() - weeksBefore * 7 * DAY_MS), granularity)
}

/** Whether a point holds time from before and from after: it belongs to neither. */
export function isMixed(at: Date, change: Date, granularity: Granularity) {
  return at < change && bucketEnd(at, granularity) > change
}
