import type { Granularity } from '#domain/business/metric.ts'

const DAY = 86_400_000

/** The beginning of the UTC day, week (Monday) or month that holds the moment. */
export function bucketStart(at: Date, granularity: Granularity) {
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  if (granularity === 'month') return new Date(Date.UTC(year, month, 1))
  const sinceMonday = granularity === 'week' ? (at.getUTCDay() + 6) % 7 : 0
  return new Date(Date.UTC(year, month, date - sinceMonday))
}

export function bucketEnd(start: Date, granularity: Granularity) {
  if (granularity === 'month') return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1))
  return new Date(start.getTime() + (granularity === 'week' ? 7 : 1) * DAY)
}

/** Every bucket that a half-open period touches, in order. */
export function bucketsIn({ from, to }: { from: Date; to: Date }, granularity: Granularity) {
  const starts: Date[] = []
  for (let start = bucketStart(from, granularity); start < to; start = bucketEnd(start, granularity)) starts.push(start)
  return starts
}
