import { expect, test } from 'vitest'
import { calibrationBand, curveBand } from './calibration-bands.ts'
import { startChance } from './chance.ts'
import { decomposeBrier } from './forecast-scores-decomposition.ts'
import { levelAt } from './isotonic.ts'
import { must } from './must.ts'

const chance = startChance(5)
const said = Array.from({ length: 200 }, () => 0.05 + 0.9 * chance())
const calibrated = said.map((probability) => ({ probability, outcome: chance() < probability }))
const bold = said.map((probability) => ({ probability, outcome: chance() < 0.5 + (probability - 0.5) / 4 }))
const redraws = { seed: 1, resamples: 200 }

test('the band of the calibrated holds the diagonal, and catches the overconfident', () => {
  const band = must(calibrationBand(calibrated, redraws))
  expect(band.p).toBeGreaterThan(0.05)
  for (const { probability, low, high } of band.points.slice(1, -1)) {
    expect(low).toBeLessThanOrEqual(probability)
    expect(high).toBeGreaterThanOrEqual(probability)
  }
  expect(must(calibrationBand(bold, redraws)).p).toBeLessThan(0.01)
})

test('the bootstrap band holds the curve itself and leaves the diagonal where people are too sure', () => {
  const { curve, miscalibration } = must(decomposeBrier(bold))
  const band = must(curveBand(bold, redraws))
  const inside = band.points.filter(({ probability, low, high }) => {
    const level = levelAt(curve, probability)
    return low <= level + 1e-9 && high >= level - 1e-9
  })
  expect(inside.length).toBeGreaterThan(0.8 * band.points.length)
  expect(band.points[1]!.low).toBeGreaterThan(band.points[1]!.probability)
  expect(band.points.at(-2)!.high).toBeLessThan(band.points.at(-2)!.probability)
  expect(band.miscalibration.low).toBeGreaterThan(0)
  expect(band.miscalibration.high).toBeGreaterThan(miscalibration)
})

test('a curve known from more forecasts is known better', () => {
  const width = (copies: number) => {
    const { points } = must(curveBand(Array.from({ length: copies }, () => bold).flat(), redraws))
    return points.reduce((sum, { low, high }) => sum + high - low, 0)
  }
  expect(width(9)).toBeLessThan(0.7 * width(1))
})

test('the same seed gives the same bands, whatever order the forecasts came in', () => {
  expect(calibrationBand(calibrated.toReversed(), redraws)).toEqual(calibrationBand(calibrated, redraws))
  expect(curveBand(calibrated.toReversed(), redraws)).toEqual(curveBand(calibrated, redraws))
  expect(curveBand(calibrated, { ...redraws, seed: 2 })).not.toEqual(curveBand(calibrated, redraws))
})

test('nineteen forecasts, no redraws and what is no probability are refused', () => {
  for (const band of [calibrationBand, curveBand]) {
    expect(band(bold.slice(0, 19), redraws)).toEqual({ refused: expect.stringMatching(/there are 19/) })
    expect(band(bold, { seed: 1, resamples: 0 })).toHaveProperty('refused')
    expect(band(bold, { seed: 1, coverage: 1 })).toHaveProperty('refused')
    expect(band([{ probability: Number.NaN, outcome: true }], redraws)).toHaveProperty('refused')
  }
})
