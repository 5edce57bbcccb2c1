import { describe, expect, test } from 'vitest'
import { drawNormals, startChance } from '#domain/statistics/chance.ts'
import { normalCdf, normalQuantile } from '#domain/statistics/distributions.ts'
import { must } from '#domain/statistics/must.ts'
import { arriving, type ExperimentDesign, effectWithin, sizeExperiment, stepWithin } from './success-plan-design.ts'

const design: ExperimentDesign = {
  baseline: { kind: 'share', share: 0.1 },
  scale: 'absolute',
  smallestEffect: 0.02,
  alpha: 0.05,
  power: 0.8,
  looks: 'once',
  successMetrics: 1,
  rule: 'any',
  guardrails: 0,
}
const eightWeeks = [1500, 1400, 1600, 1500, 1300, 1700, 1500, 1500]

test('from 10 % to 12 % takes 7,682 people and says how many days that is', () => {
  const planned = must(sizeExperiment(design, eightWeeks))
  expect(planned.people).toBe(7682)
  // 36.6 days of 1,500 a week; the eight weeks begin with 1,500, 1,400, 1,600, 1,500, 1,300.
  expect(planned.days).toBe(37)
  expect(planned.sentence).toBe('This takes 7,682 people, 37 days if they come as in the last 8 weeks.')
})

test('with that many, an effect of twice the size comes out larger than the size for certain as often as the size itself is seen', () => {
  const mean: ExperimentDesign = { ...design, baseline: { kind: 'mean', mean: 12, variance: 90 }, smallestEffect: 2 }
  const { people } = must(sizeExperiment(mean, eightWeeks))
  const standardError = Math.sqrt((2 * 90) / (people / 2))
  const above = (effect: number, limit: number) => normalCdf((effect - limit) / standardError + normalQuantile(mean.alpha / 2))
  expect(above(2, 0)).toBeCloseTo(mean.power, 2)
  expect(above(4, 2)).toBeCloseTo(above(2, 0), 12)
})

test('a relative effect of 20 % of 10 % is the same plan', () => {
  expect(must(sizeExperiment({ ...design, scale: 'relative', smallestEffect: 0.2 }, eightWeeks)).people).toBe(7682)
})

test.each<[string, Partial<ExperimentDesign>]>([
  ['looking always', { looks: 'always' }],
  ['looking at times', { looks: 'hybrid' }],
  ['a second success metric of which one is enough', { successMetrics: 2 }],
  ['a guardrail', { guardrails: 1 }],
  ['treating only one in ten', { treatmentShare: 0.1 }],
])('%s takes more people', (_, change) => {
  expect(must(sizeExperiment({ ...design, ...change }, eightWeeks)).people).toBeGreaterThan(7682)
})

test('guardrails share the chance of missing: with one, each test misses in one run in ten', () => {
  const guarded = must(sizeExperiment({ ...design, guardrails: 1 }, eightWeeks))
  expect(guarded.people).toBe(must(sizeExperiment({ ...design, power: 0.9 }, eightWeeks)).people)
})

test('what the days before foretell takes no people to find out', () => {
  const adjusted = must(sizeExperiment({ ...design, baseline: { ...design.baseline, correlationBefore: 0.6 } }, eightWeeks))
  expect(adjusted.people / 7682).toBeCloseTo(1 - 0.6 ** 2, 3)
})

test('success metrics that must all win share no alpha', () => {
  expect(must(sizeExperiment({ ...design, successMetrics: 3, rule: 'all' }, eightWeeks)).people).toBe(7682)
})

test('what the planned days find is the planned effect', () => {
  const { people } = must(sizeExperiment(design, eightWeeks))
  expect(must(effectWithin((people / 1500) * 7, design, [1500]))).toBeCloseTo(0.02, 4)
  const mean: ExperimentDesign = { ...design, baseline: { kind: 'mean', mean: 50, variance: 900 }, scale: 'relative', smallestEffect: 0.05 }
  const planned = must(sizeExperiment(mean, eightWeeks))
  expect(must(effectWithin((planned.people / 1500) * 7, mean, [1500]))).toBeCloseTo(0.05, 3)
})

