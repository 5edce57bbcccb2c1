import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustArms, adjustedLift, pairedArmOf, thetaOf } from './cuped.ts'
import { confidenceInterval, differenceOf, pValue } from './estimates.ts'
import { must } from './must.ts'
import { adjustRatioArms, pairedRatioArmOf, ratioThetaOf } from './ratio-cuped.ts'
import { compareRatios, ratioOf } from './ratios.ts'
import cases from './reference-data/published-cases.json' with { type: 'json' }
import ratioCuped from './reference-data/ratio-cuped.json' with { type: 'json' }
import users from './reference-data/tea-tasting-users.json' with { type: 'json' }
import { alwaysValidInterval } from './sequential.ts'
import { addPairedSums, addRatioSums, pairedSumsOf, ratioSumsOf } from './sums.ts'

const of = (values: number[], variant: number) => values.filter((_, unit) => users.variant[unit] === variant)

test('orders per session match tea-tasting', () => {
  const { expected } = cases['tt-mean-ratio_greater_eqvar']
  const ratio = (variant: number) => must(ratioOf(ratioSumsOf(of(users.orders, variant), of(users.sessions, variant))))
  expect(ratio(0).value).toBeCloseTo(expected.control, 12)
  expect(ratio(1).value).toBeCloseTo(expected.treatment, 12)
  // tea-tasting pools the two variances in this case; so does this line, to compare all digits of its statistic.
  const [c, t] = [ratio(0), ratio(1)]
  const pooled = (c.variance * (c.n - 1) + t.variance * (t.n - 1)) / (c.n + t.n - 2)
  expect((t.value - c.value) / Math.sqrt(pooled / c.n + pooled / t.n)).toBeCloseTo(expected.stat, 9)
})

test('a ratio whose denominator is 1 for everybody is a mean', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
      const ratio = must(
        ratioOf(
          ratioSumsOf(
            values,
            values.map(() => 1),
          ),
        ),
      )
      const mean = values.reduce((a, b) => a + b, 0) / values.length
      expect(ratio.value).toBeCloseTo(mean, 12)
      expect(ratio.variance).toBeCloseTo(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1), 8)
    }),
  )
})

test('ratio and paired sums merge', () => {
  const [a, b] = [ratioSumsOf([1, 2, 3], [2, 2, 4]), ratioSumsOf([5, 1], [6, 3])]
  expect(addRatioSums(a, b)).toEqual(ratioSumsOf([1, 2, 3, 5, 1], [2, 2, 4, 6, 3]))
  const [c, d] = [pairedSumsOf([1, 2, 3], [2, 2, 4]), pairedSumsOf([5, 1], [6, 3])]
  expect(addPairedSums(c, d)).toEqual(pairedSumsOf([1, 2, 3, 5, 1], [2, 2, 4, 6, 3]))
})

test('a ratio without denominators, or with sums that do not fit, is refused', () => {
  expect(ratioOf(ratioSumsOf([0, 0], [0, 0]))).toEqual({ refused: expect.stringMatching(/add up to 0/) })
  expect(ratioOf({ ...ratioSumsOf([1, 2], [1, 3]), crossProducts: Number.NaN })).toHaveProperty('refused')
  expect(ratioOf({ ...ratioSumsOf([1, 2], [1, 3]), n: 5 })).toHaveProperty('refused')
  expect(compareRatios({ control: ratioSumsOf([], []), treatment: ratioSumsOf([1, 2], [1, 2]) })).toHaveProperty('refused')
})

test('θ agrees with GrowthBook', () => {
  const arm = pairedSumsOf([2, 1, 5, 3], [0.3, 0.5, 0.9, 22])
  expect(must(thetaOf({ control: arm, treatment: arm }))).toBeCloseTo(cases['gb-cuped-theta'].expected.theta, 5)
})

