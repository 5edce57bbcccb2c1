import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitAutocorrelated } from './autocorrelated-regression.ts'
import { compareBeforeAfter } from './before-after.ts'
import { type BeforeAfterSeries, designOf } from './before-after-design.ts'
import { drawNormals, startChance } from './chance.ts'
import { must } from './must.ts'
import nile from './reference-data/nile.json' with { type: 'json' }
import california from './reference-data/proposition-99.json' with { type: 'json' }
import seatbelts from './reference-data/seatbelts.json' with { type: 'json' }
import { contrastOf, fitLeastSquares } from './regression.ts'

const monthly = { period: 12, shape: 'dummies' } as const
const logs = (values: readonly number[]) => values.map(Math.log)
const atDam: BeforeAfterSeries = { values: nile.flow, changeAt: 28 }
const atLaw = (values: number[], untouched: number[][]): BeforeAfterSeries => ({
  values: logs(values),
  changeAt: 169,
  trend: true,
  season: monthly,
  untouched: untouched.map(logs),
})

function leastSquares(series: BeforeAfterSeries) {
  const { columns, effectWeights } = designOf(series)
  return contrastOf(must(fitLeastSquares({ columns, outcome: series.values })), effectWeights)
}

describe('R gives the same', () => {
  test('Nile, step at 1899, lm and nlme::gls(corAR1, REML)', () => {
    expect(leastSquares(atDam).effect).toBeCloseTo(-247.7777778, 6)
    expect(leastSquares(atDam).standardError).toBeCloseTo(28.4352017, 6)
    const found = must(compareBeforeAfter(atDam))
    expect(found.effect).toBeCloseTo(-249.33133, 5)
    expect(found.standardError).toBeCloseTo(34.0193967, 4)
    expect(found.autocorrelation).toBeCloseTo(0.183011682, 6)
  })

  test('Nile with 13 years missing, nlme::gls(corAR1(form = ~ year), REML): a gap is no neighbourhood', () => {
    const missing = [5, 6, 7, 20, 33, 34, 50, 61, 62, 63, 64, 80, 99]
    const places = nile.flow.map((_, year) => year).filter((year) => !missing.includes(year + 1))
    const gappy = { values: places.map((year) => nile.flow[year]!), places, changeAt: places.findIndex((year) => year >= 28) }
    const found = must(compareBeforeAfter(gappy))
    expect(found.effect).toBeCloseTo(-258.751393927, 4)
    expect(found.standardError).toBeCloseTo(38.5055263728, 4)
    expect(found.autocorrelation).toBeCloseTo(0.227206575938, 6)
    const rising = must(compareBeforeAfter({ ...gappy, trend: true }))
    expect(rising.effect).toBeCloseTo(-302.753171970498, 3)
    expect(rising.standardError).toBeCloseTo(59.747796892525, 3)
  })

  test('seat belts, REML AR(1) with petrol price, trend and months', () => {
    const found = must(compareBeforeAfter(atLaw(seatbelts.drivers, [seatbelts.PetrolPrice])))
    expect(found.effect).toBeCloseTo(-0.152589883, 6)
    expect(found.standardError).toBeCloseTo(0.033413564, 6)
    expect(found.autocorrelation).toBeCloseTo(0.434376689, 5)
  })

  test.each([
    ['drivers', seatbelts.drivers, -0.150397278],
    ['front seats', seatbelts.front, -0.222838225],
    ['rear seats', seatbelts.rear, 0.11283612],
  ] as const)('%s by least squares with petrol price and distance', (_, values, law) => {
    expect(leastSquares(atLaw([...values], [seatbelts.PetrolPrice, seatbelts.kms])).effect).toBeCloseTo(law, 8)
  })
})

test('the past of the seat-belt series had changes nearly as large, and the interval says so', () => {
  const found = must(compareBeforeAfter(atLaw(seatbelts.drivers, [seatbelts.PetrolPrice])))
  expect(found.p.model).toBeLessThan(0.001)
  expect(found.p.reported).toBe(found.p.placebo)
  expect(found.p.placebo).toBeGreaterThan(0.05)
  expect(found.interval.high).toBeGreaterThan(0)
})

