import { expect, test } from 'vitest'
import { moveBet, nextStates } from './bet.ts'
import { type BetState, betStates, isForward, openBetStates } from './bet-states.ts'

const now = new Date('2026-03-10T09:00:00Z')
const move = (from: BetState, to: BetState, reason = '') =>
  moveBet({ state: from, learned: 'Crews send photos.' }, { state: to, reason }, now)

const ahead = openBetStates.flatMap((from) =>
  [...openBetStates, 'launched' as const].filter((to) => isForward(from, to)).map((to) => [from, to]),
)

test.each(ahead as [BetState, BetState][])('from %s straight to %s, without a reason', (from, to) => {
  expect(move(from, to)).toMatchObject({ state: to, stateReason: null })
})

test.each(openBetStates.slice(1))('from %s back takes a reason', (from) => {
  const back = nextStates(from).find((to) => !isForward(from, to))!
  expect(() => move(from, back)).toThrow('Say why')
  expect(move(from, back, 'Too early')).toEqual({ state: back, stateReason: 'Too early' })
})

test.each<[BetState, BetState[]]>([
  ['launched', ['learned']],
  ['learned', []],
  ['dropped', ['idea']],
])('what is %s goes nowhere but to %j', (from, possible) => {
  for (const to of betStates.filter((state) => !possible.includes(state))) expect(() => move(from, to, 'Because')).toThrow('cannot become')
})

test('the usual way comes first, and what is learned is learned only from a launch', () => {
  expect(openBetStates.map((state) => nextStates(state)[0])).toEqual(['considering', 'committed', 'building', 'launched'])
  for (const from of openBetStates) expect(nextStates(from)).not.toContain('learned')
})
