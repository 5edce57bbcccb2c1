import { expect, test } from 'vitest'
import { type Granularity, MetricDefinition } from './metric.ts'
import { canonicalPlan, checkDesign, keepPlannedPeople, PlanDesign } from './success-plan.ts'

const metric = (granularity: Granularity, kind: 'adoption' | 'engagement' = 'adoption') => ({
  name: 'Invoices',
  definition: MetricDefinition.parse({ kind, of: { event: 'sent' }, granularity }),
})
const before = (weeksBefore: number) => PlanDesign.parse({ kind: 'before-after', weeksBefore })
const experiment = (changes = {}) =>
  PlanDesign.parse({
    kind: 'experiment',
    exposureEvent: 'saw',
    variantProperty: 'variant',
    control: 'a',
    treatment: 'b',
    windowDays: 7,
    ...changes,
  })

test.each<[Granularity, number]>([
  ['day', 4],
  ['week', 24],
  ['month', 105],
])('a metric by %s can be judged from %i weeks before the change', (granularity, weeks) => {
  expect(() => checkDesign(before(weeks), [metric(granularity)])).not.toThrow()
})

test.each<[Granularity, number, string]>([
  ['week', 23, '“Invoices” has one point a week and 24 are needed: choose 24 weeks or more, or a metric that is counted by day.'],
  ['month', 104, '“Invoices” has one point a month and 24 are needed: choose 105 weeks or more, or a metric that is counted by day.'],
])('a metric by %s over %i weeks is refused with what to choose', (granularity, weeks, sentence) => {
  expect(() => checkDesign(before(weeks), [metric('day'), metric(granularity)])).toThrow(sentence)
})

test('a cap needs something with a tail to cut', () => {
  expect(() => checkDesign(experiment({ capAt: 0.999 }), [metric('week')])).toThrow('Only counts and amounts')
  expect(() => checkDesign(experiment({ capAt: 0.999 }), [metric('week'), metric('week', 'engagement')])).not.toThrow()
})

test('how values are adjusted and capped is part of what is promised', () => {
  const texts = [experiment(), experiment({ daysBefore: null }), experiment({ capAt: 0.99 })].map((design) => canonicalPlan({ design }))
  expect(texts[0]).toContain('"capAt":null')
  expect(texts[0]).toContain('"daysBefore":7')
  expect(new Set(texts).size).toBe(3)
})

test('the number of people of the launch stands', () => {
  expect(keepPlannedPeople(500, null)).toBe(500)
  expect(keepPlannedPeople(500, 500)).toBe(500)
  expect(keepPlannedPeople(null, 300)).toBe(300)
  expect(() => keepPlannedPeople(500, 400)).toThrow('launched for 500 people')
})
