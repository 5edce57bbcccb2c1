import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '#domain/statistics/must.ts'
import { quantityMean, quantityQuantile } from '#domain/statistics/uncertain-quantity.ts'
import { effectExists, quantityOfProbability, quantityOfRange, quantityOfStep, readScoring, type ScoredBet } from './priorities.ts'
import { rankBets } from './priorities-ranking.ts'

const rice = must(readScoring('rice'))
type Ends = [number, number]
const bet = (id: string, [reach, impact, confidence, effort]: [Ends, Ends, Ends, Ends]): ScoredBet => ({
  id,
  inputs: Object.fromEntries(
    Object.entries({ reach, impact, confidence, effort }).map(([name, [low, high]]) => [name, { kind: 'lognormal' as const, low, high }]),
  ),
})
// Four bets of lognormal inputs, computed elsewhere by numerical integration: B leads on the mean and P(best), D ties on P(top 2).
const bets = [
  bet('A', [
    [800, 1500],
    [0.5, 2],
    [0.5, 0.9],
    [2, 5],
  ]),
  bet('B', [
    [200, 600],
    [1, 3],
    [0.7, 1],
    [1, 2],
  ]),
  bet('C', [
    [3000, 9000],
    [0.2, 0.6],
    [0.3, 0.8],
    [4, 10],
  ]),
  bet('D', [
    [1000, 1400],
    [0.9, 1.2],
    [0.8, 0.95],
    [3, 4],
  ]),
]
const plan = { expression: rice, seed: 1, k: 2 }
const answer = must(rankBets(bets, plan))

test.each([
  ['A', 232.379, 273.19, 0.1860125, 0.3846482, 91.166, 592.326],
  ['B', 354.965, 408.144, 0.5014588, 0.7444246, 148.842, 846.535],
  ['C', 139.427, 169.407, 0.0505498, 0.1272782, 49.947, 389.214],
  ['D', 309.451, 313.89, 0.2619789, 0.7436489, 234.438, 408.466],
])('RICE of %s agrees with its closed form', (id, median, mean, best, top, low, high) => {
  const rank = answer.ranks.find((rank) => rank.id === id)!
  expect(rank.score.p50).toBeCloseTo(median, 2)
  expect(rank.score.p5).toBeCloseTo(low, 2)
  expect(rank.score.p95).toBeCloseTo(high, 2)
  expect(rank.mean / mean).toBeCloseTo(1, 3)
  expect(Math.abs(rank.chanceBest - best)).toBeLessThan(0.0125)
  expect(Math.abs(rank.chanceTop - top)).toBeLessThan(0.0125)
})

test('A beats B in 29 % of the draws, and the order is by mean', () => {
  expect(Math.abs(answer.chanceOfBeating('A', 'B')! - 0.2926510331)).toBeLessThan(0.0125)
  expect(answer.chanceOfBeating('A', 'nobody')).toBeUndefined()
  expect(answer.ranks.map(({ id }) => id)).toEqual(['B', 'D', 'A', 'C'])
  expect(answer.ranks.toSorted((a, b) => a.expectedRegret - b.expectedRegret)[0]!.id).toBe('B')
})

test('the same written as a sum of one product draws input by input and agrees', () => {
  const expression = must(readScoring('formula', 'reach * impact * confidence / effort + 0'))
  for (const rank of must(rankBets(bets, { ...plan, expression })).ranks) {
    const product = answer.ranks.find(({ id }) => id === rank.id)!
    expect(Math.abs(rank.chanceBest - product.chanceBest)).toBeLessThan(0.02)
    expect(rank.score.p50 / product.score.p50).toBeCloseTo(1, 1)
  }
})

test('the same seed gives the same answer, and another bet does not move the scores of these', () => {
  expect(must(rankBets(bets, plan)).ranks).toEqual(answer.ranks)
  expect(must(rankBets(bets, { ...plan, seed: 2 })).ranks).not.toEqual(answer.ranks)
  const more = must(rankBets([...bets, { ...bets[0]!, id: 'E' }], plan))
  expect(more.ranks.find(({ id }) => id === 'B')!.mean).toBe(answer.ranks.find(({ id }) => id === 'B')!.mean)
})

