import { expect, test } from 'vitest'
import type { MetricRow } from '../outcomes/queries.ts'
import { otherMetricWords } from './plan-words.ts'

const [invited, paid] = [
  { id: 'id-1', name: 'Invited' },
  { id: 'id-2', name: 'Paid' },
] as MetricRow[]

test('a plan says where it judges by another number than the bet names, and is silent where they agree or the bet names none', () => {
  const words = (own: MetricRow | undefined) => otherMetricWords({ metricId: 'id-2' }, own ?? null, [invited!, paid!])
  expect(words(invited)).toEqual(['The bet says it will change “Invited”, and this plan judges it by “Paid”.'])
  expect([words(paid), words(undefined)]).toEqual([[], []])
})
