import { expect, test } from 'vitest'
import { activityWords, valueWords } from './activity-words.ts'

test('a verb nobody wrote words for is still a sentence', () => {
  expect(activityWords('bet.committed')).toBe('committed it')
  expect(activityWords('problem.added')).toBe('added this')
})

test.each([
  [null, ''],
  [{ low: 4, likely: 9, high: 14 }, '4 to 14'],
  [['a', 'b'], 'a, b'],
  [3, '3'],
])('%o is written %s', (value, words) => {
  expect(valueWords(value)).toBe(words)
})
