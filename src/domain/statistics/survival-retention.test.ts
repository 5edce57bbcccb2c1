import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from './must.ts'
import { retentionByPeriod, retentionCohorts, retentionOnDay } from './survival-retention.ts'

const people = [
  { startedOn: 0, activeOn: [1, 7] },
  { startedOn: 0, activeOn: [3] },
  { startedOn: 2, activeOn: [9] },
  { startedOn: 5, activeOn: [6] },
  { startedOn: 8, activeOn: [] },
]

test('who has not lived through day 7 is neither retained nor lost', () => {
  expect(must(retentionOnDay(people, { day: 7, cut: 10 }))).toMatchObject({ retained: 2, people: 3, tooEarly: 2, share: 2 / 3 })
  // Day 7 of those who started on day 2 is day 9, which is not over yet at cut 9.
  expect(must(retentionOnDay(people, { day: 7, cut: 9 }))).toMatchObject({ retained: 1, people: 2, tooEarly: 3 })
})

test('by day 7 counts every day up to it, but not the first', () => {
  expect(must(retentionOnDay(people, { day: 7, cut: 10, counting: 'by' }))).toMatchObject({ retained: 3, people: 3 })
  expect(must(retentionOnDay([{ startedOn: 0, activeOn: [0] }], { day: 1, cut: 3, counting: 'by' }))).toMatchObject({ retained: 0 })
})

test('cohorts leave periods open that are not over for all of them', () => {
  expect(retentionCohorts(people, { from: 0, cut: 12, length: 3, periods: 3 })).toEqual([
    { startsOn: 0, people: 3, active: [3, 1, 1] },
    { startsOn: 3, people: 1, active: [1, 1, 0] },
    { startsOn: 6, people: 1, active: [1, 0, null] },
    { startsOn: 9, people: 0, active: [0, null, null] },
  ])
})

test('over all cohorts a period counts only those that have lived it', () => {
  const rows = must(
    retentionByPeriod([
      { people: 100, active: [100, 40, 30] },
      { people: 50, active: [50, 30, null] },
    ]),
  )
  expect(rows.map(({ retained, people, tooEarly }) => [retained, people, tooEarly])).toEqual([
    [150, 150, 0],
    [70, 150, 0],
    [30, 100, 50],
  ])
})

const attendance = fc.record({
  startedOn: fc.integer({ min: 0, max: 20 }),
  activeOn: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
})

test('a later cut never changes what was already counted', () => {
  fc.assert(
    fc.property(fc.array(attendance, { minLength: 1 }), (drawn) => {
      const early = retentionCohorts(drawn, { from: 0, cut: 21, length: 7, periods: 4 })
      const late = retentionCohorts(drawn, { from: 0, cut: 42, length: 7, periods: 4 })
      must(early).forEach(({ active }, cohort) => {
        active.forEach((count, later) => {
          if (count !== null) expect(must(late)[cohort]!.active[later]).toBe(count)
        })
      })
    }),
  )
})

test('nobody, days that are not whole and impossible counts are refused', () => {
  expect(retentionOnDay([], { day: 7, cut: 10 })).toEqual({ refused: "Nobody's day 7 has passed yet." })
  expect(retentionOnDay(people, { day: 0, cut: 10 })).toHaveProperty('refused')
  expect(retentionOnDay(people, { day: 1, cut: 10 }, 2)).toEqual({ refused: 'The error allowed lies between 0 and 1.' })
  expect(retentionOnDay([{ startedOn: 0.5, activeOn: [] }], { day: 1, cut: 10 })).toHaveProperty('refused')
  expect(retentionCohorts(people, { from: 0, cut: 10, length: 0, periods: 1 })).toHaveProperty('refused')
  expect(retentionByPeriod([])).toHaveProperty('refused')
  expect(retentionByPeriod([{ people: 1, active: [2] }])).toHaveProperty('refused')
})
