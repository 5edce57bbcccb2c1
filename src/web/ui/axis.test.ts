import { expect, test } from 'vitest'
import { dayIn, distinctly, rowsApart, timeMarks } from './axis.ts'
import { formatPercent } from './format.ts'

const percent = (share: number, digits?: number) => formatPercent(share, digits, 'en')
const labels = (all: number[], format = percent) => all.map((value, place) => distinctly(format)(value, place, all))

test.each([
  [
    [0.1, 0.2, 0.3],
    ['10%', '20%', '30%'],
  ],
  [
    [0.27, 0.275, 0.28],
    ['27%', '27.5%', '28%'],
  ],
  [
    [0.2701, 0.2702],
    ['27.01%', '27.02%'],
  ],
])('the marks %j are told apart', (all, said) => {
  expect(labels(all)).toEqual(said)
})

test('what no digit tells apart is said once', () => {
  expect(labels([26.9, 27, 27.1], (value) => String(Math.round(value)))).toEqual(['27', '', ''])
})

test('weekly points are marked at weeks, the last one always, and no more than there is room for', () => {
  const weeks = Array.from({ length: 10 }, (_, week) => ({ at: new Date(Date.UTC(2026, 8, 7 + 7 * week)).toISOString() }))
  const marks = timeMarks(weeks, 500).map((at) => at.toISOString())
  expect(marks).toEqual([0, 3, 6, 9].map((place) => weeks[place]!.at))
  expect(timeMarks(weeks.slice(0, 2), 2_000)).toHaveLength(2)
  expect(timeMarks([], 500)).toEqual([])
})

test('a day of a series is the same day in every time zone', () => {
  expect(dayIn('2026-11-02T00:00:00.000Z')).toBe(dayIn(new Date('2026-11-02T00:00:00Z')))
  expect(dayIn('2026-11-02T00:00:00.000Z')).toContain('2')
})

test('labels that would lie over each other get rows of their own, and no more of them than it takes', () => {
  const label = (from: number) => ({ from, to: from + 40 })
  expect(rowsApart([label(0), label(10), label(50), label(20)])).toEqual([0, 1, 0, 2])
  expect(rowsApart([label(0), label(40)])).toEqual([0, 0])
})
