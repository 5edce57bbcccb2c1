import { expect, test } from 'vitest'
import { countOf, dayOf, formatAgo, formatDay, formatDuration, formatMoney, formatPercent } from './format.ts'

const now = new Date('2026-11-24T12:00:00Z')

test('a calendar day stays itself in every time zone', () => {
  expect(formatDay('2026-10-12', { now, locale: 'en-GB' })).toBe('12 Oct')
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})

test('the year is said only when it is another one', () => {
  expect(formatDay('2025-10-12', { now, locale: 'en-GB' })).toBe('12 Oct 2025')
})

test.each([
  ['2026-11-24T11:59:40Z', 'just now'],
  ['2026-11-24T11:20:00Z', '40 min ago'],
  ['2026-11-23T10:00:00Z', 'yesterday'],
  ['2026-11-27T12:00:00Z', 'in 3 days'],
])('%s was %s', (when, said) => {
  expect(formatAgo(when, { now, locale: 'en-GB' })).toBe(said)
})

test('money and shares follow the reader', () => {
  expect(formatMoney(48_200, 'EUR', 'en-GB')).toBe('€48,200')
  expect(formatPercent(0.72, 0, 'de').replace(/\s/u, ' ')).toBe('72 %')
})

test('one source is singular', () => {
  expect([countOf(1, 'source'), countOf(9, 'source'), countOf(2, 'reply', 'replies')]).toEqual(['1 source', '9 sources', '2 replies'])
})

test('time left is rounded to what people say', () => {
  expect(formatDuration(170, 'en-GB')).toBe('3 minutes')
  expect(formatDuration(0.2, 'en-GB')).toBe('1 second')
})
