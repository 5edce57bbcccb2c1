import { expect, test } from 'vitest'
import { baseRatesInWords, scoreInWords } from './forecast-words.ts'

test('a score says what it means beside fifty-fifty and beside the past average', () => {
  expect(scoreInWords({ brier: 0.04, overTime: null, baseRate: 0.5, skill: 0.84 })).toBe(
    'Brier score 0.04, better than saying fifty-fifty. It was better, by 84%, than to say the past average of 50%.',
  )
  expect(scoreInWords({ brier: 0.64, overTime: 0.3, baseRate: 0.6, skill: -3 })).toBe(
    'Brier score 0.64, worse than saying fifty-fifty. It was worse than to say the past average of 60%. Over all the days it stood, with what it said before: 0.3.',
  )
  expect(scoreInWords({ brier: 0.25, overTime: null, baseRate: 0.5, skill: 0 })).toBe(
    'Brier score 0.25, as good as saying fifty-fifty. It was as good as to say the past average of 50%.',
  )
})

test('the base rate names its counts, and only where there are any', () => {
  const rate = { hits: 2, tries: 3, probability: 0.6, low: 0.4, high: 0.8 }
  expect(baseRatesInWords({ forecasts: null, bets: null }, { reversible: true })).toEqual([])
  expect(baseRatesInWords({ forecasts: rate, bets: rate }, { reversible: false }).map(({ words }) => words)).toEqual([
    'Forecast on decisions through a one-way door and settled so far: 2 of 3 came true. Base rate 60% (40% to 80%).',
    'Bets with a clear verdict so far: 2 of 3 worked. Base rate 60% (40% to 80%).',
  ])
})
