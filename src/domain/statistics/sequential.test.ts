import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawNormals, startChance } from './chance.ts'
import { compareMeans, confidenceInterval, type Effect, meanOf, pValue } from './estimates.ts'
import { liftOf } from './lift.ts'
import { must } from './must.ts'
import cases from './reference-data/published-cases.json' with { type: 'json' }
import { alwaysValidInterval, alwaysValidLowerBound, alwaysValidP, alwaysValidPGreater, smallestSoFar, splitAlpha } from './sequential.ts'
import { addSums, sumsOf } from './sums.ts'

const arm = ({ n, sum, sumsq }: { n: number; sum: number; sumsq: number }) => ({ n, sum, sumSquares: sumsq })

test('the always-valid interval of a lift agrees with GrowthBook', () => {
  const { input, expected, tol } = cases['gb-seq-mean-rel']
  const arms = { control: must(meanOf(arm(input.control))), treatment: must(meanOf(arm(input.treatment))) }
  const lift = must(liftOf(arms))
  const plan = { alpha: input.alpha, plannedUnits: input.N_tune }
  const { low, high } = alwaysValidInterval(lift, plan)
  expect(Math.abs(low - expected.lo)).toBeLessThanOrEqual(tol)
  expect(Math.abs(high - expected.hi)).toBeLessThanOrEqual(tol)
  expect(alwaysValidP(lift, plan)).toBe(expected.p)
})

test('the one-sided bound agrees with GrowthBook to 9 digits', () => {
  const { input, expected } = cases['gb-seq-1s-lesser-abs']
  const effect = must(compareMeans({ control: arm(input.control), treatment: arm(input.treatment) }))
  const plan = { alpha: input.alpha, plannedUnits: input.N_tune }
  const above = alwaysValidLowerBound({ ...effect, effect: -effect.effect }, plan)
  expect(-above).toBeCloseTo(expected.hi, 9)
})

test('the one-sided p is the exact root, not the bisection step after it', () => {
  const { input } = cases['gb-seq-1s-greater-abs-p']
  const effect = must(compareMeans({ control: arm(input.control), treatment: arm(input.treatment) }))
  expect(alwaysValidPGreater(effect, { alpha: input.alpha, plannedUnits: input.N_tune })).toBeCloseTo(0.463047, 6)
})

const effect = fc.record({
  effect: fc.double({ min: -10, max: 10, noNaN: true }),
  standardError: fc.double({ min: 0.01, max: 5, noNaN: true }),
  degreesOfFreedom: fc.constant(Infinity),
  n: fc.integer({ min: 2, max: 1_000_000 }),
})

test('interval and p agree about 0, on either side', () => {
  const plan = { alpha: 0.05, plannedUnits: 10_000 }
  fc.assert(
    fc.property(effect, (one) => {
      const { low, high } = alwaysValidInterval(one, plan)
      expect(low > 0 || high < 0).toBe(alwaysValidP(one, plan) < plan.alpha)
      expect(alwaysValidLowerBound(one, plan) > 0).toBe(alwaysValidPGreater(one, plan) < plan.alpha)
    }),
  )
})

test.each([
  [0.1, 1.97],
  [0.25, 1.67],
  [0.5, 1.57],
  [1, 1.549],
  [2, 1.56],
  [4, 1.6],
  [10, 1.65],
])('at %f of the planned size it is %f times as wide as a fixed interval', (share, times) => {
  const one: Effect = { effect: 0, standardError: 1, degreesOfFreedom: Infinity, n: 1e6 * share }
  expect(alwaysValidInterval(one, { alpha: 0.05, plannedUnits: 1e6 }).high / confidenceInterval(one, 0.05).high).toBeCloseTo(times, 1.5)
})

test('one side is tighter than two near the planned size', () => {
  const one: Effect = { effect: 1, standardError: 1, degreesOfFreedom: Infinity, n: 10_000 }
  const plan = { alpha: 0.05, plannedUnits: 10_000 }
  expect(alwaysValidLowerBound(one, plan)).toBeGreaterThan(alwaysValidInterval(one, plan).low)
})

test('the running p never rises', () => {
  expect(smallestSoFar([0.4, 0.03, 0.2])).toEqual([0.4, 0.03, 0.03])
  expect(smallestSoFar([])).toEqual([])
})

test('a hybrid split spends alpha once', () => {
  const { running, atCheckDate } = splitAlpha(0.05)
  expect(running).toBeCloseTo(0.01, 12)
  expect(running + atCheckDate).toBeCloseTo(0.05, 12)
})

test('peeking 20 times at no effect is wrong under 3 % of the time, where a naive test is wrong over 20 %', () => {
  const chance = startChance(7)
  const runs = Array.from({ length: 400 }, () => peekRepeatedly(chance))
  expect(runs.filter(({ alwaysValid }) => alwaysValid).length / runs.length).toBeLessThan(0.03)
  expect(runs.filter(({ naive }) => naive).length / runs.length).toBeGreaterThan(0.2)
})

function peekRepeatedly(chance: ReturnType<typeof startChance>) {
  let [control, treatment] = [sumsOf([]), sumsOf([])]
  const seen = { naive: false, alwaysValid: false }
  for (let look = 0; look < 20; look++) {
    control = addSums(control, sumsOf(drawNormals(chance, 50)))
    treatment = addSums(treatment, sumsOf(drawNormals(chance, 50)))
    const found = must(compareMeans({ control, treatment }))
    seen.naive ||= pValue(found) < 0.05
    seen.alwaysValid ||= alwaysValidP(found, { alpha: 0.05, plannedUnits: 2000 }) < 0.05
  }
  return seen
}
