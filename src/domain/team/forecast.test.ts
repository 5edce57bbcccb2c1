import { expect, test } from 'vitest'
import { type Resolved, scoreForecasters } from './forecast.ts'

const forecast = (day: number, said: number, outcome: boolean, memberId = 'ana'): Resolved => ({
  memberId,
  name: memberId,
  probability: said,
  outcome,
  givenAt: day,
  resolvedAt: day + 10,
})

test('saying one half before anything is known has no skill, and no lack of it', () => {
  const [ana] = scoreForecasters([1, 2, 3, 4, 5].map((day) => forecast(day, 0.5, day > 1)))
  expect(ana).toMatchObject({ brier: 0.25, skill: 0, resolved: 5 })
})

test('what came true later is no reference for what was said before', () => {
  const early = [1, 2, 3, 4, 5].map((day) => forecast(day, 0.7, true))
  const later = Array.from({ length: 40 }, (_, at) => forecast(100 + at, 0.9, true, 'ben'))
  const skillOf = (all: Resolved[]) => scoreForecasters(all).find(({ memberId }) => memberId === 'ana')!.skill
  expect(skillOf([...early, ...later])).toBe(skillOf(early))
  expect(skillOf(early)).toBeCloseTo(1 - 0.09 / 0.25, 12)
})

test('a later forecaster is measured against what was known by then', () => {
  const past = Array.from({ length: 8 }, (_, day) => forecast(day, 0.6, true, 'ben'))
  const own = Array.from({ length: 5 }, (_, at) => forecast(50 + at, 0.9, true))
  const ana = scoreForecasters([...past, ...own]).find(({ memberId }) => memberId === 'ana')!
  // Eight of eight had come true, so anybody could have said nine in ten.
  expect(ana.skill).toBeCloseTo(0, 12)
})

test('four forecasts are too few to speak of skill', () => {
  expect(scoreForecasters([1, 2, 3, 4].map((day) => forecast(day, 0.9, true)))[0]!.skill).toBeNull()
})
