import { expect, test } from 'vitest'
import games from '../statistics/reference-data/wnba-games.json' with { type: 'json' }
import { calibrationOf } from './forecast-calibration.ts'

const forecasts = games.probability.map((probability, at) => ({ probability, outcome: games.won[at] === 1 }))

test('450 games of 2022 are taken apart as CORP does', () => {
  const { logScore, decomposition, band, curveBand } = calibrationOf(forecasts)
  expect(logScore).toBeCloseTo(0.6242906157, 9)
  expect(decomposition).toMatchObject({ brier: expect.closeTo(0.2179314, 6), miscalibration: expect.closeTo(0.0135742, 6) })
  expect(band!.points.length).toBeGreaterThan(10)
  expect(curveBand!.points.map(({ probability }) => probability)).toEqual(band!.points.map(({ probability }) => probability))
  expect(curveBand!.miscalibration.high).toBeGreaterThan(0.0135742)
})

test('the order of the forecasts changes nothing', () => {
  const { band, curveBand } = calibrationOf(forecasts.toReversed())
  expect({ band, curveBand }).toEqual({ band: calibrationOf(forecasts).band, curveBand: calibrationOf(forecasts).curveBand })
})

test('nineteen are too few to speak of calibration, and none has no score', () => {
  expect(calibrationOf(forecasts.slice(0, 19))).toMatchObject({
    decomposition: null,
    band: null,
    curveBand: null,
    logScore: expect.any(Number),
  })
  expect(calibrationOf([])).toEqual({ logScore: null, decomposition: null, band: null, curveBand: null })
})
