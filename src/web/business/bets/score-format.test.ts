import { expect, test } from 'vitest'
import { placeInShort, placeInWords } from './score-format.ts'

test('a place is told with how sure it is', () => {
  expect(placeInWords({ low: 2, median: 4, high: 7 }, 12)).toBe('very likely between 2nd and 7th of 12')
  expect(placeInWords({ low: 1, median: 1, high: 1 }, 3)).toBe('very likely 1st of 3')
  expect(placeInWords({ low: 11, median: 13, high: 23 }, 112)).toBe('very likely between 11th and 23rd of 112')
})

test('in a column it is short', () => {
  expect(placeInShort({ low: 2, median: 4, high: 7 })).toBe('2–7')
  expect(placeInShort({ low: 3, median: 3, high: 3 })).toBe('3')
})