test('California smoking alone wanders, so a step proves nothing', () => {
  const found = must(compareBeforeAfter({ values: california.treated, changeAt: 19, trend: true }))
  expect(found.autocorrelation).toBeGreaterThan(0.95)
  expect(found.missing).toEqual([expect.stringMatching(/19 points before/)])
  expect(found.objections).toEqual([expect.stringMatching(/wanders/)])
  expect(found.interval.high).toBeGreaterThan(0)
})

const noisy = (n: number, seed: number) => drawNormals(startChance(seed), n)

test('adding a step moves the estimate by exactly that step, and scaling scales it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: -50, max: 50, noNaN: true }), (seed, step) => {
      const values = noisy(50, seed)
      const effectOf = (series: number[]) => must(compareBeforeAfter({ values: series, changeAt: 35, trend: true })).effect
      const plain = effectOf(values)
      expect(effectOf(values.map((x, t) => (t >= 35 ? x + step : x)))).toBeCloseTo(plain + step, 6)
      expect(effectOf(values.map((x) => 10 * x + 1000))).toBeCloseTo(10 * plain, 4)
    }),
    { numRuns: 15 },
  )
})

test('a change of slope is reported as the average over the points after', () => {
  const values = noisy(80, 3).map((x, t) => x / 100 + (t >= 50 ? 2 + 0.5 * (t - 50) : 0))
  const found = must(compareBeforeAfter({ values, changeAt: 50, trend: true, slopeChange: true }))
  expect(found.effect).toBeCloseTo(2 + 0.5 * 14.5, 1)
  expect(Math.max(...found.expected.map(Math.abs))).toBeLessThan(0.1)
})

test('a weekly pattern is not taken for an effect', () => {
  const values = noisy(91, 4).map((x, t) => x + (t % 7 >= 5 ? 40 : 0))
  const found = must(compareBeforeAfter({ values, changeAt: 66, season: { period: 7, shape: 'dummies' } }))
  expect(Math.abs(found.effect)).toBeLessThan(2)
  expect(found.objections).toEqual([])
})

describe('steps of time without a value', () => {
  const weekly = { changeAt: 66, season: { period: 7, shape: 'dummies' } } as const
  const values = noisy(91, 4).map((x, t) => x + (t % 7) * 10)
  const without = (isMissing: (t: number) => boolean) => {
    const places = values.map((_, t) => t).filter((t) => !isMissing(t))
    return { ...weekly, values: places.map((t) => values[t]!), places, changeAt: places.findIndex((t) => t >= 66) }
  }

  test('are the same as a level of their own for each of them', () => {
    const gaps = [10, 11, 40, 70]
    const each = gaps.map((gap) => values.map((_, t) => (t === gap ? 1 : 0)))
    const [left, levelled] = [must(compareBeforeAfter(without((t) => gaps.includes(t)))), designOf({ ...weekly, values })]
    const fit = must(fitAutocorrelated({ columns: [...levelled.columns, ...each], outcome: values }))
    const full = contrastOf(fit, [...levelled.effectWeights, ...gaps.map(() => 0)])
    expect(left.effect).toBeCloseTo(full.effect, 6)
    expect(left.standardError).toBeCloseTo(full.standardError, 6)
    expect(left.autocorrelation).toBeCloseTo(fit.autocorrelation, 6)
  })

  test('do not move the days of the week: nobody on Sundays is no effect', () => {
    const found = must(compareBeforeAfter(without((t) => t % 7 === 0)))
    expect(Math.abs(found.effect)).toBeLessThan(2)
    expect(found.objections).toEqual([])
    expect(found.expected).toHaveLength(found.n - without((t) => t % 7 === 0).changeAt)
  })
})

test('what is expected after the change follows the season and the trend, point by point', () => {
  const values = Array.from({ length: 91 }, (_, t) => 3 * t + (t % 7 >= 5 ? 40 : 0) + Math.sin(t * t) + (t >= 66 ? 500 : 0))
  const { expected } = must(compareBeforeAfter({ values, changeAt: 66, trend: true, season: { period: 7, shape: 'dummies' } }))
  expect(expected).toHaveLength(25)
  expect(Math.max(...expected.map((value, step) => Math.abs(value + 500 - values[66 + step]!)))).toBeLessThan(10)
})

