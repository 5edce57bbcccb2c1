import { describe, expect, test } from 'vitest'
import { startChance } from '#domain/statistics/chance.ts'
import { compareMeans } from '#domain/statistics/estimates.ts'
import { evidenceOf } from '#domain/statistics/measurement.ts'
import { must } from '#domain/statistics/must.ts'
import { pairedSumsOf, sumsOf } from '#domain/statistics/sums.ts'
import { type ArmSums, correlationWithBefore } from './arm-sums.ts'
import { MetricDefinition } from './metric.ts'
import { measuredBaseline } from './success-plan-baseline.ts'
import { measureArms } from './verdict-arms.ts'

const revenue = MetricDefinition.parse({ kind: 'revenue', of: { event: 'paid' }, property: 'amount' })
const perPerson = MetricDefinition.parse({ kind: 'revenue', of: { event: 'paid' }, property: 'amount', per: 'person' })
const adoption = MetricDefinition.parse({ kind: 'adoption', of: { event: 'sent' } })

function armOf(values: number[], before: number[]): ArmSums {
  const { outcome, covariate, crossProducts } = pairedSumsOf(values, before)
  return {
    n: values.length,
    sum: outcome.sum,
    sumSquares: outcome.sumSquares,
    pre: { sum: covariate.sum, sumSquares: covariate.sumSquares, cross: crossProducts },
  }
}

const chance = startChance(3)
const before = Array.from({ length: 400 }, () => 100 * chance())
const after = before.map((spent, person) => spent + 10 * chance() + (person % 2 ? 5 : 0))
const half = (values: number[], odd: number) => values.filter((_, person) => person % 2 === odd)
const arms = { control: armOf(half(after, 0), half(before, 0)), treatment: armOf(half(after, 1), half(before, 1)) }
const once = { scale: 'absolute', looks: { kind: 'once' } } as const

describe('the days before exposure', () => {
  test('narrow the interval where people do what they did before, and the text says by how much', () => {
    const { data, how } = measureArms(revenue, arms, 7)
    const adjusted = must(evidenceOf(data, once)).evidence
    const plain = must(evidenceOf(measureArms(revenue, arms, null).data, once)).evidence
    expect(data.kind).toBe('adjusted-mean')
    expect(adjusted.standardError).toBeLessThan(plain.standardError / 3)
    expect(adjusted.estimate).toBeCloseTo(5, 0)
    expect(how).toEqual([expect.stringMatching(/^Adjusted by the 7 days before each person came in \(CUPED\), which takes out 9\d % /)])
  })

  test('change nothing when they are off: the same as comparing the means by hand', () => {
    const { data, how } = measureArms(revenue, arms, null)
    const byHand = must(compareMeans({ control: sumsOf(half(after, 0)), treatment: sumsOf(half(after, 1)) }))
    expect(must(evidenceOf(data, once)).evidence).toMatchObject({ estimate: byHand.effect, standardError: byHand.standardError })
    expect(how).toEqual([])
  })

  test('that were the same for everybody leave the values as they are, and say so', () => {
    const nothing = before.map(() => 0)
    const { data, how } = measureArms(revenue, { control: armOf(half(after, 0), nothing), treatment: armOf(half(after, 1), nothing) }, 7)
    expect(data.kind).toBe('mean')
    expect(how).toEqual([expect.stringContaining('the same for everybody')])
  })

  test('are left out of shares of few people, which keep their exact methods', () => {
    const yes = (count: number) =>
      armOf(
        before.map((_, person) => Number(person < count)),
        before.map((_, person) => person % 2),
      )
    expect(measureArms(adoption, { control: yes(20), treatment: yes(40) }, 7)).toMatchObject({
      data: { kind: 'proportion', control: { successes: 20, trials: 400 } },
      how: [expect.stringContaining('too small')],
    })
    expect(measureArms(adoption, { control: yes(120), treatment: yes(140) }, 7).data.kind).toBe('adjusted-mean')
  })

  test('of a ratio adjust the ratio', () => {
    const ratio = { denominatorSum: 200, denominatorSquares: 200, cross: arms.control.sum }
    const pre = {
      ...arms.control.pre!,
      ratio: {
        ...ratio,
        cross: arms.control.pre!.sum,
        numeratorDenominator: arms.control.sum,
        denominatorNumerator: arms.control.pre!.sum,
        denominators: 200,
      },
    }
    const arm = { ...arms.control, ratio, pre }
    const { data } = measureArms(perPerson, { control: arm, treatment: arm }, 7)
    expect(data.kind).toBe('adjusted-ratio')
    // Everybody's denominator is 1 here, so the ratio is the mean, and its correlation with the time before is that of the means.
    expect(correlationWithBefore(arm)).toBeCloseTo(correlationWithBefore(arms.control), 8)
  })
})

describe('a baseline', () => {
  test('is the mean and its variance per person, with what the days before foretell', () => {
    const baseline = measuredBaseline(revenue, arms.control)!
    const values = half(after, 0)
    const mean = values.reduce((sum, value) => sum + value, 0) / 200
    expect(baseline).toMatchObject({ kind: 'mean', mean: expect.closeTo(mean, 8) })
    expect(baseline.kind === 'mean' && baseline.variance).toBeCloseTo(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 199, 6)
    expect(baseline.correlationBefore).toBeGreaterThan(0.98)
  })

  test('of a yes or no is a share; where all are alike there is none', () => {
    expect(measuredBaseline(adoption, { n: 50, sum: 20, sumSquares: 20 })).toMatchObject({ kind: 'share', share: 0.4 })
    expect(measuredBaseline(adoption, { n: 50, sum: 0, sumSquares: 0 })).toBeNull()
    expect(measuredBaseline(revenue, { n: 3, sum: 9, sumSquares: 27 })).toBeNull()
    expect(measuredBaseline(revenue, { n: 0, sum: 0, sumSquares: 0 })).toBeNull()
  })
})
