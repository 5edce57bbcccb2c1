import fc from 'fast-check'
import { pairedSumsOf, ratioSumsOf, sumsOf } from '../sums.ts'

const nasty = [0, -0, 1, -1, 2, 0.5, 1e-300, -1e-300, 1e12, -1e12, 1e150, 1e308, -1e308, 2 ** 53, Number.NaN, Infinity, -Infinity]

export const anyNumber = fc.oneof(fc.constantFrom(...nasty), fc.double({ min: -100, max: 100, noNaN: true }), fc.double())
export const anyCount = fc.oneof(fc.constantFrom(0, 1, 2, -1, 0.5, 1e12, 2 ** 53, Number.NaN, Infinity), fc.nat(60))
export const anyRate = fc.oneof(
  fc.constantFrom(0, 1, 0.05, -0.1, 2, 1e-300, Number.NaN, Infinity),
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
)
const usualNumber = fc.double({ min: -50, max: 50, noNaN: true })

/** Values of somebody's metric: usual ones, all the same, only ones and zeros, refunds, enormous, or with one that is no number. */
export const anyValues = (most = 30) =>
  fc.oneof(
    fc.array(usualNumber, { maxLength: most }),
    fc.array(anyNumber, { maxLength: 8 }),
    fc.tuple(anyNumber, fc.nat(most)).map(([value, n]) => Array.from({ length: n }, () => value)),
    fc.array(fc.constantFrom(0, 1), { maxLength: most }),
    fc.array(usualNumber, { maxLength: most }).map((values) => values.map((value) => value * 1e12)),
    fc.tuple(fc.array(usualNumber, { minLength: 1, maxLength: most }), anyNumber).map(([values, one]) => values.with(0, one)),
  )

/** Series of the same length, long enough for most methods, one of them maybe spoilt, with an index that may lie outside. */
export const anySeries = (count: number, length = 40) =>
  fc
    .tuple(
      fc.array(fc.array(usualNumber, { minLength: length, maxLength: length }), { minLength: count, maxLength: count }),
      fc.constantFrom('as it is', 'flat', 'same', 'spoilt', 'short', 'huge', 'straight'),
      anyNumber,
      fc.oneof(fc.integer({ min: 4, max: length - 4 }), anyCount),
    )
    .map(([series, fault, number, changeAt]) => ({ series: spoil(series, fault, number), changeAt }))

function spoil(series: number[][], fault: string, number: number): number[][] {
  const [first, ...rest] = series as [number[], ...number[][]]
  switch (fault) {
    case 'flat':
      return series.map((one) => one.map(() => number))
    case 'same':
      return series.map(() => first)
    case 'spoilt':
      return [first.with(3, number), ...rest]
    case 'short':
      return [first.slice(0, 3), ...rest]
    case 'huge':
      return series.map((one) => one.map((value) => value * 1e12))
    case 'straight':
      return series.map((one) => one.map((_, t) => t))
    default:
      return series
  }
}

export const anySums = fc.oneof(anyValues().map(sumsOf), fc.record({ n: anyCount, sum: anyNumber, sumSquares: anyNumber }))
const bothValues = fc.tuple(anyValues(), anyValues()).map(([a, b]) => {
  const n = Math.min(a.length, b.length)
  return [a.slice(0, n), b.slice(0, n)] as const
})
export const anyRatioSums = fc.oneof(
  bothValues.map(([a, b]) => ratioSumsOf(a, b)),
  fc.record({ n: anyCount, numerator: anySums, denominator: anySums, crossProducts: anyNumber }),
)
export const anyPairedSums = fc.oneof(
  bothValues.map(([a, b]) => pairedSumsOf(a, b)),
  fc.record({ n: anyCount, outcome: anySums, covariate: anySums, crossProducts: anyNumber }),
)
export const anyPairedRatioSums = fc.record({
  n: anyCount,
  outcome: anyRatioSums,
  before: anyRatioSums,
  across: fc.record({ numerators: anyNumber, numeratorDenominator: anyNumber, denominatorNumerator: anyNumber, denominators: anyNumber }),
})

export const anyTrials = fc.oneof(
  fc.nat(60).chain((trials) => fc.record({ successes: fc.oneof(fc.constantFrom(0, trials), fc.nat(trials)), trials: fc.constant(trials) })),
  fc.record({ successes: anyCount, trials: anyCount }),
)
export const anyQuantile = fc.record({ n: anyCount, value: anyNumber, low: anyNumber, high: anyNumber })

/** The same thing for both groups. */
export const both = <T>(arm: fc.Arbitrary<T>) => fc.record({ control: arm, treatment: arm })

export const soundEffect = fc.record({
  effect: fc.oneof(fc.constantFrom(0, 1e12, -1e12, 1e-12), usualNumber),
  standardError: fc.oneof(fc.constantFrom(1e-12, 1e12), fc.double({ min: 1e-3, max: 50, noNaN: true })),
  degreesOfFreedom: fc.constantFrom(Infinity, 1, 3.7, 1e6),
  n: fc.integer({ min: 2, max: 1e9 }),
})

export const anyForecasts = fc.oneof(
  fc.array(fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.boolean() }), { maxLength: 80 }),
  fc.array(fc.record({ probability: anyRate, outcome: fc.boolean() }), { maxLength: 30 }),
  fc.nat(80).map((n) => Array.from({ length: n }, () => ({ probability: 0.5, outcome: true }))),
)
