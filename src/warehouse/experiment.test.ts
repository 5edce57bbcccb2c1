import { afterAll, beforeAll, expect, test } from 'vitest'
import { MetricDefinition, type NewMetricDefinition } from '#domain/business/metric.ts'
import type { ExperimentQuestion, NewEvent } from './events.ts'
import { testWarehouse } from './test-warehouse.ts'

const day = (n: number, hour = 12) => new Date(Date.UTC(2026, 0, 1 + n, hour))
const period = { from: day(0, 0), to: day(20, 0), asOf: day(20, 0) }

const saw = (distinctId: string, variant: string, n: number): NewEvent => ({
  event: 'saw',
  distinctId,
  at: day(n),
  properties: { variant },
})
const paid = (distinctId: string, n: number, amount: number): NewEvent => ({
  event: 'paid',
  distinctId,
  at: day(n, 13),
  properties: { amount },
})
const did = (event: string, distinctId: string, n: number): NewEvent => ({ event, distinctId, at: day(n, 13) })

const events = [
  saw('c1', 'control', 5),
  paid('c1', 6, 10),
  paid('c1', 7, 20),
  paid('c1', 13, 500),
  paid('c1', 3, 4),
  saw('c2', 'control', 6),
  did('opened', 'c2', 7),
  did('sent', 'c2', 8),
  did('opened', 'c2', 20),
  saw('c3', 'control', 17),
  paid('c3', 18, 9),
  saw('t1', 'test', 5),
  saw('t1', 'test', 9),
  paid('t1', 5, 1_000),
  paid('t1', 4, 7),
  did('opened', 't1', 5),
  saw('t2', 'test', 5),
  paid('t2', 11, 5.5),
  saw('both', 'control', 5),
  saw('both', 'test', 6),
  paid('both', 6, 99),
  saw('x1', 'third', 5),
  saw('anon', 'test', 7),
  paid('t3', 8, 3),
  { event: 'saw', distinctId: 'nobody', at: day(5) },
]

let place: Awaited<ReturnType<typeof testWarehouse>>
beforeAll(async () => {
  place = await testWarehouse({ now: () => new Date('2026-03-01') })
  await place.get().append('w', events)
  await place.get().identify('w', { distinctId: 't3', anonymousId: 'anon' })
})
afterAll(() => place.remove())

function ask(metric: NewMetricDefinition, change: Partial<ExperimentQuestion> = {}) {
  const exposure = { event: 'saw', variantProperty: 'variant', control: 'control', treatment: 'test' }
  return place.get().experimentArms('w', { metric: MetricDefinition.parse(metric), exposure, period, windowDays: 7, ...change })
}
const revenue: NewMetricDefinition = { kind: 'revenue', of: { event: 'paid' }, property: 'amount' }

test('an arm sums what its people did within their window, and only people whose window is over', async () => {
  const { arms, waiting, severalVariants } = await ask(revenue, { preDays: 7 })
  expect(arms).toEqual([
    { variant: 'control', n: 2, sum: 30, sumSquares: 900, pre: { sum: 4, sumSquares: 16, cross: 120 } },
    { variant: 'test', n: 3, sum: 1_008.5, sumSquares: 1_000_039.25, pre: { sum: 7, sumSquares: 49, cross: 7_000 } },
  ])
  expect({ waiting, severalVariants }).toEqual({ waiting: 1, severalVariants: 1 })
})

test('everybody exposed to one variant is counted by day, for the sample-ratio check', async () => {
  const { exposures } = await ask(revenue)
  expect(exposures).toEqual([
    { day: day(5, 0), variant: 'control', people: 1 },
    { day: day(5, 0), variant: 'test', people: 2 },
    { day: day(6, 0), variant: 'control', people: 1 },
    { day: day(7, 0), variant: 'test', people: 1 },
    { day: day(17, 0), variant: 'control', people: 1 },
  ])
})

test('winsorising cuts at the quantile of the non-zero values of both arms together', async () => {
  const { arms, cap, capped } = await ask(revenue, { winsorQuantile: 0.5 })
  // Non-zero: 3, 5.5, 30, 1000. The median of four lies between the middle two.
  expect(cap).toBe(17.75)
  expect(capped).toBe(2)
  expect(arms.map(({ sum }) => sum)).toEqual([17.75, 26.25])
})

