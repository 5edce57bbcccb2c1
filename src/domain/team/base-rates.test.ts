import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaCdf } from '../statistics/distributions.ts'
import { betBaseRate, forecastBaseRate, type SettledQuestion } from './base-rates.ts'

const settled = (statement: string, outcome: boolean, more: Partial<SettledQuestion> = {}): SettledQuestion => ({
  decisionId: 'd',
  reversible: true,
  statement,
  outcome,
  ...more,
})

test('nothing settled is no base rate, rather than one half', () => {
  expect(forecastBaseRate([], { reversible: true })).toBeNull()
  expect(forecastBaseRate([settled('a', true, { reversible: false })], { reversible: true })).toBeNull()
  expect(betBaseRate(['inconclusive', 'not-enough-data'])).toBeNull()
})

test('five people who forecast the same are one question', () => {
  const five = ['It holds', 'It holds.', ' it  holds', 'It holds', 'It holds'].map((statement) => settled(statement, true))
  expect(forecastBaseRate(five, { reversible: true })).toMatchObject({ hits: 1, tries: 1 })
  expect(forecastBaseRate([...five, settled('It holds', false, { decisionId: 'e' })], { reversible: true })).toMatchObject({
    hits: 1,
    tries: 2,
  })
})

test('decisions of the same sort are drawn towards all of them as if ten more had come out so', () => {
  const oneWay = [1, 2].map((n) => settled(`o${n}`, true, { reversible: false }))
  const twoWay = [1, 2].map((n) => settled(`t${n}`, false))
  // Two of two came true on one-way doors, two of four on all: (2 + 1 + 10 · ½)/(2 + 2 + 10).
  expect(forecastBaseRate([...oneWay, ...twoWay], { reversible: false })).toMatchObject({ hits: 2, tries: 2, probability: 8 / 14 })
})

test('harm counts as not having worked, an open question counts for nothing', () => {
  expect(betBaseRate(['worked', 'harmed', 'did-not-work', 'inconclusive', 'not-measured'])).toMatchObject({
    hits: 1,
    tries: 3,
    probability: 2 / 5,
  })
})

test('the interval holds nine tenths of what the share may be', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), (worked, not) => {
      const rate = betBaseRate([...Array<string>(worked).fill('worked'), ...Array<string>(not).fill('did-not-work')])
      fc.pre(rate !== null)
      expect(betaCdf(rate.high, worked + 1, not + 1) - betaCdf(rate.low, worked + 1, not + 1)).toBeCloseTo(0.9, 6)
      expect(rate.low).toBeLessThan(rate.probability)
      expect(rate.high).toBeGreaterThan(rate.probability)
    }),
  )
})
