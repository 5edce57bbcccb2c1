import { expect, test } from 'vitest'
import { drawNormals, startChance } from './chance.ts'
import { must } from './must.ts'
import arma from './reference-data/arma.json' with { type: 'json' }
import comparison from './reference-data/comparison.json' with { type: 'json' }
import vignette from './reference-data/vignette.json' with { type: 'json' }
import volkswagen from './reference-data/volkswagen.json' with { type: 'json' }
import { type ControlledSeries, compareWithUntouched } from './structural-series.ts'

const series: Record<string, ControlledSeries> = {
  comparison: {
    values: comparison.CHANGED,
    untouched: [comparison.NOT_CHANGED_1, comparison.NOT_CHANGED_2, comparison.NOT_CHANGED_3],
    changeAt: 90,
  },
  arma: { values: arma.y.map((value, t) => (t >= 70 ? value + 5 : value)), untouched: [arma.X], changeAt: 70 },
  vignette: { values: vignette.y, untouched: [vignette.x1], changeAt: 70 },
  volkswagen: { values: volkswagen.VolksWagen, untouched: [volkswagen.BMW, volkswagen.Allianz], changeAt: 246 },
}

// An independent grid computation, to 2 % of the standard deviation.
test.each([
  ['comparison', 79296.81, 727.637, -2150.95, 704.92],
  ['arma', 120.33971, 0.30278, 4.29424, 5.48286],
  ['vignette', 106.53143, 0.36463, 9.80145, 11.23279],
  ['volkswagen', 171.09694, 5.59734, -54.94614, -32.8917],
] as const)('%s agrees with the reference grid', (name, expected, deviation, low, high) => {
  const found = must(compareWithUntouched(series[name]!))
  const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(0.02 * deviation)
  near(found.expected, expected)
  near(found.deviation, deviation)
  near(found.interval(0.05).low, low)
  near(found.interval(0.05).high, high)
})

// Monte-Carlo answers of others, to 0.15 standard deviations: tfcausalimpact's README, and the CausalImpact vignette.
test.each([
  ['comparison', 79282.9, 727.5],
  ['arma', 120.34, 0.31],
  ['volkswagen', 171, 5.6],
] as const)('%s agrees with what was published', (name, expected, deviation) => {
  expect(Math.abs(must(compareWithUntouched(series[name]!)).expected - expected) / deviation).toBeLessThan(0.15)
})

test('the same data give the same numbers, in any unit', () => {
  const [once, again] = [must(compareWithUntouched(series.vignette!)), must(compareWithUntouched(series.vignette!))]
  expect(again.effect).toBe(once.effect)
  const scaled = must(compareWithUntouched({ ...series.vignette!, values: vignette.y.map((value) => 1000 * value + 5) }))
  expect(scaled.effect / 1000).toBeCloseTo(once.effect, 6)
})

test('untouched series that have nothing to do with it explain nothing', () => {
  const unrelated = { values: drawNormals(startChance(1), 80), untouched: [drawNormals(startChance(2), 80)], changeAt: 60 }
  expect(must(compareWithUntouched(unrelated)).explained).toBeLessThan(0.2)
  expect(must(compareWithUntouched(series.comparison!)).explained).toBeGreaterThan(0.8)
})

const values = drawNormals(startChance(1), 40)
test.each<[string, ControlledSeries, RegExp]>([
  ['nothing untouched', { values, untouched: [], changeAt: 30 }, /no untouched/],
  ['a gap', { values, untouched: [[...values.slice(1), Number.NaN]], changeAt: 30 }, /gap/],
  ['unequal lengths', { values, untouched: [values.slice(1)], changeAt: 30 }, /gap/],
  ['a short past', { values, untouched: [values], changeAt: 11 }, /12 points/],
  ['no time after', { values, untouched: [values], changeAt: 40 }, /one after/],
  ['a flat past', { values: values.map(() => 3), untouched: [values], changeAt: 30 }, /does not vary/],
])('%s is refused', (_, broken, sentence) => {
  expect(compareWithUntouched(broken)).toEqual({ refused: expect.stringMatching(sentence) })
})
