import { expect, test } from 'vitest'
import { staleAfter } from './live.ts'

test('a verdict makes the bets stale too, and Today always', () => {
  expect(staleAfter({ aboutKind: 'verdict' })).toEqual(expect.arrayContaining(['verdicts', 'bets', 'today']))
})

test('a kind nobody listed makes its own plural stale', () => {
  expect(staleAfter({ aboutKind: 'spec' })).toContain('specs')
})
