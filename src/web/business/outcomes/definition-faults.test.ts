import { expect, test } from 'vitest'
import type { MetricDefinition } from '#domain/business/metric.ts'
import { faultsOf } from './definition-faults.ts'
import { definitionAs, firstDefinition, kindOptions, selectionFields } from './metric-kinds.ts'

const conversion = definitionAs('conversion', firstDefinition) as Extract<MetricDefinition, { kind: 'conversion' }>
const named: MetricDefinition = { ...conversion, first: { filters: [] }, next: { event: 'paid', filters: [] } }

test('with nothing chosen no kind is complete: each asks for its events, and only the denominator begins with any', () => {
  const asked = kindOptions.map(({ value }) => faultsOf(definitionAs(value, firstDefinition)).map(({ path }) => path))
  const events = kindOptions.map(({ value }) =>
    selectionFields[value].flatMap(({ field }) => (field === 'among' ? [] : [`${field}.event`])),
  )
  expect(asked.map((paths) => paths.filter((path) => path.endsWith('.event')))).toEqual(events)
  expect(faultsOf(firstDefinition)).toEqual([{ path: 'of.event', message: 'Name an event, or choose “any event”.' }])
})

test('any event is a choice where it tells something', () => {
  const anyPeople = { ...firstDefinition, of: { filters: [] } } as MetricDefinition
  expect(faultsOf(anyPeople)).toEqual([])
  expect(faultsOf({ ...anyPeople, measure: 'share' } as MetricDefinition)).toHaveLength(1)
})

test('each wrong field says what it may be', () => {
  expect(faultsOf({ ...named, next: { filters: [] } })).toEqual([
    { path: 'next.event', message: expect.stringContaining('Name at least one of the two') },
  ])
  expect(faultsOf(named)).toEqual([])
  for (const withinDays of [-7, 0, 1.5, 99_999, Number.NaN])
    expect(faultsOf({ ...named, withinDays })).toEqual([{ path: 'withinDays', message: 'Write a whole number of days from 1 to 730.' }])
  const filters = [{ on: 'event' as const, property: '', is: 'set' as const }]
  expect(faultsOf({ ...named, first: { filters } })).toEqual([
    { path: 'first.filters.0.property', message: 'Name the property of the condition.' },
  ])
})
