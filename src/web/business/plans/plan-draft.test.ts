import { expect, test } from 'vitest'
import { firstDefinition } from '../outcomes/metric-kinds.ts'
import type { MetricRow } from '../outcomes/queries.ts'
import { beforeAfterFor, blankDraft, draftOf, experiment, fewestWeeks, hasTail, meantAmount, planOf, scaleOf } from './plan-draft.ts'
import type { Plan } from './queries.ts'

const metric = (key: string, measure: 'people' | 'share') =>
  ({ id: `id-${key}`, key, unit: 'crews', definition: { ...firstDefinition, measure } }) as unknown as MetricRow
const spent = { kind: 'revenue', of: { event: 'paid', filters: [] }, property: 'amount', per: 'total', granularity: 'month' }
const metrics = [
  metric('METRIC-1', 'share'),
  metric('METRIC-2', 'people'),
  { id: 'id-METRIC-3', key: 'METRIC-3', unit: '€', definition: spent } as unknown as MetricRow,
]
const exposed = { ...experiment, exposureEvent: 'saw_it' }

test('a share is written in points and kept as a part of one', () => {
  const draft = { ...blankDraft('METRIC-1'), design: exposed, success: { metric: 'METRIC-1', amount: 8, kind: 'absolute' as const } }
  expect(planOf(draft, metrics)).toMatchObject({ smallestEffect: 0.08 })
})

test('a count is kept as it is written, and a relative loss as per cent', () => {
  const draft = {
    ...blankDraft('METRIC-2'),
    design: beforeAfterFor(24),
    success: { metric: 'METRIC-2', amount: 30, kind: 'absolute' as const },
    guardrails: [{ metric: 'METRIC-2', amount: 5, kind: 'relative' as const }],
  }
  expect(planOf(draft, metrics)).toMatchObject({ smallestEffect: 30, guardrails: [{ metric: 'METRIC-2', margin: 0.05 }] })
})

test('without an effect or an exposure event there is no plan yet', () => {
  expect(planOf(blankDraft('METRIC-1'), metrics)).toBeUndefined()
})

test('a saved plan opens as it was written', () => {
  const draft = { ...blankDraft('METRIC-1'), design: exposed, success: { metric: 'METRIC-1', amount: 8, kind: 'absolute' as const } }
  const { metric: _metric, ...saved } = planOf(draft, metrics)!
  expect(draftOf({ ...saved, metricId: 'id-METRIC-1', guardrails: [] } as unknown as Plan, metrics).success).toEqual(draft.success)
})

const of = (name: string) => ({ ...blankDraft(name), design: exposed, success: { metric: name, amount: 8, kind: 'absolute' as const } })

test('a cap is kept where something has a tail, and goes with the last metric that has one', () => {
  const capped = { ...exposed, capAt: 0.999 }
  expect(planOf({ ...of('METRIC-3'), design: capped }, metrics)?.design).toMatchObject({ capAt: 0.999 })
  expect(planOf({ ...of('METRIC-1'), design: capped }, metrics)?.design).toMatchObject({ capAt: null })
  expect([hasTail(of('METRIC-1'), metrics), hasTail(of('METRIC-3'), metrics)]).toEqual([false, true])
})

test('the slowest metric says how far to look back', () => {
  const guarded = { ...of('METRIC-1'), guardrails: [{ metric: 'METRIC-3', amount: 1, kind: 'absolute' as const }] }
  expect([fewestWeeks(of('METRIC-1'), metrics), fewestWeeks(guarded, metrics)]).toEqual([24, 105])
  expect(beforeAfterFor(fewestWeeks(guarded, metrics)).weeksBefore).toBe(105)
})

test('a number that is being written again keeps the plan from being saved', () => {
  for (const emptied of [{ windowDays: null }, { daysBefore: 0 }, { share: 0 }])
    expect(planOf({ ...of('METRIC-1'), design: { ...exposed, ...emptied } }, metrics)).toBeUndefined()
  expect(planOf({ ...of('METRIC-1'), design: { ...beforeAfterFor(24), weeksBefore: null } }, metrics)).toBeUndefined()
})

test('how many people it is planned for is said of experiments only', () => {
  expect(planOf({ ...of('METRIC-1'), plannedPeople: 640 }, metrics)).toMatchObject({ plannedPeople: 640 })
  expect(planOf({ ...of('METRIC-1'), plannedPeople: 640, design: beforeAfterFor(24) }, metrics)).toMatchObject({ plannedPeople: null })
})

test('people who do it are compared as a share in an experiment, and counted before and after', () => {
  const counted = [
    { key: 'METRIC-9', unit: 'people', definition: { kind: 'adoption', of: { event: 'sent' }, measure: 'people' } },
  ] as unknown as MetricRow[]
  const effect = { metric: 'METRIC-9', kind: 'absolute' as const }
  expect(scaleOf(effect, { metrics: counted, design: { kind: 'experiment' } })).toEqual({ by: 100, unit: 'points' })
  expect(scaleOf(effect, { metrics: counted, design: { kind: 'before-after' } })).toEqual({ by: 1, unit: 'people' })
})

test('a part of one where points or per cent stand is asked about', () => {
  expect(meantAmount({ amount: 0.05 }, 'points')).toBe('5 points')
  expect([meantAmount({ amount: 0.5 }, 'points'), meantAmount({ amount: 0 }, '%'), meantAmount({ amount: 0.05 }, '€')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