test('optimism shared about effort leaves the scores as they are and settles the order more firmly', () => {
  const shared = must(rankBets(bets, { ...plan, shared: { input: 'effort', rho: 0.8 } }))
  for (const { id, score } of shared.ranks) expect(score.p50 / answer.ranks.find((rank) => rank.id === id)!.score.p50).toBeCloseTo(1, 1)
  expect(shared.chanceOfBeating('D', 'C')).toBeGreaterThan(answer.chanceOfBeating('D', 'C')!)
})

test('confidence as a chance makes a gamble score nothing in the other draws', () => {
  const gamble = { id: 'G', inputs: { ...bets[0]!.inputs, confidence: must(effectExists(0.3)) } }
  const [rank] = must(rankBets([gamble], plan)).ranks
  expect(rank!.score.p50).toBe(0)
  expect(rank!.score.p95).toBeGreaterThan(300)
})

test('a bet without an estimate is listed with what it lacks', () => {
  const { confidence, effort, ...inputs } = bets[0]!.inputs
  expect(must(rankBets([...bets, { id: 'F', inputs }], plan)).incomplete).toEqual([{ id: 'F', lacks: ['confidence', 'effort'] }])
  expect(confidence && effort).toBeTruthy()
})

test.each(['ice', 'wsjf', 'value-effort'] as const)('%s can be read', (method) => {
  expect(readScoring(method)).not.toHaveProperty('refused')
})

test('chances sum to k whatever the ranges', () => {
  const range = fc
    .tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: 1, max: 5, noNaN: true }))
    .map(([low, by]): Ends => [low, low * by])
  fc.assert(
    fc.property(fc.array(fc.tuple(range, range, range, range), { minLength: 1, maxLength: 6 }), (drawn) => {
      const { ranks, k } = must(
        rankBets(
          drawn.map((ranges, at) => bet(`b${at}`, ranges)),
          { ...plan, draws: 200 },
        ),
      )
      expect(ranks.reduce((sum, { chanceTop }) => sum + chanceTop, 0)).toBeCloseTo(Math.min(k, ranks.length), 9)
    }),
    { numRuns: 30 },
  )
})

test('a range becomes the quantity its words promise', () => {
  const at = (range: Parameters<typeof quantityOfRange>[0], p: number) => must(quantityQuantile(quantityOfRange(range), p))
  expect(at({ low: 2, high: 8 }, 0.05)).toBeCloseTo(2, 9)
  expect(at({ low: 2, likely: 3, high: 8 }, 0.5)).toBeCloseTo(3, 9)
  expect(at({ low: 0, high: 8 }, 0.5)).toBeCloseTo(4, 6)
  expect(at({ low: 5, high: 5 }, 0.3)).toBe(5)
  expect(must(quantityQuantile(quantityOfProbability({ low: 0.2, high: 1 }), 0.9999))).toBeLessThanOrEqual(1)
  expect(must(quantityMean(must(quantityOfStep([1, 2, 3, 5, 8], 3))))).toBeCloseTo((2 + 6 + 5) / 4, 9)
  expect(quantityOfStep([1, 2], 4)).toHaveProperty('refused')
  expect(effectExists(1.2)).toHaveProperty('refused')
})

test('what cannot be ranked is refused with its reason', () => {
  expect(rankBets([], plan)).toHaveProperty('refused')
  expect(rankBets(bets, { ...plan, k: 0 })).toHaveProperty('refused')
  expect(rankBets(bets, { ...plan, draws: 10 })).toHaveProperty('refused')
  expect(rankBets(bets, { ...plan, seed: 0.5 })).toHaveProperty('refused')
  expect(rankBets(bets, { ...plan, shared: { input: 'effort', rho: 2 } })).toHaveProperty('refused')
  expect(
    rankBets(
      [
        bet('Z', [
          [0, 1],
          [1, 2],
          [1, 2],
          [1, 2],
        ]),
      ],
      plan,
    ),
  ).toEqual({ refused: 'reach: A range on a multiplying scale must start above 0.' })
  const zero = { id: 'Z', inputs: { ...bets[0]!.inputs, effort: { kind: 'fixed' as const, value: 0 } } }
  expect(rankBets([zero], plan)).toHaveProperty('refused')
  expect(readScoring('formula', 'reach *')).toHaveProperty('refused')
})
