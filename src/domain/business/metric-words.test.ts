import { expect, test } from 'vitest'
import { MetricDefinition, type NewMetricDefinition } from './metric.ts'
import { type DefinitionChange, definitionChange, describeRedefinition } from './metric-words.ts'

const conversion = { kind: 'conversion', first: { event: 'signed_up' }, next: { event: 'invited' }, withinDays: 7 } as const
const share = { kind: 'adoption', of: { event: 'paid' }, measure: 'share' } as const
const retention = { kind: 'retention', start: { event: 'signed_up' }, back: {}, day: 7 } as const
const revenue = { kind: 'revenue', of: { event: 'paid' }, property: 'amount', granularity: 'month' } as const

test.each<[string, NewMetricDefinition, NewMetricDefinition, DefinitionChange]>([
  [
    'a window',
    conversion,
    { ...conversion, withinDays: 14 },
    { kept: 'Conversion from “signed_up” to “invited”, each week', from: 'within 7 days', to: 'within 14 days' },
  ],
  [
    'an event and the period',
    conversion,
    { ...conversion, next: { event: 'paid' }, granularity: 'day' },
    {
      kept: 'within 7 days',
      from: 'Conversion from “signed_up” to “invited”, each week',
      to: 'Conversion from “signed_up” to “paid”, each day',
    },
  ],
  [
    'the kind',
    conversion,
    { kind: 'engagement', of: { event: 'invited' }, measure: 'days' },
    {
      kept: '',
      from: 'Conversion from “signed_up” to “invited”, within 7 days, each week',
      to: 'Days with “invited” per person, each week',
    },
  ],
  [
    'a share that becomes a number',
    share,
    { ...share, measure: 'people' },
    {
      kept: 'each week',
      from: 'Share of people who did “paid”, out of those who did any event',
      to: 'Number of people who did “paid”',
    },
  ],
  [
    'how coming back is counted',
    retention,
    { ...retention, counting: 'within' },
    { kept: 'Retention from “signed_up” to any event, each week', from: '7 days later', to: 'within 7 days' },
  ],
  ['a sum', revenue, { ...revenue, per: 'person' }, { kept: 'Sum of amount over “paid”, each month', from: 'in total', to: 'per person' }],
])('%s: only what changed is said to have changed', (_, before, after, change) => {
  expect(definitionChange(MetricDefinition.parse(before), MetricDefinition.parse(after))).toEqual(change)
})

test('the same definition, or one that goes in another direction, has no such change', () => {
  const before = MetricDefinition.parse(conversion)
  expect(definitionChange(before, before)).toBeNull()
  expect(definitionChange(before, { ...before, direction: 'down' })).toBeNull()
})

test.each<[string, NewMetricDefinition, NewMetricDefinition, string]>([
  [
    'a window',
    conversion,
    { ...conversion, withinDays: 14 },
    'Conversion from “signed_up” to “invited”, each week: then within 7 days; now within 14 days.',
  ],
  ['which way is good', share, { ...share, direction: 'down' }, 'Then better when it goes up; now better when it goes down.'],
  [
    'the sum; a unit counts nothing',
    revenue,
    { ...revenue, per: 'person', unit: '€' },
    'Sum of amount over “paid”, each month: then in total; now per person.',
  ],
])('then and now are one sentence: %s', (_, before, after, sentence) => {
  expect(describeRedefinition(MetricDefinition.parse(before), MetricDefinition.parse(after))).toBe(sentence)
})
