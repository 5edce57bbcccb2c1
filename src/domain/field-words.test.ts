import { expect, test } from 'vitest'
import { fieldWords } from './field-words.ts'

test('a field is said in words', () => {
  expect(fieldWords('smallestEffect')).toBe('smallest effect')
  expect(fieldWords('title')).toBe('title')
})
