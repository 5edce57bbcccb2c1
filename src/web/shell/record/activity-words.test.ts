import { expect, test } from 'vitest'
import { activityWords, changesInWords, valueWords } from './activity-words.ts'

test('a verb nobody wrote words for is still a sentence', () => {
  expect(activityWords('bet.committed')).toBe('committed it')
  expect(activityWords('problem.added')).toBe('added this')
})

test.each([
  [null, ''],
  [{ low: 4, likely: 9, high: 14 }, '4 to 14'],
  [['a', 'b'], 'a, b'],
  [3, '3'],
  [true, 'yes'],
])('%o is written %s', (value, words) => {
  expect(valueWords(value)).toBe(words)
})

test('a metric that is counted another way says what changed beside what did not', () => {
  const before = { kind: 'conversion', first: { event: 'signed_up' }, next: { event: 'invited' }, withinDays: 7 }
  expect(changesInWords({ definition: { before, after: { ...before, withinDays: 14 } } })).toEqual([
    { field: 'Conversion from “signed_up” to “invited”, each week', from: 'within 7 days', to: 'within 14 days' },
  ])
  expect(changesInWords({ definition: { before, after: { kind: 'engagement', of: { event: 'invited' } } } })).toEqual([
    {
      field: 'definition',
      from: 'Conversion from “signed_up” to “invited”, within 7 days, each week',
      to: 'Times of “invited” per person, each week',
    },
  ])
})

test('what a metric’s definition repeats of other fields is told once', () => {
  const before = { kind: 'engagement', of: { event: 'invited' } }
  const changes = { definition: { before, after: { ...before, direction: 'down' } }, direction: { before: 'up', after: 'down' } }
  expect(changesInWords(changes)).toEqual([{ field: 'direction', from: 'up', to: 'down' }])
})

test('other fields are named as people say them', () => {
  expect(changesInWords({ northStar: { before: false, after: true } })).toEqual([{ field: 'north star', from: 'no', to: 'yes' }])
})