test('twice the days find a smaller effect', () => {
  expect(must(effectWithin(28, design, eightWeeks))).toBeLessThan(must(effectWithin(14, design, eightWeeks)))
})

test('who comes every week comes once: the days do not follow from the first week', () => {
  const regulars = [6_000, 600, 200, 100, 100, 100, 100, 100]
  expect(arriving(14, regulars)).toBe(6_600)
  expect(arriving(56 + 7, regulars)).toBe(7_400)
  expect(must(sizeExperiment(design, regulars)).days).toBe(7 * 8 + Math.ceil((7 * (7682 - 7300)) / 100))
})

test('without traffic there is no end, and nothing to find', () => {
  expect(must(sizeExperiment(design, [0, 0]))).toMatchObject({ days: null, sentence: expect.stringMatching(/never end/) })
  expect(must(sizeExperiment(design, [])).days).toBeNull()
  expect(effectWithin(14, design, [])).toHaveProperty('refused')
})

test('one week of traffic is told as one', () => {
  expect(must(sizeExperiment(design, [7682])).sentence).toBe('This takes 7,682 people, 7 days if they come as in the last week.')
  expect(must(sizeExperiment(design, [60_000])).sentence).toMatch(/, 1 day if/)
})

test('plans that cannot be sized are refused', () => {
  expect(sizeExperiment({ ...design, smallestEffect: 0 }, eightWeeks)).toHaveProperty('refused')
  expect(sizeExperiment({ ...design, baseline: { kind: 'share', share: 0 } }, eightWeeks)).toHaveProperty('refused')
  expect(sizeExperiment({ ...design, scale: 'relative', baseline: { kind: 'mean', mean: -3, variance: 1 } }, eightWeeks)).toHaveProperty(
    'refused',
  )
  expect(sizeExperiment({ ...design, baseline: { kind: 'mean', mean: 3, variance: 0 } }, eightWeeks)).toHaveProperty('refused')
  expect(sizeExperiment({ ...design, alpha: 2 }, eightWeeks)).toHaveProperty('refused')
})

test('a before/after plan knows the smallest step it could see', () => {
  const values = drawNormals(startChance(2), 60)
  const rates = { alpha: 0.05, power: 0.8, scale: 'absolute' } as const
  expect(must(stepWithin(30, { values, trend: false }, rates))).toBeLessThan(1.5)
  expect(stepWithin(30, { values: values.map(() => 4) }, rates)).toHaveProperty('refused')
})

describe('on a relative scale', () => {
  const values = drawNormals(startChance(2), 60).map((z) => 100 + z)
  const rates = { alpha: 0.05, power: 0.8, scale: 'relative' } as const

  test('the step is a share of the past, whether or not a point of it is 0', () => {
    const inUnits = must(stepWithin(30, { values }, { ...rates, scale: 'absolute' }))
    expect(must(stepWithin(30, { values }, rates))).toBeCloseTo(inUnits / 100, 3)
    const withZero = values.with(7, 0)
    const mean = withZero.reduce((sum, value) => sum + value, 0) / 60
    expect(must(stepWithin(30, { values: withZero }, rates))).toBeCloseTo(
      must(stepWithin(30, { values: withZero }, { ...rates, scale: 'absolute' })) / mean,
      10,
    )
    expect(stepWithin(30, { values: values.map((value) => -value) }, rates)).toHaveProperty('refused')
  })

  test('a season that the plan expects is not counted as noise', () => {
    const weekly = values.map((value, t) => value + (t % 7 >= 5 ? 60 : 0))
    const season = { period: 7, shape: 'dummies' } as const
    expect(must(stepWithin(30, { values: weekly, season }, rates))).toBeLessThan(0.3 * must(stepWithin(30, { values: weekly }, rates)))
  })
})
