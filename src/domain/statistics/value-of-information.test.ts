import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from './must.ts'
import { drawScores, startNamedChance } from './uncertain-columns.ts'
import { netBenefitOfSampling, normalEvpi, normalEvsi, rateEvpi, rateEvsi } from './value-of-information.ts'
import { drawnEvpi, evppiByBins, evppiByRegression } from './value-of-information-draws.ts'

// Recomputed with mpmath and SciPy.
test.each([
  [100, 500, 153.4473179316],
  [0, 1, 0.3989422804],
  [-20_000, 60_000, 15_254.1668657],
])('EVPI of N(%i, %i²)', (mean, sd, evpi) => {
  expect(must(normalEvpi({ mean, sd })) / evpi).toBeCloseTo(1, 8)
})

test.each([
  [100, 500, 2000, 10, 80.0843246037],
  [100, 500, 2000, 50, 128.1807790224],
  [100, 500, 2000, 200, 146.0722628268],
  [100, 500, 2000, 1000, 151.9019166877],
  [0, 1, 1, 1, 0.2820947918],
  [-20_000, 60_000, 400_000, 25, 6522.9753749],
  [-20_000, 60_000, 400_000, 1600, 14_946.3205301],
])('EVSI of N(%i, %i²) with σ %i and n %i', (mean, sd, noise, n, evsi) => {
  expect(must(normalEvsi({ mean, sd }, { n, sd: noise })) / evsi).toBeCloseTo(1, 8)
})

const rate = { a: 3, b: 27, threshold: 0.12, value: 1e6 }

test.each([
  [1, 903.225806452],
  [5, 2624.202173738],
  [20, 6616.228359984],
  [100, 11_459.565724472],
  [500, 13_303.333131127],
])('EVSI of a rate, n %i', (n, evsi) => {
  expect(must(rateEvsi(rate, n)) / evsi).toBeCloseTo(1, 8)
})

test('EVPI of a rate', () => {
  expect(must(rateEvpi(rate))).toBeCloseTo(13_875.719915, 4)
})

test('a sample is worth less than certainty, and more with n', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 500 }), (mean, sd, n) => {
      const worth = must(normalEvsi({ mean, sd }, { n, sd: 20 }))
      expect(worth).toBeLessThanOrEqual(must(normalEvpi({ mean, sd })) + 1e-12)
      expect(worth).toBeLessThanOrEqual(must(normalEvsi({ mean, sd }, { n: n + 1, sd: 20 })) + 1e-12)
      expect(must(normalEvpi({ mean: -mean, sd }))).toBeCloseTo(must(normalEvpi({ mean, sd })), 12)
    }),
  )
})

test('research pays where its net benefit is above 0', () => {
  const cost = { scale: 1, fixed: 10, perObservation: 0.5, delay: 5 }
  const evsi = (n: number) => normalEvsi({ mean: 100, sd: 500 }, { n, sd: 2000 })
  const { best } = must(netBenefitOfSampling(evsi, cost, [0, 10, 50, 200, 1000]))
  expect(best.n).toBe(50)
  expect(best.net).toBeCloseTo(128.1807790224 - 40, 6)
  expect(must(netBenefitOfSampling(evsi, { ...cost, fixed: 1_000 }, [0, 50])).best).toMatchObject({ n: 0, net: 0 })
})

// Two parameters make the benefit N(1, 3² + 2²) against doing nothing: knowing the first is knowing N(1, 3²).
const [x, y] = ['x', 'y'].map((name) => Array.from(drawScores(startNamedChance(2, name), 6_000))) as [number[], number[]]
const options = [x.map((z, at) => 1 + 3 * z + 2 * y[at]!), x.map(() => 0)]

test('drawn EVPI and EVPPI agree with the closed forms', () => {
  expect(must(drawnEvpi(options)) / must(normalEvpi({ mean: 1, sd: Math.sqrt(13) }))).toBeCloseTo(1, 1)
  const known = must(normalEvpi({ mean: 1, sd: 3 }))
  expect(must(evppiByBins(options, x)) / known).toBeCloseTo(1, 1)
  expect(must(evppiByRegression(options, [x])) / known).toBeCloseTo(1, 1)
  expect(must(evppiByRegression(options, [x, y]))).toBeCloseTo(must(drawnEvpi(options)), 6)
})

test('what cannot be known is refused', () => {
  expect(normalEvpi({ mean: 1, sd: 0 })).toHaveProperty('refused')
  expect(normalEvpi({ mean: Number.NaN, sd: 1 })).toHaveProperty('refused')
  expect(normalEvsi({ mean: 1, sd: 1 }, { n: -1, sd: 1 })).toHaveProperty('refused')
  expect(must(normalEvsi({ mean: 1, sd: 1 }, { n: 0, sd: 1 }))).toBe(0)
  expect(rateEvpi({ ...rate, threshold: 2 })).toHaveProperty('refused')
  expect(rateEvsi(rate, 1.5)).toHaveProperty('refused')
  expect(netBenefitOfSampling(() => 1, { scale: -1, fixed: 0, perObservation: 0, delay: 0 }, [1])).toHaveProperty('refused')
  expect(drawnEvpi([])).toHaveProperty('refused')
  expect(drawnEvpi([[1], [Number.NaN]])).toHaveProperty('refused')
  expect(evppiByBins(options, [1])).toHaveProperty('refused')
  expect(evppiByRegression(options, [x, x])).toHaveProperty('refused')
})
