import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startChance } from './chance.ts'
import { must } from './must.ts'
import { columnOf, drawScores, shareFactor, startNamedChance } from './uncertain-columns.ts'
import {
  findQuantityFault,
  logParametersOf,
  pertShapeOf,
  quantityMean,
  quantityQuantile,
  type UncertainQuantity,
} from './uncertain-quantity.ts'

// Computed with SciPy.
const ln: UncertainQuantity = { kind: 'lognormal', low: 50, high: 200 }
const pert: UncertainQuantity = { kind: 'pert', low: 2, likely: 5, high: 12 }

test('50 to 200 as a lognormal', () => {
  const { mu, sigma } = logParametersOf({ low: 50, high: 200 })
  expect(mu).toBeCloseTo(4.605170186, 9)
  expect(sigma).toBeCloseTo(0.4214035639, 9)
  expect(must(quantityMean(ln))).toBeCloseTo(109.285166, 6)
  expect(must(quantityQuantile(ln, 0.05))).toBeCloseTo(50, 9)
  expect(must(quantityQuantile(ln, 0.95))).toBeCloseTo(200, 9)
})

test('PERT(2, 5, 12)', () => {
  const { a, b } = pertShapeOf({ low: 2, likely: 5, high: 12 })
  expect([a, b].map((x) => x.toFixed(6))).toEqual(['2.200000', '3.800000'])
  expect(must(quantityMean(pert))).toBeCloseTo(5.6666667, 6)
  expect([0.05, 0.5, 0.95].map((p) => must(quantityQuantile(pert, p)).toFixed(6))).toEqual(['2.957043', '5.509995', '8.915510'])
})

test('a best guess is the median of a skewed range, whose ends are kept', () => {
  const skewed: UncertainQuantity = { kind: 'skewed', low: 2, likely: 3, high: 20 }
  expect([0.05, 0.5, 0.95].map((p) => must(quantityQuantile(skewed, p)).toFixed(6))).toEqual(['2.000000', '3.000000', '20.000000'])
})

const drawn: [string, UncertainQuantity][] = [
  ['lognormal', ln],
  ['PERT', pert],
  ['skewed', { kind: 'skewed', low: 2, likely: 3, high: 9 }],
  ['beta', { kind: 'beta', hits: 3, misses: 27 }],
  ['beta of nothing yet', { kind: 'beta', hits: 0, misses: 0 }],
  ['sharp beta', { kind: 'beta', hits: 4_000, misses: 90_000 }],
  ['categorical', { kind: 'categorical', values: [3, 1, 2], weights: [1, 2, 5] }],
  ['fixed', { kind: 'fixed', value: 7 }],
]

test.each(drawn)('draws of a %s have its mean and its quantiles', (_, quantity) => {
  const column = columnOf(quantity, drawScores(startChance(3), 20_000))
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length
  expect(mean / must(quantityMean(quantity))).toBeCloseTo(1, 2.7)
  const sorted = column.toSorted()
  for (const p of [0.001, 0.05, 0.3, 0.7, 0.95, 0.999])
    expect(sorted[Math.floor(p * 20_000)]! / must(quantityQuantile(quantity, p + 0.5 / 20_000))).toBeCloseTo(1, 3)
})

test('every stratum is drawn once, the same for the same seed', () => {
  const scores = drawScores(startChance(9), 1_000)
  expect(scores).toEqual(drawScores(startChance(9), 1_000))
  expect(scores).not.toEqual(drawScores(startChance(10), 1_000))
  expect(new Set(scores).size).toBe(1_000)
  expect(scores.reduce((sum, z) => sum + z, 0)).toBeCloseTo(0, 9)
})

const correlation = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, at) => sum + x * b[at]!, 0) / a.length

test('two names draw independently, and a shared factor ties them by ρ', () => {
  const [a, b, factor] = ['a', 'b', 'shared'].map((name) => drawScores(startNamedChance(1, name), 20_000)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  expect(Math.abs(correlation(a, b))).toBeLessThan(0.03)
  expect(correlation(shareFactor(a, { factor, rho: 0.4 }), shareFactor(b, { factor, rho: 0.4 }))).toBeCloseTo(0.4, 1)
})

test('quantiles rise with p, and scaling a range scales them', () => {
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
  fc.assert(
    fc.property(share, share, fc.double({ min: 0.01, max: 1_000, noNaN: true }), (p, q, scale) => {
      const at = (range: UncertainQuantity, share: number) => must(quantityQuantile(range, share))
      expect(at(pert, Math.min(p, q))).toBeLessThanOrEqual(at(pert, Math.max(p, q)))
      expect(at({ kind: 'lognormal', low: 50 * scale, high: 200 * scale }, p) / (scale * at(ln, p))).toBeCloseTo(1, 9)
    }),
  )
})

test.each<UncertainQuantity>([
  { kind: 'lognormal', low: 0, high: 1 },
  { kind: 'lognormal', low: 3, high: 1 },
  { kind: 'pert', low: 0, likely: 2, high: 1 },
  { kind: 'skewed', low: -1, likely: 2, high: 3 },
  { kind: 'fixed', value: Number.NaN },
  { kind: 'fixed', value: Number.POSITIVE_INFINITY },
  { kind: 'beta', hits: -1, misses: 1 },
  { kind: 'categorical', values: [], weights: [] },
  { kind: 'categorical', values: [1], weights: [0] },
])('%j is refused', (quantity) => {
  expect(findQuantityFault(quantity)).toHaveProperty('refused')
  expect(quantityMean(quantity)).toHaveProperty('refused')
  expect(quantityQuantile(quantity, 0.5)).toHaveProperty('refused')
})
