import { expect, test } from 'vitest'
import { columnsOf, placeFor, placeOf, stepOf, withPlace } from './board.ts'

const bet = (id: string, horizon: 'now' | 'next' | 'later', quarter: string | null = null) => ({ id, horizon, quarter, state: 'idea' })
const bets = [bet('a', 'now'), bet('b', 'now'), bet('c', 'next', '2026-Q4'), bet('d', 'now')]
const columns = columnsOf(bets, 'horizon', '2026-11-24')

test.each([
  ['a', 'up', undefined],
  ['a', 'down', { id: 'a', column: 'now', before: 'd' }],
  ['b', 'down', { id: 'b', column: 'now', before: null }],
  ['b', 'up', { id: 'b', column: 'now', before: 'a' }],
  ['a', 'right', { id: 'a', column: 'next', before: 'c' }],
  ['d', 'right', { id: 'd', column: 'next', before: null }],
  ['a', 'left', undefined],
] as const)('%s goes %s', (id, step, move) => {
  expect(stepOf(columns, id, step)).toEqual(move)
})

test('by quarter the board shows this quarter and three more, and what has none', () => {
  expect(columnsOf(bets, 'quarter', '2026-11-24').map(({ title, bets }) => [title, bets.length])).toEqual([
    ['2026 Q4', 1],
    ['2027 Q1', 0],
    ['2027 Q2', 0],
    ['2027 Q3', 0],
    ['No quarter', 3],
  ])
})

test('moved and taken back, the board is as it was', () => {
  const back = placeOf(bets, 'a')
  const moved = withPlace(bets, 'a', placeFor({ column: 'next', before: 'c' }, 'horizon'))
  expect(moved.map(({ id, horizon }) => `${id} ${horizon}`)).toEqual(['b now', 'a next', 'c next', 'd now'])
  expect(withPlace(moved, 'a', back)).toEqual(bets)
})

test('a quarter is changed without the order', () => {
  expect(withPlace(bets, 'b', placeFor({ column: '2027-Q1', before: null }, 'quarter'))[1]).toMatchObject({ id: 'b', quarter: '2027-Q1' })
})
