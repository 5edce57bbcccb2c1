import { expect, test } from 'vitest'
import { bucketEnd, bucketStart, bucketsIn } from './buckets.ts'

const day = (at: Date) => at.toISOString().slice(0, 10)

test.each([
  ['2026-03-01T23:59:59.999Z', 'day', '2026-03-01', '2026-03-02'],
  ['2026-03-01T23:59:59.999Z', 'week', '2026-02-23', '2026-03-02'],
  ['2026-03-02T00:00:00.000Z', 'week', '2026-03-02', '2026-03-09'],
  ['2024-02-29T12:00:00.000Z', 'month', '2024-02-01', '2024-03-01'],
  ['2025-12-31T12:00:00.000Z', 'month', '2025-12-01', '2026-01-01'],
] as const)('%s lies in the %s from %s to %s', (at, granularity, from, to) => {
  const start = bucketStart(new Date(at), granularity)
  expect([day(start), day(bucketEnd(start, granularity))]).toEqual([from, to])
})

test('a period touches every bucket from its start to just before its end', () => {
  expect(bucketsIn({ from: new Date('2026-01-31'), to: new Date('2026-03-01') }, 'month').map(day)).toEqual(['2026-01-01', '2026-02-01'])
  expect(bucketsIn({ from: new Date('2026-01-31'), to: new Date('2026-01-31') }, 'day')).toEqual([])
})
