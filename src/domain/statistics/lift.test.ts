import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidenceInterval, lowerBound, meanOf, pValue, pValueGreater } from './estimates.ts'
import { liftInterval, liftOf, logLiftOf } from './lift.ts'
import { must } from './must.ts'
import { proportionOf } from './proportions.ts'
import cases from './reference-data/published-cases.json' with { type: 'json' }
import users from './reference-data/tea-tasting-users.json' with { type: 'json' }
import { type Sums, sumsOf } from './sums.ts'

const armOf = ({ n, sum, sumsq }: { n: number; sum: number; sumsq: number }) => must(meanOf({ n, sum, sumSquares: sumsq }))
const group = (values: number[], variant: number) => sumsOf(values.filter((_, unit) => users.variant[unit] === variant))

test('the lift of means agrees with GrowthBook', () => {
  const { input, expected, tol } = cases['gb-welch-rel']
  const lift = must(liftOf({ control: armOf(input.control), treatment: armOf(input.treatment) }))
  const { low, high } = confidenceInterval(lift, input.alpha)
  expect(Math.abs(lift.effect - expected.est)).toBeLessThanOrEqual(tol)
  expect(Math.abs(lift.standardError - expected.se)).toBeLessThanOrEqual(tol)
  expect(Math.abs(low - expected.lo)).toBeLessThanOrEqual(tol)
  expect(Math.abs(high - expected.hi)).toBeLessThanOrEqual(tol)
  expect(Math.abs(pValue(lift) - expected.p)).toBeLessThanOrEqual(tol)
})

test('the lift of proportions agrees with GrowthBook', () => {
  const { expected, tol } = cases['gb-prop-rel']
  const [control, treatment] = [must(proportionOf({ successes: 14, trials: 28 })), must(proportionOf({ successes: 16, trials: 30 }))]
  const lift = must(liftOf({ control, treatment }))
  expect(Math.abs(lift.standardError - expected.se)).toBeLessThanOrEqual(tol)
  expect(Math.abs(pValue(lift) - expected.p)).toBeLessThanOrEqual(tol)
  expect(Math.abs(confidenceInterval(lift, 0.05).low - expected.lo)).toBeLessThanOrEqual(tol)
})

test('a one-sided lift agrees with GrowthBook to 9 digits', () => {
  const { input, expected } = cases['gb-onesided-greater-rel']
  const lift = must(liftOf({ control: armOf(input.control), treatment: armOf(input.treatment) }))
  expect(lift.effect).toBeCloseTo(expected.est, 9)
  expect(lift.standardError).toBeCloseTo(expected.se, 9)
  expect(lowerBound(lift, input.alpha)).toBeCloseTo(expected.lo, 9)
  expect(pValueGreater(lift)).toBeCloseTo(expected.p, 9)
})

test('the log-scale interval agrees with tea-tasting to 9 digits', () => {
  const { expected } = cases['tt-mean-basic']
  const arms = { control: must(meanOf(group(users.orders, 0))), treatment: must(meanOf(group(users.orders, 1))) }
  const { low, high } = must(liftInterval(arms, 0.05))
  expect(low).toBeCloseTo(expected.rel_lo, 9)
  expect(high).toBeCloseTo(expected.rel_hi, 9)
})

test('an interval of a lift never falls below −100 % and holds the lift itself', () => {
  const positive = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 4, maxLength: 20 })
  fc.assert(
    fc.property(positive.filter(varies), positive.filter(varies), (a, b) => {
      const arms = { control: must(meanOf(sumsOf(a))), treatment: must(meanOf(sumsOf(b))) }
      const { low, high } = must(liftInterval(arms, 0.05))
      const lift = arms.treatment.value / arms.control.value - 1
      expect(low).toBeGreaterThanOrEqual(-1)
      expect(low).toBeLessThanOrEqual(lift)
      expect(high).toBeGreaterThanOrEqual(lift)
    }),
  )
})

test.each<[string, Sums, Sums]>([
  ['a control at 0', sumsOf([0, 0, 0]), sumsOf([1, 2, 3])],
  ['a control below 0', sumsOf([-3, -2, -5]), sumsOf([1, 2, 3])],
  ['a treatment where nothing happened', sumsOf([1, 2, 3]), sumsOf([0, 0, 0])],
])('a lift over %s has no log-scale interval', (_, control, treatment) => {
  const arms = { control: must(meanOf(control)), treatment: must(meanOf(treatment)) }
  expect(liftInterval(arms, 0.05)).toHaveProperty('refused')
  expect(logLiftOf(arms)).toHaveProperty('refused')
})

test('a plain lift over a control of 0 is refused', () => {
  const arms = { control: must(meanOf(sumsOf([0, 0, 0]))), treatment: must(meanOf(sumsOf([1, 2, 3]))) }
  expect(liftOf(arms)).toHaveProperty('refused')
})

function varies(values: number[]) {
  return Math.max(...values) - Math.min(...values) > 0.5
}