test('a per-person metric brings the sums of its denominator', async () => {
  const { arms } = await ask({ ...revenue, per: 'person' } as NewMetricDefinition)
  expect(arms[0]).toEqual({
    variant: 'control',
    n: 2,
    sum: 30,
    sumSquares: 900,
    ratio: { denominatorSum: 1, denominatorSquares: 1, cross: 30 },
  })
})

test('adoption, engagement and conversion are counted per exposed person', async () => {
  const adopted = await ask({ kind: 'adoption', of: { event: 'paid' } })
  expect(adopted.arms.map(({ n, sum }) => [n, sum])).toEqual([
    [2, 1],
    [3, 3],
  ])
  const engaged = await ask({ kind: 'engagement', of: { event: 'paid' } })
  expect(engaged.arms.map(({ sum, sumSquares }) => [sum, sumSquares])).toEqual([
    [2, 4],
    [3, 3],
  ])
  const converted = await ask({ kind: 'conversion', first: { event: 'opened' }, next: { event: 'sent' }, withinDays: 3 })
  expect(converted.arms.map(({ sum, ratio }) => [sum, ratio?.denominatorSum])).toEqual([
    [1, 1],
    [0, 1],
  ])
})

test('retention waits for the end of the day to come back on', async () => {
  const metric: NewMetricDefinition = { kind: 'retention', start: { event: 'saw' }, back: { event: 'paid' }, day: 1 }
  const { arms, waiting } = await ask(metric)
  expect(arms.map(({ n, sum }) => [n, sum])).toEqual([
    [3, 2],
    [3, 1],
  ])
  expect(waiting).toBe(0)
})

test('without a treatment every variant is an arm, control first, and an empty arm is there too', async () => {
  const exposure = { event: 'saw', variantProperty: 'variant', control: 'off' }
  const { arms } = await ask(revenue, { exposure })
  expect(arms.map(({ variant, n }) => [variant, n])).toEqual([
    ['off', 0],
    ['control', 2],
    ['test', 3],
    ['third', 1],
  ])
})

test('traffic counts everybody once, in the week they came first', async () => {
  const weeks = await place.get().traffic('w', { event: 'saw', filters: [] }, 3, day(19, 0))
  expect(weeks).toEqual([
    { at: new Date('2025-12-29'), people: 0 },
    { at: new Date('2026-01-05'), people: 8 },
    { at: new Date('2026-01-12'), people: 1 },
  ])
})

test('a conversion may begin with the exposure itself', async () => {
  const { arms } = await ask({ kind: 'conversion', first: { event: 'saw' }, next: { event: 'paid' }, withinDays: 3 })
  expect(arms.map(({ sum, ratio }) => [sum, ratio?.denominatorSum])).toEqual([
    [1, 2],
    [2, 3],
  ])
})

test('a per-person metric brings the same sums of the days before, and their products with those after', async () => {
  const { arms } = await ask({ ...revenue, per: 'person' } as NewMetricDefinition, { preDays: 7 })
  // c1 paid 4 before and 30 after, t1 7 before and 1,000 after, t2 and t3 only after.
  expect(arms.map(({ pre }) => pre)).toEqual([
    {
      sum: 4,
      sumSquares: 16,
      cross: 120,
      ratio: { denominatorSum: 1, denominatorSquares: 1, cross: 4, numeratorDenominator: 30, denominatorNumerator: 4, denominators: 1 },
    },
    {
      sum: 7,
      sumSquares: 49,
      cross: 7_000,
      ratio: { denominatorSum: 1, denominatorSquares: 1, cross: 7, numeratorDenominator: 1_000, denominatorNumerator: 7, denominators: 1 },
    },
  ])
})

test('without a variant everybody who enters is in one arm, whatever they saw', async () => {
  const { arms, severalVariants } = await ask(revenue, { exposure: { event: 'saw', filters: [], control: 'everybody' } })
  // c1 30, t1 1,000, t2 5.5, t3 3, both 99; c2, x1 and nobody paid nothing; c3 is still in their window.
  expect(arms).toEqual([{ variant: 'everybody', n: 8, sum: 1_137.5, sumSquares: 900 + 1e6 + 30.25 + 9 + 9_801 }])
  expect(severalVariants).toBe(0)
})
