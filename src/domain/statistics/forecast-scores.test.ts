import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalQuantile } from './distributions.ts'
import {
  brierScore,
  logScore,
  multiOptionBrier,
  normalCrps,
  type ResolvedForecast,
  rankedProbabilityScore,
  sampleCrps,
  skillOf,
  timeWeightedBrier,
} from './forecast-scores.ts'
import { decomposeBrier, decomposeBrierInBins } from './forecast-scores-decomposition.ts'
import { must } from './must.ts'
import nfl from './reference-data/nfl-games.json' with { type: 'json' }
import replications from './reference-data/replication-market.json' with { type: 'json' }
import wnba from './reference-data/wnba-games.json' with { type: 'json' }

const pair = (probabilities: number[], outcomes: number[]): ResolvedForecast[] =>
  probabilities.map((probability, at) => ({ probability, outcome: outcomes[at] === 1 }))
const market = pair(replications.market, replications.replicated)
const meanOf = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
const individuals = replications.answers.flatMap((said, at) =>
  said.map((p) => ({ probability: p, outcome: replications.replicated[at] === 1 })),
)

// scikit-learn's documentation, R isoreg, Gordon et al. 2021 (data CC0), FiveThirtyEight (CC BY 4.0).
test.each([
  ['scikit-learn toy', pair([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]), 0.0375],
  ['market', market, 0.1923549],
  ['survey mean', pair(replications.answers.map(meanOf), replications.replicated), 0.2052893],
  ['7,377 survey answers', individuals, 0.242772],
  ['NFL', pair(nfl.probability, nfl.won), 0.2208263],
  ['WNBA', pair(wnba.probability, wnba.won), 0.2179314],
])('Brier score of %s', (_, forecasts, score) => {
  expect(must(brierScore(forecasts))).toBeCloseTo(score, 7)
})

test('logarithmic scores of the toy and of 1,882 NFL games', () => {
  expect(must(logScore(pair([0.1, 0.9, 0.8, 0.35], [0, 1, 1, 0])))).toBeCloseTo(0.2161618747, 9)
  expect(must(logScore(pair(nfl.probability, nfl.won)))).toBeCloseTo(0.6315162, 7)
})

test.each([
  ['toy', pair([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], [0, 1, 0, 0, 1, 1, 0, 1]), [0.23, 0.0633333333, 0.0833333333, 0.25]],
  ['market', market, [0.1923549116, 0.0493015511, 0.1067345555, 0.2497879159]],
  ['survey answers', individuals, [0.242771994, 0.0228021523, 0.0297934398, 0.2497632815]],
  ['NFL', pair(nfl.probability, nfl.won), [0.2208263281, 0.0038458884, 0.0307832052, 0.2477636448]],
  ['WNBA', pair(wnba.probability, wnba.won), [0.217931409, 0.0135742205, 0.0438600955, 0.248217284]],
])('CORP decomposition of %s', (_, forecasts, [brier, miscalibration, discrimination, uncertainty]) => {
  const found = must(decomposeBrier(forecasts))
  expect(found.brier).toBeCloseTo(brier!, 9)
  expect(found.miscalibration).toBeCloseTo(miscalibration!, 9)
  expect(found.discrimination).toBeCloseTo(discrimination!, 9)
  expect(found.uncertainty).toBeCloseTo(uncertainty!, 9)
})

test('the market in ten bins agrees with Stephenson, Coelho and Jolliffe', () => {
  const found = must(decomposeBrierInBins(market, 10))
  expect(found.reliability).toBeCloseTo(0.0318355, 7)
  expect(found.resolution).toBeCloseTo(0.086816, 7)
  expect(found.withinVariance).toBeCloseTo(0.000733, 7)
  expect(found.withinCovariance).toBeCloseTo(0.0031856, 7)
})

const forecasts = fc.array(fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.boolean() }), {
  minLength: 1,
  maxLength: 80,
})

