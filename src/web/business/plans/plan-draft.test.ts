import { expect, test } from 'vitest'
import { firstDefinition } from '../outcomes/metric-kinds.ts'
import type { MetricRow } from '../outcomes/queries.ts'
import { blankDraft, draftOf, planOf } from './plan-draft.ts'
import type { Plan } from './queries.ts'

const metric = (key: string, measure: 'people' | 'share') =>
  ({ id: `id-${key}`, key, unit: 'crews', definition: { ...firstDefinition, measure } }) as unknown as MetricRow
const metrics = [metric('METRIC-1', 'share'), metric('METRIC-2', 'people')]
const exposed = { ...blankDraft('METRIC-1').design, exposureEvent: 'saw_it' } as ReturnType<typeof blankDraft>['design']

test('a share is written in points and kept as a part of one', () => {
  const draft = { ...blankDraft('METRIC-1'), design: exposed, success: { metric: 'METRIC-1', amount: 8, kind: 'absolute' as const } }
  expect(planOf(draft, metrics)).toMatchObject({ smallestEffect: 0.08 })
})

test('a count is kept as it is written, and a relative loss as per cent', () => {
  const draft = {
    ...blankDraft('METRIC-2'),
    design: exposed,
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
