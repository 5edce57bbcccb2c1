import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeFault } from './range-fault.ts'
import { Range } from './ranges.ts'

test.each([
  [null, null, null, undefined],
  [1, null, 4, undefined],
  [1, 2, 4, undefined],
  [0, null, 0, undefined],
  [-1, null, 4, 'An estimate is a number from 0 on.'],
  [Number.NaN, null, 4, 'An estimate is a number from 0 on.'],
  [1, null, 120, 'It is at most 100 %.'],
  [1, null, null, 'Say both low and high; only likely may stay empty.'],
  [null, 2, null, 'Say both low and high; only likely may stay empty.'],
  [4, null, 1, 'Low must not be above high.'],
  [1, 9, 4, 'Likely must lie between low and high.'],
])('low %s, likely %s, high %s: %s', (low, likely, high, fault) => {
  expect(rangeFault({ low, likely, high }, { max: 100, unit: '%' })).toBe(fault)
})

test('what has no fault is accepted by the server, and what has one is not', () => {
  const end = fc.option(fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(0, 1, 1e12, 2e12)))
  fc.assert(
    fc.property(end, end, end, (low, likely, high) => {
      fc.pre(low !== null || likely !== null || high !== null)
      const accepted = Range.safeParse({ low, high, ...(likely === null ? {} : { likely }) }).success
      expect(rangeFault({ low, likely, high }) === undefined).toBe(accepted)
    }),
  )
})
