import { expect, test } from 'vitest'
import { describeMetric, MetricDefinition, type NewMetricDefinition } from './metric.ts'

test.each<[NewMetricDefinition, string]>([
  [
    { kind: 'adoption', of: { event: 'opened a job' }, measure: 'people', granularity: 'day' },
    'Number of people who did “opened a job”, by day.',
  ],
  [{ kind: 'adoption', of: { event: 'opened a job' } }, 'Share of people active through any event who did “opened a job”, by week.'],
  [
    { kind: 'retention', start: { event: 'signed up' }, back: {}, day: 1 },
    'Share of people starting with “signed up” who did any event 1 day later, by week.',
  ],
  [
    { kind: 'retention', start: { event: 'signed up' }, back: { event: 'paid' }, day: 30, counting: 'within' },
    'Share of people starting with “signed up” who did “paid” within 30 days, not counting the first day, by week.',
  ],
  [{ kind: 'engagement', of: { event: 'sent' }, measure: 'days' }, 'Days with “sent” per person who did it, by week.'],
  [
    { kind: 'conversion', first: { event: 'tried' }, next: { event: 'paid' }, withinDays: 14, granularity: 'month' },
    'Share of people who did “tried” and then “paid” within 14 days, by month.',
  ],
  [
    {
      kind: 'revenue',
      of: {
        event: 'paid',
        filters: [
          { on: 'event', property: 'currency', is: 'eq', value: 'EUR' },
          { on: 'person', property: 'plan', is: 'in', value: ['team', 'firm'] },
          { on: 'event', property: 'seats', is: 'set' },
        ],
      },
      property: 'amount',
      per: 'person',
    },
    'Sum of amount over “paid” where currency is EUR and the person’s plan is one of team, firm and seats is known, per person who did it, by week.',
  ],
])('a definition reads as a sentence', (given, sentence) => {
  expect(describeMetric(MetricDefinition.parse(given))).toBe(sentence)
})

test('what is left out is filled in: weeks, up is good, no unit, any event', () => {
  expect(MetricDefinition.parse({ kind: 'engagement', of: {} })).toEqual({
    kind: 'engagement',
    of: { filters: [] },
    measure: 'events',
    granularity: 'week',
    direction: 'up',
    unit: '',
  })
})

test.each([
  [{ kind: 'retention', start: {}, back: {}, day: 0 }],
  [{ kind: 'conversion', first: {}, next: {}, withinDays: 1.5 }],
  [{ kind: 'revenue', of: {}, property: '' }],
  [{ kind: 'engagement', of: { filters: [{ on: 'event', property: 'a', is: 'gt', value: '5' }] } }],
  [{ kind: 'engagement', of: { filters: [{ on: 'event', property: 'a', is: 'in', value: [] }] } }],
  [{ kind: 'mystery' }],
])('%j is refused', (given) => {
  expect(MetricDefinition.safeParse(given).success).toBe(false)
})
