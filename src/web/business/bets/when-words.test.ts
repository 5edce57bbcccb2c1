import { expect, test, vi } from 'vitest'
import { whenGroup, whenValue, whenWords } from './when-words.ts'

const bet = { state: 'considering', horizon: 'later', quarter: '2020-Q1', launchedAt: null } as const
const launched = { ...bet, state: 'launched', launchedAt: '2019-03-01T00:00:00.000Z' } as const

test('an open bet is planned; one that is out says since when, and no horizon any more', () => {
  expect(whenWords(bet)).toBe('Later, 2020 Q1')
  expect(whenWords({ ...bet, quarter: null })).toBe('Later')
  expect(whenWords(launched)).toMatch(/^launched .*2019/)
  expect(whenWords({ ...launched, state: 'learned' })).toBe(whenWords(launched))
  expect(whenWords({ ...bet, state: 'dropped' })).toBe('')
})

test('a launch is told by the day that was entered, also west of Greenwich', () => {
  vi.stubEnv('TZ', 'America/New_York')
  expect(new Date(launched.launchedAt).getDate()).toBe(28)
  expect(whenWords(launched)).toMatch(/\b1\b/)
  vi.unstubAllEnvs()
})

test('sorted and grouped, launches come after every horizon, in the order of their days', () => {
  const later = { ...launched, launchedAt: '2019-03-02T00:00:00.000Z' }
  const sorted = [later, launched, bet].toSorted((a, b) => whenValue(a)! - whenValue(b)!)
  expect(sorted).toEqual([bet, launched, later])
  expect(whenGroup.words(launched)).toBe('launched')
  expect(whenGroup.order(bet)).toBeLessThan(whenGroup.order(launched))
})
