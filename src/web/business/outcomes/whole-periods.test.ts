import { expect, test } from 'vitest'
import { MetricDefinition } from '#domain/business/metric.ts'
import { sinceFirstValue, whyItEnds } from './whole-periods.ts'

const point = (value: number | null, complete = true) => ({ at: '2026-01-01', value, people: 1, complete })

test('a picture begins at the first value, keeps later gaps, and leaves out the period that still runs', () => {
  const points = [point(null), point(null), point(3), point(null), point(5), point(1, false)]
  expect(sinceFirstValue(points).map(({ value }) => value)).toEqual([3, null, 5])
})

test('where nothing was ever measured, all periods stay', () => {
  expect(sinceFirstValue([point(null), point(null)])).toHaveLength(2)
})

test('a picture that ends early says whether a period still runs or people still have their days', () => {
  const points = [point(3), { ...point(4, false), at: '2026-01-12T00:00:00.000Z' }, { ...point(5, false), at: '2026-01-19T00:00:00.000Z' }]
  const adoption = MetricDefinition.parse({ kind: 'adoption', of: { event: 'paid' } })
  const conversion = MetricDefinition.parse({ kind: 'conversion', first: { event: 'tried' }, next: { event: 'paid' }, withinDays: 14 })
  expect(whyItEnds(points, adoption)).toMatch(/^The week of .*12.* still runs\./)
  expect(whyItEnds(points, conversion)).toMatch(/^The weeks from .*12.* on are not drawn yet: not everybody in them has had 14 days\.$/)
  expect(whyItEnds([point(3)], adoption)).toBeUndefined()
})
