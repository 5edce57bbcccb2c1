import { expect, test } from 'vitest'
import type { NewMetricDefinition } from './metric.ts'
import { isSameDefinition } from './metric-meaning.ts'

const conversion = { kind: 'conversion', first: { event: 'signed_up' }, next: { event: 'invited' }, withinDays: 7 } as const
const plan = { on: 'event', property: 'plan', is: 'eq', value: 'team' } as const
const seats = { on: 'event', property: 'seats', is: 'gt', value: 3 } as const
const paid = (...filters: (typeof plan | typeof seats)[]) => ({ kind: 'engagement', of: { event: 'paid', filters } }) as const
const people = { kind: 'adoption', of: { event: 'paid' }, measure: 'people' } as const

test.each<[string, NewMetricDefinition, NewMetricDefinition]>([
  ['what was left out and is said now', conversion, { ...conversion, granularity: 'week', direction: 'up', unit: '' }],
  [
    'names in another order',
    conversion,
    { withinDays: 7, next: { filters: [], event: 'invited' }, first: conversion.first, kind: 'conversion' },
  ],
  ['filters in another order', paid(plan, seats), paid(seats, plan)],
  ['a group that nothing is divided by', people, { ...people, among: { event: 'signed_up' } }],
  ['another word for the unit', { ...conversion, unit: 'teams' }, { ...conversion, unit: 'firms' }],
])('%s is the same definition', (_, one, other) => {
  expect(isSameDefinition(one, other)).toBe(true)
})

test.each<[string, NewMetricDefinition, NewMetricDefinition]>([
  ['another window', conversion, { ...conversion, withinDays: 14 }],
  ['the two events changed over', conversion, { ...conversion, first: conversion.next, next: conversion.first }],
  ['another value of a filter', paid(plan), paid({ ...plan, value: 'firm' } as never)],
  ['a filter less', paid(plan, seats), paid(plan)],
  ['another group to divide by', { ...people, measure: 'share' }, { ...people, measure: 'share', among: { event: 'signed_up' } }],
  ['the other direction', conversion, { ...conversion, direction: 'down' }],
])('%s is another definition', (_, one, other) => {
  expect(isSameDefinition(one, other)).toBe(false)
})
