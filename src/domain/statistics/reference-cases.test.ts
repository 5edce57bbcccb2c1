import { describe, expect, test } from 'vitest'
import published from './reference-data/published-cases.json' with { type: 'json' }
import recomputed from './reference-data/recomputed-cases.json' with { type: 'json' }
import type { ReferenceCase, Runner } from './reference-runners/test-case.ts'
import { decisionRunners } from './reference-runners/test-decisions.ts'
import { experimentRunners } from './reference-runners/test-experiments.ts'
import { forecastRunners } from './reference-runners/test-forecasts.ts'
import { sequenceRunners } from './reference-runners/test-sequences.ts'
import { seriesRunners } from './reference-runners/test-series.ts'

const runners: Record<string, Runner> = {
  ...experimentRunners,
  ...sequenceRunners,
  ...seriesRunners,
  ...decisionRunners,
  ...forecastRunners,
}
const cases = Object.entries({ ...published, ...recomputed }) as unknown as [string, ReferenceCase][]

/** Cases known from elsewhere that nothing here reproduces, and why. */
const notReproduced = {
  'aggreCAT BayTriVar, claim by claim': 'A Markov-chain Monte Carlo fit; its published aggregates are scored, not computed.',
  'EVPPI of voi::chemo': 'Its draws are under GPL-3; closed forms stand in for them in value-of-information.test.ts.',
  'CORP of NBA, NHL and PredictionBook': 'Their files are large and add nothing to NFL, WNBA and 7,377 survey answers.',
  'log-likelihoods of local levels': 'Programs count different constants into them; variances, coefficients and errors are checked.',
  'placebo ratios of states other than California': 'Steps on the way to its rank of 3 in 39, which is checked with its own ratio.',
  'predictions from likeliest variances': 'Deliberately another method: the variances are checked, the forecast uses the grid.',
}

test('every case has a runner, and every runner a case', () => {
  const kinds = new Set(cases.map(([, { kind }]) => kind))
  expect([...kinds].filter((kind) => !(kind in runners))).toEqual([])
  expect(Object.keys(runners).filter((kind) => !kinds.has(kind))).toEqual([])
})

test('every numbered result is among the cases, but for the verdicts, which have their own tests', () => {
  const numbers = new Set(cases.map(([, { number }]) => number))
  const wanted = [1, 2, 3, 4, 6, 8, 9, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28, 29]
  const laterWanted = [31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59]
  const lastWanted = [60, 61, 63, 64, 65, 66, 67, 68, 69, 70, 73]
  expect([...wanted, ...laterWanted, ...lastWanted].filter((number) => !numbers.has(number))).toEqual([])
})

test('what is left out is few, and says why', () => {
  expect(Object.values(notReproduced).every((why) => why.endsWith('.'))).toBe(true)
  expect(cases.map(([name]) => name).filter((name) => name in notReproduced)).toEqual([])
})

describe.each(cases)('%s', (_, { kind, input, expected, tol, source }) => {
  test(`as ${source}`, () => {
    const found = runners[kind]!(input as never)
    expect(Object.keys(expected).filter((name) => !(name in found))).toEqual([])
    expect(Object.keys(expected).length).toBeGreaterThan(0)
    const misses = Object.entries(expected).filter(([name, value]) => !isNear(found[name]!, Number(value), tol))
    expect(misses.map(([name, value]) => `${name}: ${found[name]} instead of ${value}`)).toEqual([])
  })
})

function isNear(found: number, wanted: number, tol: number) {
  return found === wanted || Math.abs(found - wanted) <= tol
}
