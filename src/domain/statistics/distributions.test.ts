import { describe, expect, test } from 'vitest'
import * as distributions from './distributions.ts'
import reference from './reference-data/special-functions.json' with { type: 'json' }

const named = distributions as unknown as Record<string, (...at: number[]) => number>

describe('234 values computed at 60 digits', () => {
  for (const { name, at, value } of reference.cases)
    test(`${name}(${at.join(', ')})`, () => {
      const expected = Number(value)
      expect(Math.abs(named[name]!(...at) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected) + Number.MIN_VALUE)
    })
})

test('a normal quantile below 1e−16 is finite and right', () => {
  expect(distributions.normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 12)
  expect(distributions.normalQuantile(1e-300)).toBeCloseTo(-37.0470962993612, 11)
})

test('tails of 1e−23 keep their digits', () => {
  expect(distributions.tUpperTail(10, 6785.3) / 1.1055202638500157e-23).toBeCloseTo(1, 11)
  expect(distributions.normalUpperTail(10) / 7.619853024160525e-24).toBeCloseTo(1, 11)
})

test('t with infinitely many degrees of freedom is normal', () => {
  expect(distributions.tQuantile(0.975, Infinity)).toBeCloseTo(1.959963984540054, 12)
  expect(distributions.tCdf(-1.5, 1e12)).toBe(distributions.normalCdf(-1.5))
})

test('incomplete gammas hold for large parameters and underflow to 0 and 1', () => {
  expect(distributions.gammaP(1000, 1031.6227766016839)).toBeCloseTo(0.8413841884287209, 10)
  expect(distributions.gammaP(5000, 5000)).toBeCloseTo(0.5018806340338173, 10)
  expect(distributions.chiSquareUpperTail(1e9, 3)).toBe(0)
  expect(distributions.gammaQ(1e6, 9e5)).toBe(1)
  expect(distributions.gammaP(3, Infinity)).toBe(1)
})

test('beta tails mirror', () => {
  expect(distributions.betaCdf(0.001, 0.01, 3)).toBeCloseTo(0.947281024325474, 10)
  expect(distributions.betaUpperTail(0.9, 2, 300)).toBeLessThan(1e-290)
  expect(distributions.betaUpperTail(0.3, 4, 5) + distributions.betaCdf(0.3, 4, 5)).toBeCloseTo(1, 12)
})

test.each([
  ['normalQuantile', [1.1]],
  ['normalCdf', [Number.NaN]],
  ['tCdf', [1, 0]],
  ['tQuantile', [-0.1, 3]],
  ['betaCdf', [0.5, 0, 1]],
  ['betaQuantile', [0.5, 1, -1]],
  ['binomialCdf', [1, 2.5, 0.5]],
  ['logGamma', [0]],
  ['logBeta', [1, 0]],
  ['gammaP', [0, 1]],
  ['chiSquareUpperTail', [Number.NaN, 1]],
  ['erfc', [Number.NaN]],
])('%s outside its domain is an error, not NaN', (name, at) => {
  expect(() => named[name]!(...at)).toThrow(RangeError)
})