test('both decompositions add up to the score, and no part is below 0', () => {
  fc.assert(
    fc.property(forecasts, (drawn) => {
      const { brier, miscalibration, discrimination, uncertainty } = must(decomposeBrier(drawn))
      expect(miscalibration - discrimination + uncertainty).toBeCloseTo(brier, 9)
      expect(Math.min(miscalibration, discrimination, uncertainty)).toBeGreaterThanOrEqual(0)
      const bins = must(decomposeBrierInBins(drawn, 5))
      const total = bins.reliability - bins.resolution + bins.uncertainty + bins.withinVariance - bins.withinCovariance
      expect(total).toBeCloseTo(brier, 9)
    }),
  )
})

test('calling everything the other way round leaves the scores as they were', () => {
  fc.assert(
    fc.property(forecasts, (drawn) => {
      const turned = drawn.map(({ probability, outcome }) => ({ probability: 1 - probability, outcome: !outcome }))
      expect(must(brierScore(turned))).toBeCloseTo(must(brierScore(drawn)), 12)
    }),
  )
})

test('saying what one believes scores best', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (truth, said) => {
      const expected = (p: number) =>
        truth * must(logScore([{ probability: p, outcome: true }])) + (1 - truth) * must(logScore([{ probability: p, outcome: false }]))
      expect(expected(said)).toBeGreaterThanOrEqual(expected(truth) - 1e-12)
    }),
  )
})

test('ordered options score nearness, and two options score as the Brier score does', () => {
  expect(must(rankedProbabilityScore([0.3, 0.7], 1))).toBeCloseTo(0.09, 12)
  expect(must(multiOptionBrier([0.3, 0.7], 1))).toBeCloseTo(0.18, 12)
  expect(must(rankedProbabilityScore([0, 1, 0, 0], 0))).toBeLessThan(must(rankedProbabilityScore([0, 0, 0, 1], 0)))
})

test('CRPS of normals agrees with the closed form, and draws with it', () => {
  expect(must(normalCrps({ mean: 0, sd: 1 }, 0))).toBeCloseTo(0.2336949773, 10)
  expect(must(normalCrps({ mean: 1, sd: 2 }, 2.5))).toBeCloseTo(0.8962885044, 10)
  const draws = Array.from({ length: 4_000 }, (_, at) => 1 + 2 * normalQuantile((at + 0.5) / 4_000))
  expect(must(sampleCrps(draws, 2.5))).toBeCloseTo(0.8962885, 3)
  expect(must(sampleCrps([3], 5))).toBe(2)
})

test('skill is 1 for the perfect, 0 at the reference', () => {
  expect(skillOf(0, 0.25)).toBe(1)
  expect(skillOf(0.25, 0.25)).toBe(0)
  expect(skillOf(0.1, 0)).toHaveProperty('refused')
})

test('a changed forecast counts for the days it stood', () => {
  const said = [
    { day: 8, probability: 0.9 },
    { day: 0, probability: 0.5 },
  ]
  expect(must(timeWeightedBrier(said, { resolvedOn: 10, outcome: true }))).toBeCloseTo((8 * 0.25 + 2 * 0.01) / 10, 12)
  expect(timeWeightedBrier(said, { resolvedOn: 7, outcome: true })).toHaveProperty('refused')
})

test('what cannot be scored is refused with a sentence', () => {
  expect(brierScore([])).toEqual({ refused: 'No forecast has come true or false yet.' })
  expect(brierScore([{ probability: Number.NaN, outcome: true }])).toHaveProperty('refused')
  expect(decomposeBrier([{ probability: 1.1, outcome: true }])).toHaveProperty('refused')
  expect(logScore([{ probability: 0, outcome: true }])).toHaveProperty('refused')
  expect(rankedProbabilityScore([0.5, 0.4], 0)).toHaveProperty('refused')
  expect(multiOptionBrier([0.5, 0.5], 2)).toHaveProperty('refused')
  expect(normalCrps({ mean: 0, sd: 0 }, 1)).toHaveProperty('refused')
  expect(sampleCrps([], 1)).toHaveProperty('refused')
  expect(decomposeBrierInBins(market, 0)).toHaveProperty('refused')
})
