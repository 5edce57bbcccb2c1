import { expect, test } from 'vitest'
import { readAmount } from './editable-amount.tsx'

test('amounts are read as people write them', () => {
  expect(['7,200', '€7.200', '7 200', '12.5', '12,5', ''].map(readAmount)).toEqual([7200, 7200, 7200, 12.5, 12.5, null])
})

test('what is not a number is not taken', () => {
  expect(readAmount('a lot')).toBeUndefined()
})
