import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanThroughBeta, poolByPrecision } from './combine-ranges.ts'
import { must } from './must.ts'

const range = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map((three) => three.toSorted((a, b) => a - b))
  .map(([low, best, high]) => ({ low: low!, best: best!, high: high! }))

test('the pool lies within the best guesses, in whatever order, and equal widths weigh the same', () => {
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 8 }), (ranges) => {
      const pool = must(poolByPrecision(ranges))
      const best = ranges.map((one) => one.best)
      expect(pool).toBeGreaterThanOrEqual(Math.min(...best) - 1e-12)
      expect(pool).toBeLessThanOrEqual(Math.max(...best) + 1e-12)
      expect(must(poolByPrecision(ranges.toReversed()))).toBeCloseTo(pool, 12)
    }),
  )
  const wide = (best: number) => ({ low: best - 0.1, best, high: best + 0.1 })
  expect(must(poolByPrecision([wide(0.2), wide(0.6)]))).toBeCloseTo(0.4, 12)
})

test('somebody who is sure counts for more, but does not silence the rest', () => {
  const sure = { low: 0.9, best: 0.9, high: 0.9 }
  const unsure = { low: 0.1, best: 0.3, high: 0.5 }
  const pool = must(poolByPrecision([sure, unsure]))
  expect(pool).toBeGreaterThan(0.8)
  expect(pool).toBeLessThan(0.9)
})

test('the beta pushes outwards, leaves one half alone and treats yes and no alike', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 0.99, noNaN: true }), (p) => {
      const pushed = must(meanThroughBeta([p]))
      expect(pushed).toBeGreaterThanOrEqual(p - 1e-9)
      expect(must(meanThroughBeta([1 - p]))).toBeCloseTo(1 - pushed, 9)
      expect(must(meanThroughBeta([p], 1))).toBeCloseTo(p, 12)
    }),
  )
})

test('nobody, ranges out of order and shapes that are none are refused', () => {
  expect(poolByPrecision([])).toHaveProperty('refused')
  expect(poolByPrecision([{ low: 0.5, best: 0.4, high: 0.6 }])).toHaveProperty('refused')
  expect(poolByPrecision([{ low: 0.5, best: 0.5, high: 0.6 }], 0)).toHaveProperty('refused')
  expect(meanThroughBeta([], 6)).toHaveProperty('refused')
  expect(meanThroughBeta([0.5], 0.5)).toHaveProperty('refused')
})
