import { expect, test } from 'vitest'
import { sinceFirstValue } from './whole-periods.ts'

const point = (value: number | null, complete = true) => ({ at: '2026-01-01', value, people: 1, complete })

test('a picture begins at the first value, keeps later gaps, and leaves out the period that still runs', () => {
  const points = [point(null), point(null), point(3), point(null), point(5), point(1, false)]
  expect(sinceFirstValue(points).map(({ value }) => value)).toEqual([3, null, 5])
})

test('where nothing was ever measured, all periods stay', () => {
  expect(sinceFirstValue([point(null), point(null)])).toHaveLength(2)
})
