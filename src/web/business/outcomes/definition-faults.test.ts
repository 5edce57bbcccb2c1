import { expect, test } from 'vitest'
import type { MetricDefinition } from '#domain/business/metric.ts'
import { faultsOf } from './definition-faults.ts'
import { definitionAs, firstDefinition, kindOptions } from './metric-kinds.ts'

const conversion = definitionAs('conversion', firstDefinition) as Extract<MetricDefinition, { kind: 'conversion' }>
const named: MetricDefinition = { ...conversion, next: { event: 'paid', filters: [] } }

test('what the form begins with tells something, but for a conversion between any events and a sum of nothing', () => {
  const faulty = kindOptions.filter(({ value }) => faultsOf(definitionAs(value, firstDefinition)).length > 0)
  expect(faulty.map(({ value }) => value)).toEqual(['conversion', 'revenue'])
})

test('each wrong field says what it may be', () => {
  expect(faultsOf(conversion)).toEqual([{ path: 'next.event', message: expect.stringContaining('Name at least one of the two') }])
  expect(faultsOf(named)).toEqual([])
  for (const withinDays of [-7, 0, 1.5, 99_999, Number.NaN])
    expect(faultsOf({ ...named, withinDays })).toEqual([{ path: 'withinDays', message: 'Write a whole number of days from 1 to 730.' }])
  const filters = [{ on: 'event' as const, property: '', is: 'set' as const }]
  expect(faultsOf({ ...named, first: { filters } })).toEqual([
    { path: 'first.filters.0.property', message: 'Name the property of the condition.' },
  ])
})
