import { expect, test } from 'vitest'
import { checkNewForecast, questionsIn, sayingsOf, scoreSettled } from './forecast-question.ts'

const given = (memberId: string, probability: number, more: object = {}) => ({
  id: `${memberId}-${probability}`,
  decisionId: 'd',
  memberId,
  statement: 'Crews confirm in time',
  probability,
  outcome: null,
  ...more,
})
const day = (number: number, hour = 12) => new Date(Date.UTC(2026, 2, number, hour))

test('what several people said of one thing becomes the geometric mean of their odds', () => {
  const [question] = questionsIn([given('ana', 0.6), given('ben', 0.7), given('cora', 0.9, { statement: 'crews  confirm in time.' })])
  expect(question!.forecastIds).toHaveLength(3)
  // Odds 1.5, 7/3 and 9: their geometric mean is 3.158…, as in aggreCAT's LOArMean.
  expect(question!.combined).toBeCloseTo(0.7595101587, 9)
})

test('one person alone is not combined with themselves', () => {
  expect(questionsIn([given('ana', 0.6)])[0]!.combined).toBeNull()
  expect(questionsIn([given('ana', 0.6), given('ana', 0.9)])[0]!.combined).toBeNull()
})

test('different things stay different questions', () => {
  expect(questionsIn([given('ana', 0.6), given('ben', 0.7, { statement: 'Churn stays low' })])).toMatchObject([
    { combined: null },
    { combined: null },
  ])
})

test('a second forecast of the same, and one given after the end, are conflicts', () => {
  const mine = { decisionId: 'd', memberId: 'ana', statement: 'Crews confirm in time' }
  expect(() => checkNewForecast([given('ana', 0.6)], mine)).toThrow(/^You have a forecast of this already/)
  expect(() => checkNewForecast([given('ben', 0.6, { outcome: true })], mine)).toThrow(/^This is settled already/)
  expect(() => checkNewForecast([given('ben', 0.6), given('ana', 0.6, { decisionId: 'e', outcome: true })], mine)).not.toThrow()
})

test('what was said is put together from what says now and what each change replaced', () => {
  const changes = [
    { at: day(4), before: 0.5 },
    { at: day(9), before: 0.7 },
  ]
  expect(sayingsOf({ createdAt: day(1), probability: 0.9 }, changes)).toEqual([
    { at: day(1), probability: 0.5 },
    { at: day(4), probability: 0.7 },
    { at: day(9), probability: 0.9 },
  ])
})

test('a changed forecast is also scored over the days each saying stood', () => {
  const sayings = sayingsOf({ createdAt: day(1), probability: 0.9 }, [{ at: day(9), before: 0.5 }])
  const score = scoreSettled({ probability: 0.9, outcome: true, resolvedAt: day(11), sayings, baseRate: 0.5 })
  expect(score.brier).toBeCloseTo(0.01, 12)
  expect(score.overTime).toBeCloseTo((8 * 0.25 + 2 * 0.01) / 10, 12)
  expect(score.skill).toBeCloseTo(1 - 0.01 / 0.25, 12)
})

test('a forecast that never changed, or was settled within its day, has no score over time', () => {
  const settled = { probability: 0.6, outcome: false, resolvedAt: day(1, 18), baseRate: 0.5 }
  expect(scoreSettled({ ...settled, sayings: [{ at: day(1), probability: 0.6 }] }).overTime).toBeNull()
  const twice = sayingsOf({ createdAt: day(1, 8), probability: 0.6 }, [{ at: day(1, 9), before: 0.5 }])
  expect(scoreSettled({ ...settled, sayings: twice }).overTime).toBeNull()
})
