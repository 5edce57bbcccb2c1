import { expect, test } from 'vitest'
import { probabilityWord } from './probability.ts'

test.each([
  [0.01, 'almost no chance'],
  [0.04, 'almost no chance'],
  [0.05, 'very unlikely'],
  [0.19, 'very unlikely'],
  [0.2, 'unlikely'],
  [0.44, 'unlikely'],
  [0.45, 'about even'],
  [0.5, 'about even'],
  [0.55, 'about even'],
  [0.56, 'likely'],
  [0.8, 'likely'],
  [0.81, 'very likely'],
  [0.95, 'very likely'],
  [0.96, 'almost certain'],
  [0.99, 'almost certain'],
])('%d is %s', (p, word) => {
  expect(probabilityWord(p)).toBe(word)
})

test('a word never contradicts the per cent beside it', () => {
  expect(probabilityWord(0.5549)).toBe('about even')
  expect(probabilityWord(0.555)).toBe('likely')
})

test('what is said of something and of its opposite are equally far from even', () => {
  const opposite: Record<string, string> = { 'almost certain': 'almost no chance', 'very likely': 'very unlikely', likely: 'unlikely' }
  for (let percent = 56; percent <= 99; percent++)
    expect(probabilityWord((100 - percent) / 100)).toBe(opposite[probabilityWord(percent / 100)])
})
