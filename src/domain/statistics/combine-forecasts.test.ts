import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extremisingFactor, learnRecalibration, meanForecast, poolForecasts, recalibrate, referenceClass } from './combine-forecasts.ts'
import { brierScore } from './forecast-scores.ts'
import { must } from './must.ts'
import replications from './reference-data/replication-market.json' with { type: 'json' }
import claims from './reference-data/replicats-claims.json' with { type: 'json' }

test('three people pooled, and pushed outwards', () => {
  expect(must(poolForecasts([0.6, 0.7, 0.9]))).toBeCloseTo(0.7595101587, 9)
  expect(must(poolForecasts([0.6, 0.7, 0.9], { extremise: Math.sqrt(3) }))).toBeCloseTo(0.8799389, 4)
  expect(must(poolForecasts([0.6, 0.7, 0.9], { extremise: 2.5 }))).toBeCloseTo(0.9465961456, 9)
  expect(must(meanForecast([0.6, 0.7, 0.9]))).toBeCloseTo(0.7333333333, 9)
})

test.each([
  [2, 1.2915026221],
  [3, 1.4153393661],
  [5, 1.5290130726],
  [10, 1.624952543],
  [100, 1.720778],
])('the theoretical factor for %i people', (people, factor) => {
  expect(must(extremisingFactor(people))).toBeCloseTo(factor, 6)
})

test("aggreCAT's ArMean and LOArMean of 25 claims come out the same", () => {
  for (const [at, ratings] of claims.ratings.entries()) {
    const said = ratings.map((percent) => percent / 100)
    expect(must(meanForecast(said))).toBeCloseTo(claims.arithmeticMean[at]!, 12)
    expect(must(poolForecasts(said))).toBeCloseTo(claims.logOddsMean[at]!, 12)
  }
})

const score = (probabilities: number[]) =>
  must(brierScore(probabilities.map((probability, at) => ({ probability, outcome: replications.replicated[at] === 1 }))))
const pooled = (extremise?: number) => replications.answers.map((said) => must(poolForecasts(said, extremise ? { extremise } : {})))

test('on 103 replications the geometric mean of odds beats the mean, and extremising does harm', () => {
  expect(score(pooled())).toBeCloseTo(0.2013633, 7)
  expect(score(pooled(1.5))).toBeCloseTo(0.2072488, 7)
  expect(score(pooled(Math.sqrt(3)))).toBeCloseTo(0.2116572, 7)
  expect(score(pooled(2.5))).toBeCloseTo(0.2270925, 7)
})

test('the correction learnt from them finds optimism, not timidity', () => {
  const line = must(learnRecalibration(pooled().map((probability, at) => ({ probability, outcome: replications.replicated[at] === 1 }))))
  expect(line.a).toBeCloseTo(-1.1813, 4)
  expect(line.b).toBeCloseTo(1.829, 4)
  expect(score(pooled().map((p) => recalibrate(p, line)))).toBeCloseTo(0.1704787, 7)
})

const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true })

test('a pool lies within what was said, whatever the order, and treats yes and no alike', () => {
  fc.assert(
    fc.property(fc.array(probability, { minLength: 1, maxLength: 12 }), (said) => {
      const pool = must(poolForecasts(said))
      expect(pool).toBeGreaterThanOrEqual(Math.min(...said) - 1e-12)
      expect(pool).toBeLessThanOrEqual(Math.max(...said) + 1e-12)
      expect(must(poolForecasts(said.toReversed()))).toBeCloseTo(pool, 12)
      expect(must(poolForecasts(said.map((p) => 1 - p)))).toBeCloseTo(1 - pool, 12)
    }),
  )
})

test('past decisions give a start that is drawn to the overall rate', () => {
  expect(referenceClass({ hits: 3, tries: 10 })).toEqual({ probability: 4 / 12, n: 10 })
  expect(referenceClass({ hits: 0, tries: 0 }, 0.2)).toEqual({ probability: 3 / 12, n: 0 })
  const near = must(referenceClass({ hits: 900, tries: 1000 }, 0.2)).probability
  expect(near).toBeGreaterThan(0.88)
})

test('nobody, certainties, wrong weights and short records', () => {
  expect(poolForecasts([])).toEqual({ refused: 'Nobody has given a forecast yet.' })
  expect(must(poolForecasts([0, 1]))).toBeCloseTo(0.5, 12)
  expect(poolForecasts([Number.NaN])).toHaveProperty('refused')
  expect(poolForecasts([0.5], { weights: [0] })).toHaveProperty('refused')
  expect(poolForecasts([0.5], { extremise: 0 })).toHaveProperty('refused')
  expect(extremisingFactor(1)).toHaveProperty('refused')
  expect(referenceClass({ hits: 2, tries: 1 })).toHaveProperty('refused')
  const record = (n: number) => Array.from({ length: n }, (_, at) => ({ probability: at % 2 ? 0.9 : 0.1, outcome: at % 2 === 1 }))
  expect(learnRecalibration(record(49))).toHaveProperty('refused')
  expect(learnRecalibration(record(60))).toHaveProperty('refused')
  expect(learnRecalibration(Array.from({ length: 60 }, (_, at) => ({ probability: 0.5, outcome: at % 2 === 1 })))).toHaveProperty('refused')
})
