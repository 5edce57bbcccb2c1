import { expect, test } from 'vitest'
import { confidenceInterval, differenceOf } from './estimates.ts'
import { must } from './must.ts'
import { quantileBounds, quantileOf, sampleQuantile } from './quantiles.ts'
import cases from './reference-data/published-cases.json' with { type: 'json' }
import { capOf, winsoriseArms, winsorisedSums } from './winsorise.ts'

test('the difference of two 90th percentiles agrees with GrowthBook to 9 digits', () => {
  const { input, expected } = cases['gb-quantile-abs-flat']
  const arm = ({ n, q, lo, hi }: typeof input.control) => must(quantileOf({ n, value: q, low: lo, high: hi }))
  const effect = must(differenceOf({ control: arm(input.control), treatment: arm(input.treatment) }))
  const { low, high } = confidenceInterval({ ...effect, degreesOfFreedom: Infinity }, 0.05)
  expect(effect.effect).toBeCloseTo(expected.est, 9)
  // n − 1 over n is the only difference: the source's Bayesian interval uses the same variance per unit.
  expect(Math.abs(low - expected.lo)).toBeLessThan(1e-9)
  expect(Math.abs(high - expected.hi)).toBeLessThan(1e-9)
})

test("quantiles between order statistics are R's type 7", () => {
  expect(must(sampleQuantile([1, 2, 3, 4], 0.9))).toBeCloseTo(3.7, 12)
  expect(must(sampleQuantile([5], 0.3))).toBe(5)
  expect(sampleQuantile([], 0.5)).toHaveProperty('refused')
  expect(sampleQuantile([Number.NaN], 0.5)).toHaveProperty('refused')
})

test('bounds of a quantile narrow with n and stay probabilities', () => {
  const [few, many] = [quantileBounds(0.9, 20), quantileBounds(0.9, 20_000)]
  expect(few.high).toBeLessThanOrEqual(1)
  expect(many.high - many.low).toBeLessThan(few.high - few.low)
})

test('a quantile without width, or of one unit, is refused', () => {
  expect(quantileOf({ n: 50, value: 1, low: 1, high: 1 })).toHaveProperty('refused')
  expect(quantileOf({ n: 1, value: 1, low: 0, high: 2 })).toHaveProperty('refused')
  expect(quantileOf({ n: 10, value: Infinity, low: 0, high: 2 })).toHaveProperty('refused')
})

test('one whale is capped at the quantile of all who spent, in both arms alike', () => {
  const control = [...Array.from({ length: 999 }, (_, i) => i % 50), 1e6]
  const treatment = Array.from({ length: 1000 }, (_, i) => i % 50)
  const capped = must(winsoriseArms({ control, treatment }))
  expect(capped.touched).toBe(1)
  expect(capped.cap).toBeLessThan(1e6)
  expect(capped.control.sum).toBeLessThan(capped.treatment.sum * 1.2)
})

test('zeros do not lower the cap, refunds stay, and nobody spending means no cap', () => {
  expect(must(capOf([0, 0, 0, 0, 10, 20], 0.5))).toBe(15)
  expect(winsorisedSums([-5, 100], 10)).toEqual({ n: 2, sum: 5, sumSquares: 125 })
  expect(capOf([0, 0])).toBe(Infinity)
  expect(winsoriseArms({ control: [Number.NaN], treatment: [1] })).toHaveProperty('refused')
})