test('harmonics follow a long season', () => {
  const values = noisy(150, 5).map((x, t) => x / 10 + 8 * Math.sin((2 * Math.PI * t) / 52))
  const found = must(compareBeforeAfter({ values, changeAt: 110, season: { period: 52, shape: 'harmonics' } }))
  expect(Math.abs(found.effect)).toBeLessThan(0.3)
})

describe('what stands against a verdict', () => {
  test('too little before and after', () => {
    expect(must(compareBeforeAfter({ values: noisy(23, 1), changeAt: 20 })).missing).toEqual([
      expect.stringMatching(/20 points before/),
      expect.stringMatching(/3 points after/),
    ])
  })

  test('less than a full season', () => {
    const found = must(compareBeforeAfter({ values: noisy(60, 1), changeAt: 40, season: { period: 52, shape: 'harmonics' } }))
    expect(found.missing).toContainEqual(expect.stringMatching(/full season/))
  })

  test('a past that does not predict itself', () => {
    const values = noisy(60, 2).map((x, t) => x + (t >= 33 && t < 45 ? 30 : 0))
    expect(must(compareBeforeAfter({ values, changeAt: 45 })).objections).toContainEqual(expect.stringMatching(/last quarter/))
  })

  test('few fake dates are a caution, not an objection', () => {
    const found = must(compareBeforeAfter({ values: noisy(36, 1), changeAt: 26 }))
    expect(found).toMatchObject({ missing: [], objections: [], cautions: [expect.stringMatching(/fake dates/)], p: { placebo: null } })
  })
})

test.each<[string, BeforeAfterSeries, RegExp]>([
  ['a change outside the series', { values: [1, 2, 3], changeAt: 3 }, /inside the series/],
  ['a gap', { values: [...noisy(30, 1), Number.NaN], changeAt: 20 }, /gap/],
  ['a flat line', { values: Array.from({ length: 40 }, () => 5), changeAt: 30 }, /no noise/],
  ['places that fall', { values: noisy(30, 1), places: noisy(30, 1).map((_, t) => 30 - t), changeAt: 20 }, /whole and rise/],
  ['too few points', { values: [1, 2, 3, 4], changeAt: 2, trend: true }, /too few/],
  [
    'an untouched series that is the step itself',
    { values: noisy(40, 1), changeAt: 30, untouched: [noisy(40, 1).map((_, t) => (t >= 30 ? 1 : 0))] },
    /told apart/,
  ],
])('%s is refused', (_, series, sentence) => {
  expect(compareBeforeAfter(series)).toEqual({ refused: expect.stringMatching(sentence) })
})

test('values of 1e12 keep their effect', () => {
  const values = noisy(60, 8).map((x, t) => 1e12 + 1e9 * x + (t >= 40 ? 5e9 : 0))
  expect(must(compareBeforeAfter({ values, changeAt: 40 })).effect / 5e9).toBeCloseTo(1, 0)
})

test('under autocorrelation of 0.8 a change that never happened is claimed at most 1 time in 10, where least squares claims 1 in 3', () => {
  const chance = startChance(11)
  const runs = Array.from({ length: 60 }, () => wander(chance, 0.8, 90))
  const claims = (values: number[]) => must(compareBeforeAfter({ values, changeAt: 60, trend: true })).p.reported < 0.05
  const naive = (values: number[]) => {
    const { effect, standardError } = leastSquares({ values, changeAt: 60, trend: true })
    return Math.abs(effect / standardError) > 2
  }
  expect(runs.filter(claims).length).toBeLessThanOrEqual(6)
  expect(runs.filter(naive).length).toBeGreaterThanOrEqual(20)
})

test('a perfectly negative autocorrelation does not break the likelihood', () => {
  const values = noisy(40, 2).map((x, t) => (t % 2 === 0 ? 1 : -1) + x / 1000)
  expect(must(fitAutocorrelated({ columns: [values.map(() => 1)], outcome: values })).autocorrelation).toBeLessThan(-0.9)
})

function wander(chance: ReturnType<typeof startChance>, phi: number, n: number) {
  let level = 0
  return drawNormals(chance, n).map((shock) => {
    level = phi * level + shock
    return level
  })
}
