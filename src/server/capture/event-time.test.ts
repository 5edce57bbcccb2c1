import { expect, test } from 'vitest'
import { eventTime, readTime } from './event-time.ts'

const receivedAt = new Date('2026-03-01T12:00:00.000Z')

test.each([
  ['2026-02-28T10:00:00.123Z', '2026-02-28T10:00:00.123Z'],
  ['2026-02-28T10:00:00', '2026-02-28T10:00:00.000Z'],
  ['2026-02-28T10:00:00.123456+00:00', '2026-02-28T10:00:00.123Z'],
  ['2026-02-28 10:00:00 +0530', '2026-02-28T04:30:00.000Z'],
  ['2026-02-28T23:30:00-02', '2026-03-01T01:30:00.000Z'],
  ['1997-01-01', '1997-01-01T00:00:00.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  [1_772_359_200_000, '2026-03-01T10:00:00.000Z'],
  [1_772_359_200, '2026-03-01T10:00:00.000Z'],
])('%s is read as %s', (given, iso) => {
  expect(readTime(given).toISOString()).toBe(iso)
})

test.each(['2026-02-30T00:00:00Z', '2025-02-29', '2026-13-01', '2026-01-01T25:00:00Z', 'yesterday', '5', '', null, {}, true])(
  '%j is no date',
  (given) => {
    expect(readTime(given)).toEqual(new Date(Number.NaN))
  },
)

test('without a time it happened when it was received', () => {
  expect(eventTime({ timestamp: undefined, sentAt: undefined, receivedAt })).toEqual(receivedAt)
})

test('a clock that is an hour fast or slow is corrected by when the sender says it sent', () => {
  const slow = { timestamp: '2026-03-01T10:58:00Z', sentAt: '2026-03-01T11:00:00Z', receivedAt }
  const fast = { timestamp: '2026-03-01T12:58:00Z', sentAt: '2026-03-01T13:00:00Z', receivedAt }
  expect(eventTime(slow).toISOString()).toBe('2026-03-01T11:58:00.000Z')
  expect(eventTime(fast).toISOString()).toBe('2026-03-01T11:58:00.000Z')
})

test('a time sent on purpose stays to the millisecond when the clocks agree', () => {
  const historical = { timestamp: '1997-01-01T23:59:59.999Z', sentAt: '2026-03-01T11:59:58.500Z', receivedAt }
  expect(eventTime(historical).toISOString()).toBe('1997-01-01T23:59:59.999Z')
})

test('a correction never moves an event past the moment it was received', () => {
  const nonsense = { timestamp: '2026-02-01T00:00:00Z', sentAt: '1970-01-01T00:00:00Z', receivedAt }
  expect(eventTime(nonsense).toISOString()).toBe('2026-02-01T00:00:00.000Z')
})