test('the always-valid interval of an adjusted lift agrees with GrowthBook', () => {
  const { input, expected, tol } = cases['gb-seq-cuped-rel']
  const sums = ({ n, post, pre, sum_prod }: typeof input.control) => ({
    n,
    outcome: { n, sum: post.sum, sumSquares: post.sumsq },
    covariate: { n, sum: pre.sum, sumSquares: pre.sumsq },
    crossProducts: sum_prod,
  })
  const arms = { control: sums(input.control), treatment: sums(input.treatment) }
  const paired = { control: must(pairedArmOf(arms.control)), treatment: must(pairedArmOf(arms.treatment)) }
  const lift = must(adjustedLift(paired, must(thetaOf(arms)), 'expected'))
  const { low, high } = alwaysValidInterval(lift, { alpha: 0.05, plannedUnits: input.N_tune })
  expect(Math.abs(lift.effect - expected.est)).toBeLessThanOrEqual(tol)
  expect(Math.abs(lift.standardError - expected.se)).toBeLessThanOrEqual(tol)
  expect(Math.abs(low - expected.lo)).toBeLessThanOrEqual(tol)
  expect(Math.abs(high - expected.hi)).toBeLessThanOrEqual(tol)
  const full = alwaysValidInterval(must(adjustedLift(paired, must(thetaOf(arms)))), { alpha: 0.05, plannedUnits: input.N_tune })
  expect(Math.abs(full.low - low)).toBeLessThan(1e-5)
})

test('an adjusted ratio agrees with GrowthBook', () => {
  const { expected, tol } = cases['gb-ratio-cuped-rel']
  const arms = { control: must(pairedRatioArmOf(ratioCuped.control)), treatment: must(pairedRatioArmOf(ratioCuped.treatment)) }
  const theta = must(ratioThetaOf(arms))
  expect(theta).toBeCloseTo(0.8290044254063291, 10)
  const lift = must(adjustedLift(arms, theta))
  const { low, high } = confidenceInterval(lift, 0.05)
  expect(Math.abs(lift.effect - expected.est)).toBeLessThanOrEqual(tol)
  expect(Math.abs(lift.standardError - expected.se)).toBeLessThanOrEqual(tol)
  expect(Math.abs(low - expected.lo)).toBeLessThanOrEqual(tol)
  expect(Math.abs(high - expected.hi)).toBeLessThanOrEqual(tol)
  expect(Math.abs(pValue(lift) - expected.p)).toBeLessThanOrEqual(tol)
})

test('adjustment removes the share of variance that ρ² says, and keeps the effect where the arms were alike', () => {
  const before = Array.from({ length: 200 }, (_, i) => (i * 37) % 101)
  const noise = Array.from({ length: 200 }, (_, i) => ((i * 53) % 97) - 48)
  const arm = (shift: number) =>
    pairedSumsOf(
      before.map((x, i) => x + noise[i]! / 2 + shift),
      before,
    )
  const adjusted = must(adjustArms({ control: arm(0), treatment: arm(5) }))
  expect(must(differenceOf(adjusted)).effect).toBeCloseTo(5, 10)
  expect(adjusted.varianceRemoved).toBeGreaterThan(0.7)
  expect(adjusted.varianceRemoved).toBeLessThan(1)
})

test('nothing to adjust by is refused', () => {
  const arm = pairedSumsOf([1, 2, 3], [4, 4, 4])
  expect(adjustArms({ control: arm, treatment: arm })).toEqual({ refused: expect.stringMatching(/from before/) })
  expect(adjustArms({ control: pairedSumsOf([], []), treatment: arm })).toHaveProperty('refused')
  const flat = { ...ratioCuped.control, before: ratioSumsOf([1, 1], [1, 1]) }
  expect(adjustRatioArms({ control: flat, treatment: flat })).toHaveProperty('refused')
  expect(must(adjustRatioArms(ratioCuped)).varianceRemoved).toBeGreaterThan(0)
})
