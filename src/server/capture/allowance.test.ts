import { expect, test } from 'vitest'
import { createAllowance } from './allowance.ts'

test('so many at once, then so many a second, each holder for itself', () => {
  const allowance = createAllowance({ burst: 2, perSecond: 1 })
  expect([0, 0, 0].map((now) => allowance.take('a', now))).toEqual([true, true, false])
  expect(allowance.take('b', 0)).toBe(true)
  expect(allowance.take('a', 500)).toBe(false)
  expect(allowance.take('a', 1_500)).toBe(true)
})
