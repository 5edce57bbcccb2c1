import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Effect } from './estimates.ts'
import { must } from './must.ts'
import { updateByPrior } from './prior.ts'
import { stitchedBound } from './stitched-bound.ts'
import { triangularMoments, triangularQuantile } from './triangular.ts'

const effect: fc.Arbitrary<Effect> = fc.record({
  effect: fc.double({ min: -10, max: 10, noNaN: true }),
  standardError: fc.double({ min: 0.01, max: 10, noNaN: true }),
  degreesOfFreedom: fc.constant(Infinity),
  n: fc.integer({ min: 2, max: 1_000 }),
})
const prior = fc.record({ mean: fc.double({ min: -2, max: 2, noNaN: true }), sd: fc.double({ min: 0.01, max: 5, noNaN: true }) })

test('what is believed afterwards lies between prior and data, is surer than either, and does not mind their order', () => {
  fc.assert(
    fc.property(effect, prior, (data, before) => {
      const after = must(updateByPrior(data, before))
      expect(after.effect).toBeGreaterThanOrEqual(Math.min(data.effect, before.mean) - 1e-9)
      expect(after.effect).toBeLessThanOrEqual(Math.max(data.effect, before.mean) + 1e-9)
      expect(after.standardError).toBeLessThanOrEqual(Math.min(data.standardError, before.sd) + 1e-9)
      const turned = must(
        updateByPrior({ ...data, effect: before.mean, standardError: before.sd }, { mean: data.effect, sd: data.standardError }),
      )
      expect(turned.effect).toBeCloseTo(after.effect, 9)
    }),
  )
})

test('a prior that knows nothing changes nothing', () => {
  const data: Effect = { effect: 0.3, standardError: 0.1, degreesOfFreedom: 20, n: 22 }
  expect(must(updateByPrior(data, { mean: 0, sd: 1e9 }))).toMatchObject({ effect: 0.3, standardError: 0.1 })
  expect(updateByPrior(data, { mean: 0, sd: 0 })).toHaveProperty('refused')
})

test('a stitched bound grows with variance, sureness and reach, and slower than any line', () => {
  const bound = (change: object) => must(stitchedBound({ v: 100, startAt: 10, alpha: 0.05, c: 0, ...change }))
  expect(bound({ v: 200 })).toBeGreaterThan(bound({}))
  expect(bound({ alpha: 0.01 })).toBeGreaterThan(bound({}))
  expect(bound({ c: 3 })).toBeGreaterThan(bound({}))
  expect(bound({ v: 1e10 }) / 1e10).toBeLessThan(bound({ v: 1e4 }) / 1e4)
  expect(bound({ v: 1 })).toBe(bound({ v: 10 }))
  expect(stitchedBound({ v: 1, startAt: 0, alpha: 0.05, c: 0 })).toHaveProperty('refused')
})

test('a triangle: its quantiles rise from end to end, its mean and spread are those of its quantiles', () => {
  const triangle = { low: 2, likely: 5, high: 12 }
  const drawn = Array.from({ length: 4_000 }, (_, at) => must(triangularQuantile(triangle, (at + 0.5) / 4_000)))
  expect(drawn.toSorted((a, b) => a - b)).toEqual(drawn)
  const { mean, sd } = must(triangularMoments(triangle))
  const average = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
  expect(average).toBeCloseTo(mean, 4)
  expect(Math.sqrt(drawn.reduce((sum, x) => sum + (x - average) ** 2, 0) / drawn.length)).toBeCloseTo(sd, 3)
  expect(triangularMoments({ low: 1, likely: 1, high: 1 })).toHaveProperty('refused')
  expect(triangularQuantile({ low: 3, likely: 1, high: 4 }, 0.5)).toHaveProperty('refused')
})
