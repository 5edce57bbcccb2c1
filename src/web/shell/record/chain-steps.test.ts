import { expect, test } from 'vitest'
import { type Chain, chainSteps } from './chain-steps.ts'

const none: Chain = { feedback: [], feedbackCount: 0, problems: [], bets: [], specs: [], launches: [], verdicts: [], plans: [] }
const link = (key: string, state = 'ready') => ({ key, title: `About ${key}`, state })
const words = (chain: Partial<Chain>, here: string) =>
  chainSteps({ ...none, ...chain }, here).map(({ title, key, gap }) => (gap ? `(${title})` : (key ?? title)))

test('a new problem shows that nobody said it and that no bet follows', () => {
  expect(words({ problems: [link('PROB-1')] }, 'PROB-1')).toEqual(['(no evidence)', 'PROB-1', '(no bet)'])
})

test('a bet without a problem and without a plan shows both gaps', () => {
  expect(words({ bets: [link('BET-1')] }, 'BET-1')).toEqual(['(no evidence)', '(no problem)', 'BET-1', '(no success plan)', '(no spec)'])
})

test('a missing spec between bet and launch is never hidden', () => {
  const chain = { bets: [link('BET-1')], launches: [link('LAUNCH-1')], plans: [{ bet: 'BET-1', locked: true }] }
  expect(words(chain, 'LAUNCH-1')).toEqual(['(no evidence)', '(no problem)', 'BET-1', '(no spec)', 'LAUNCH-1', '(no verdict yet)'])
})

test('of many bets the open one stands alone and the rest fold into a menu', () => {
  const chain = {
    problems: [link('PROB-1')],
    bets: [link('BET-1'), link('BET-2'), link('BET-3')],
    plans: ['BET-1', 'BET-2', 'BET-3'].map((bet) => ({ bet, locked: false })),
  }
  expect(words(chain, 'BET-3')).toEqual(['(no evidence)', 'PROB-1', 'BET-3', '2 more', '(no spec)'])
})

test('several launches seen from their problem fold into one step that names each', () => {
  const steps = chainSteps({ ...none, problems: [link('PROB-1')], launches: [link('LAUNCH-1'), link('LAUNCH-2')] }, 'PROB-1')
  expect(steps).toContainEqual(
    expect.objectContaining({
      title: '2 launches',
      among: [expect.objectContaining({ key: 'LAUNCH-1', href: '/launches/LAUNCH-1' }), expect.objectContaining({ key: 'LAUNCH-2' })],
    }),
  )
})

test('a verdict is shown by its word', () => {
  const [last] = chainSteps({ ...none, verdicts: [link('VER-1', 'did-not-work')] }, 'VER-1').slice(-1)
  expect(last).toMatchObject({ title: 'did not work', here: true })
})

test('several pieces of feedback lead to their problem', () => {
  const [first] = chainSteps({ ...none, feedback: [link('FB-1'), link('FB-2')], feedbackCount: 14, problems: [link('PROB-3')] }, 'PROB-3')
  expect(first).toMatchObject({ title: '14 feedback', href: '/problems/PROB-3' })
})
