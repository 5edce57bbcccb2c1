import { expect, test } from 'vitest'
import { type ExactPlan, followEffectExactly } from './exact-effect.ts'
import {
  bestPrecision,
  betaBinomialMixture,
  exactProportionInterval,
  gammaExponentialMixture,
  type LogMixture,
  mixtureBound,
  normalMixture,
  oneSidedBetaBinomialMixture,
  oneSidedNormalMixture,
} from './exact-sequential.ts'
import { must } from './must.ts'
import path from './reference-data/confseq-effect.json' with { type: 'json' }

const [twoSided, oneSided] = [bestPrecision(100, 0.05), bestPrecision(100, 0.1)]

test('the best precision at v = 100 is that of confseq', () => {
  expect(twoSided).toBeCloseTo(12.60056, 5)
})

test.each<[string, LogMixture, number, number]>([
  ['normal, two-sided', normalMixture(twoSided), -0.6510052, 30.35209],
  ['normal, one-sided', oneSidedNormalMixture(oneSided), -0.06502391, 27.66071],
  ['gamma–exponential', gammaExponentialMixture(oneSided, 2), -0.2490165, 33.02017],
  ['beta–binomial, two-sided', betaBinomialMixture({ rho: twoSided, g: 0.2, h: 0.8 }), -0.6941012, 31.4308],
  ['beta–binomial, one-sided', oneSidedBetaBinomialMixture({ rho: oneSided, g: 0.2, h: 0.8 }), -0.07134019, 28.41238],
])('%s agrees with confseq test/uniform_boundaries_unittest.cpp', (_, mixture, logarithm, bound) => {
  expect(Math.abs(mixture(10, 100) - logarithm)).toBeLessThan(1e-6)
  expect(Math.abs(mixtureBound(mixture, { v: 100, alpha: 0.05 }) - bound)).toBeLessThan(1e-4)
})

test.each([
  [700, 1000, 100, 0.651629, 0.745949],
  [5, 50, 50, 0.013021, 0.269264],
  [1, 50, 50, 0, 0.13489],
  [1, 2, 50, 0, 1],
  [0, 1, 50, 0, 1],
])('the sequence for %i of %i agrees with confseq', (successes, trials, plannedTrials, low, high) => {
  const interval = must(exactProportionInterval({ successes, trials }, { alpha: 0.05, plannedTrials }))
  expect(Math.abs(interval.low - low)).toBeLessThan(1e-5)
  expect(Math.abs(interval.high - high)).toBeLessThan(1e-5)
})

test('0 and all have an end at 0 and 1, and the interval shrinks', () => {
  expect(must(exactProportionInterval({ successes: 0, trials: 1000 }, { alpha: 0.05, plannedTrials: 1000 }))).toMatchObject({ low: 0 })
  expect(must(exactProportionInterval({ successes: 1000, trials: 1000 }, { alpha: 0.05, plannedTrials: 1000 }))).toMatchObject({ high: 1 })
  expect(exactProportionInterval({ successes: 2, trials: 1 }, { alpha: 0.05, plannedTrials: 10 })).toHaveProperty('refused')
  expect(exactProportionInterval({ successes: 1, trials: 2 }, { alpha: 0.05, plannedTrials: 0 })).toHaveProperty('refused')
})

const plan: ExactPlan = { alpha: 0.05, propensity: 0.5, range: { low: 0, high: 1 }, expectedVariance: 0.16, plannedUnits: 50 }

test("all 1,000 steps of confseq's own path agree", () => {
  const observations = path.y.map((outcome, at) => ({ outcome, treated: path.treatment[at] === 1 }))
  const steps = must(followEffectExactly(observations, plan))
  for (const [at, { estimate, interval, p }] of steps.entries()) {
    expect(Math.abs(estimate - path.point_estimate[at]!)).toBeLessThan(1e-10)
    expect(Math.abs(interval.low - path.lower_confidence_bound[at]!)).toBeLessThan(1e-10)
    expect(Math.abs(interval.high - path.upper_confidence_bound[at]!)).toBeLessThan(1e-10)
    expect(Math.abs(p - path.p_value[at]!)).toBeLessThan(1e-10)
  }
  expect(steps.findIndex(({ interval }) => interval.low > 0) + 1).toBe(600)
})

test('outcomes beyond the range, or a chance that is none, are refused', () => {
  expect(followEffectExactly([{ outcome: 2, treated: true }], plan)).toHaveProperty('refused')
  expect(followEffectExactly([{ outcome: Number.NaN, treated: true }], plan)).toHaveProperty('refused')
  expect(followEffectExactly([], { ...plan, propensity: 1 })).toHaveProperty('refused')
  expect(followEffectExactly([], { ...plan, range: { low: 1, high: 1 } })).toHaveProperty('refused')
})
