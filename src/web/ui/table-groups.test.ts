import { expect, test } from 'vitest'
import { drawnGroups, type Grouping, groupRows } from './table-groups.ts'

const bets = [
  { title: 'a', horizon: 'later', order: 2 },
  { title: 'b', horizon: 'now', order: 0 },
  { title: 'c', horizon: 'later', order: 2 },
  { title: 'd', horizon: '', order: null },
]
type Bet = (typeof bets)[number]
const by = (grouping?: Grouping<Bet>) => groupRows(bets, (bet) => bet, grouping)

test('without grouping every row is a line', () => {
  expect(by()).toEqual({ rows: bets, lines: bets.map((_, index) => ({ group: '', index })) })
})

test('groups come in the order of what the column sorts by, empty ones last, and rows keep their order inside', () => {
  const { rows, lines } = by({ words: ({ horizon }) => horizon, order: ({ order }) => order })
  expect(rows.map(({ title }) => title)).toEqual(['b', 'a', 'c', 'd'])
  expect(lines).toEqual([
    { group: 'now', count: 1 },
    { group: 'now', index: 0 },
    { group: 'later', count: 2 },
    { group: 'later', index: 1 },
    { group: 'later', index: 2 },
    { group: '', count: 1 },
    { group: '', index: 3 },
  ])
})

test('without anything to sort by, groups come by their words', () => {
  expect(by({ words: ({ horizon }) => horizon || 'some day' }).lines.flatMap((line) => ('count' in line ? [line.group] : []))).toEqual([
    'later',
    'now',
    'some day',
  ])
})

test('of what is drawn every row stays in its group, also where the heading lies above', () => {
  const { lines } = by({ words: ({ horizon }) => horizon, order: ({ order }) => order })
  expect(drawnGroups(lines, [3, 4, 5, 6])).toEqual([
    { group: 'later', places: [3, 4] },
    { group: '', places: [5, 6] },
  ])
  expect(drawnGroups(by().lines, [1, 2])).toEqual([{ group: '', places: [1, 2] }])
})
