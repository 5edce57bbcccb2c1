import { expect, test } from 'vitest'
import { foundWords } from './text.ts'

test.each([
  [undefined, 'searching'],
  [0, '0 found'],
  [187, '187 found'],
  [1_000, '1,000 or more found'],
])('%o is told as “%s”', (found, words) => {
  expect(foundWords(found)).toBe(words)
})
