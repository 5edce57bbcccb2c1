import { expect, test } from 'vitest'
import { type Chain, chainSteps } from './chain-steps.ts'

const none: Chain = { feedback: [], feedbackCount: 0, problems: [], bets: [], specs: [], launches: [], verdicts: [], plans: [] }
const link = (key: string, state = 'ready') => ({ key, title: `About ${key}`, state })
const maker = { mayMake: true }
const words = (chain: Partial<Chain>, here: string) =>
  chainSteps({ ...none, ...chain }, here, maker).map(({ title, key, gap }) => (gap ? `(${title})` : (key ?? title)))

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
  const steps = chainSteps({ ...none, problems: [link('PROB-1')], launches: [link('LAUNCH-1'), link('LAUNCH-2')] }, 'PROB-1', maker)
  expect(steps).toContainEqual(
    expect.objectContaining({
      title: '2 launches',
      among: [expect.objectContaining({ key: 'LAUNCH-1', href: '/launches/LAUNCH-1' }), expect.objectContaining({ key: 'LAUNCH-2' })],
    }),
  )
})

test('a verdict is shown by its word', () => {
  const [last] = chainSteps({ ...none, verdicts: [link('VER-1', 'did-not-work')] }, 'VER-1', maker).slice(-1)
  expect(last).toMatchObject({ title: 'did not work', here: true })
})

test('several pieces of feedback lead to their problem', () => {
  const [first] = chainSteps(
    { ...none, feedback: [link('FB-1'), link('FB-2')], feedbackCount: 14, problems: [link('PROB-3')] },
    'PROB-3',
    maker,
  )
  expect(first).toMatchObject({ title: '14 feedback', href: '/problems/PROB-3' })
})

const waysOf = (chain: Partial<Chain>, here: string, who = maker) =>
  Object.fromEntries(
    chainSteps({ ...none, ...chain }, here, who)
      .filter(({ gap }) => gap)
      .map(({ title, href }) => [title, href]),
  )

test('a gap leads to where it is closed, with what it belongs to given', () => {
  expect(waysOf({ problems: [link('PROB-1')] }, 'PROB-1')).toEqual({ 'no evidence': '/inbox', 'no bet': '/bets?new=1&problem=PROB-1' })
  expect(waysOf({ bets: [link('BET-1'), link('BET-2')] }, 'BET-2')).toEqual({
    'no evidence': '/inbox',
    'no problem': '/bets/BET-2#problems',
    'no success plan': '/bets/BET-2#plan',
    'no spec': '/specs?new=1&bet=BET-2',
  })
  expect(waysOf({ bets: [link('BET-1')], specs: [link('SPEC-4')], plans: [{ bet: 'BET-1', locked: false }] }, 'BET-1')).toMatchObject({
    'no launch': '/launches?new=1&bet=BET-1&spec=SPEC-4',
  })
})

test('a verdict that is not there yet leads whoever reads to what is known of it, or to the plan that says when it is due', () => {
  const chain = { launches: [link('LAUNCH-1')], specs: [link('SPEC-4')] }
  const wayFrom = (here: string, bets: Chain['bets']) => waysOf({ ...chain, bets }, here, { mayMake: false })['no verdict yet']
  expect(wayFrom('BET-1', [link('BET-1', 'launched')])).toBe('/bets/BET-1#verdict')
  expect(wayFrom('BET-1', [link('BET-1', 'building')])).toBe('/bets/BET-1#plan')
  expect(wayFrom('LAUNCH-1', [link('BET-1', 'dropped'), link('BET-2', 'launched')])).toBe('/bets/BET-2#verdict')
  expect(wayFrom('LAUNCH-1', [])).toBeUndefined()
})

test('a bet that is out was launched, though nobody has written its launch up', () => {
  const chain = { bets: [link('BET-1', 'launched')], specs: [link('SPEC-4')] }
  expect(waysOf(chain, 'BET-1')).toMatchObject({ 'launch not written up': '/launches?new=1&bet=BET-1&spec=SPEC-4' })
})

test('a spec without a bet names one on its own page', () => {
  expect(waysOf({ specs: [link('SPEC-4')] }, 'SPEC-4')).toMatchObject({
    'no bet': '/specs/SPEC-4#bet',
    'no launch': '/launches?new=1&spec=SPEC-4',
  })
})

test('who may only read sees the gaps and is led nowhere', () => {
  const ways = waysOf({ bets: [link('BET-1')] }, 'BET-1', { mayMake: false })
  expect(ways).toHaveProperty('no spec')
  expect(Object.values(ways).filter((href) => href !== undefined)).toEqual([])
})
