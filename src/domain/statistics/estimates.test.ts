import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMeans, confidenceInterval, type Effect, lowerBound, meanOf, pValue, pValueGreater } from './estimates.ts'
import { must } from './must.ts'
import cases from './reference-data/published-cases.json' with { type: 'json' }
import users from './reference-data/tea-tasting-users.json' with { type: 'json' }
import { addSums, type Sums, sumsOf } from './sums.ts'

const arm = ({ n, sum, sumsq }: { n: number; sum: number; sumsq: number }): Sums => ({ n, sum, sumSquares: sumsq })
const group = (values: number[], variant: number) => values.filter((_, unit) => users.variant[unit] === variant)

test('the absolute difference of means agrees with GrowthBook', () => {
  const { input, expected, tol } = cases['gb-welch-abs']
  const effect = must(compareMeans({ control: arm(input.control), treatment: arm(input.treatment) }))
  const { low, high } = confidenceInterval(effect, input.alpha)
  for (const [found, wanted] of [
    [effect.effect, expected.est],
    [effect.standardError, expected.se],
    [low, expected.lo],
    [high, expected.hi],
    [pValue(effect), expected.p],
  ] as const)
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tol)
})

test('a one-sided bound and p agree with GrowthBook to 9 digits', () => {
  const { input, expected } = cases['gb-onesided-greater-abs']
  const effect = must(compareMeans({ control: arm(input.control), treatment: arm(input.treatment) }))
  expect(lowerBound(effect, input.alpha)).toBeCloseTo(expected.lo, 9)
  expect(pValueGreater(effect)).toBeCloseTo(expected.p, 9)
})

test('orders per user agree with tea-tasting', () => {
  const { expected } = cases['tt-mean-basic']
  const effect = must(compareMeans({ control: sumsOf(group(users.orders, 0)), treatment: sumsOf(group(users.orders, 1)) }))
  const { low, high } = confidenceInterval(effect, 0.05)
  expect(effect.effect).toBeCloseTo(expected.est, 9)
  expect(low).toBeCloseTo(expected.lo, 9)
  expect(high).toBeCloseTo(expected.hi, 9)
  expect(pValue(effect)).toBeCloseTo(expected.p, 9)
})

test("Student's sleep data give R's t.test (R 4.2.2)", () => {
  const control = sumsOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
  const treatment = sumsOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
  const effect = must(compareMeans({ control, treatment }))
  expect(pValue(effect)).toBeCloseTo(0.0793941401874, 11)
  expect(effect.degreesOfFreedom).toBeCloseTo(17.7764735162, 9)
  const { low, high } = confidenceInterval(effect, 0.05)
  expect(low).toBeCloseTo(-3.365483230712, 10)
  expect(high).toBeCloseTo(0.205483230712, 10)
})

describe('what cannot be measured is refused with a sentence', () => {
  const fine = sumsOf([1, 2, 3])
  test.each<[string, Sums, RegExp]>([
    ['nobody', sumsOf([]), /Nobody/],
    ['one person', sumsOf([5]), /One unit/],
    ['not a number', { n: 3, sum: Number.NaN, sumSquares: 1 }, /finite/],
    ['infinite', { n: 3, sum: Infinity, sumSquares: Infinity }, /finite/],
    ['half a person', { n: 2.5, sum: 1, sumSquares: 1 }, /whole number/],
    ['impossible squares', { n: 3, sum: 30, sumSquares: 1 }, /smaller than/],
  ])('%s', (_, sums, sentence) => {
    const answer = compareMeans({ control: fine, treatment: sums })
    expect(answer).toEqual({ refused: expect.stringMatching(sentence) })
  })

  test('two groups without any spread', () => {
    expect(compareMeans({ control: sumsOf([2, 2, 2]), treatment: sumsOf([3, 3]) })).toEqual({
      refused: expect.stringMatching(/same value/),
    })
  })
})

test('values of 1e12, refunds, and one constant group still give finite numbers', () => {
  for (const [control, treatment] of [
    [
      [1e12, 2e12, 3e12],
      [4e12, 1e12, 9e12],
    ],
    [
      [-5, -7, 3],
      [-1, 0, -2],
    ],
    [
      [1, 1, 1],
      [1, 2, 3],
    ],
  ] as const) {
    const effect = must(compareMeans({ control: sumsOf(control), treatment: sumsOf(treatment) }))
    expect(Object.values(effect).every(Number.isFinite)).toBe(true)
    expect(pValue(effect)).toBeGreaterThan(0)
  }
})

const sample = fc
  .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 3, maxLength: 30 })
  .filter((values) => Math.max(...values) - Math.min(...values) > 1)

test('sums of two halves are the sums of the whole', () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const [merged, whole] = [addSums(sumsOf(a), sumsOf(b)), sumsOf([...a, ...b])]
      expect(merged.n).toBe(whole.n)
      expect(merged.sum).toBeCloseTo(whole.sum, 6)
      expect(must(meanOf(merged)).variance / must(meanOf(whole)).variance).toBeCloseTo(1, 6)
    }),
  )
})

test('swapping the arms turns the effect around and nothing else', () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const [one, other] = [compare(a, b), compare(b, a)]
      expect(one.effect).toBeCloseTo(-other.effect, 9)
      expect(one.standardError).toBeCloseTo(other.standardError, 9)
      expect(pValue(one)).toBeCloseTo(pValue(other), 9)
    }),
  )
})

test('changing the unit scales the effect; adding a constant to everybody does not move it', () => {
  fc.assert(
    fc.property(sample, sample, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, unit) => {
      const [plain, scaled] = [
        compare(a, b),
        compare(
          a.map((x) => x * unit),
          b.map((x) => x * unit),
        ),
      ]
      expect(scaled.effect / unit).toBeCloseTo(plain.effect, 6)
      expect(pValue(scaled)).toBeCloseTo(pValue(plain), 6)
      const shifted = compare(
        a.map((x) => x + 50),
        b.map((x) => x + 50),
      )
      expect(shifted.effect).toBeCloseTo(plain.effect, 6)
      expect(shifted.standardError).toBeCloseTo(plain.standardError, 6)
    }),
  )
})

test('more of the same data narrows the interval', () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      expect(compare([...a, ...a], [...b, ...b]).standardError).toBeLessThan(compare(a, b).standardError)
    }),
  )
})

function compare(control: readonly number[], treatment: readonly number[]): Effect {
  return must(compareMeans({ control: sumsOf(control), treatment: sumsOf(treatment) }))
}
