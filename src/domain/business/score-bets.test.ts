import { expect, test } from 'vitest'
import { must } from '#domain/statistics/must.ts'
import { chancesOfTopK } from '#domain/statistics/top-k.ts'
import { columnOf, drawScores, startNamedChance } from '#domain/statistics/uncertain-columns.ts'
import { logParametersOf, type UncertainQuantity } from '#domain/statistics/uncertain-quantity.ts'
import { evppiByBins } from '#domain/statistics/value-of-information-draws.ts'
import { BetScores } from './bet-scores.ts'
import type { EstimatedBet, EstimateName, NamedBet } from './bet-scoring.ts'
import { type ScoringPlan, scoreBets, scoreQuantities } from './score-bets.ts'

type Ends = [low: number, high: number]
const range = ([low, high]: Ends) => ({ low, high })
const bet = (key: string, [reach, impact, confidence, effort]: [Ends, Ends, Ends, Ends]): EstimatedBet => ({
  id: `id of ${key}`,
  key,
  title: key,
  reach: range(reach),
  impact: range(impact),
  confidence: range(confidence),
  effort: range(effort),
})
// The same four bets as in priorities.test.ts, computed elsewhere by numerical integration.
// biome-ignore format: a line a bet
const four = [
  bet('A', [[800, 1500], [0.5, 2], [0.5, 0.9], [2, 5]]),
  bet('B', [[200, 600], [1, 3], [0.7, 1], [1, 2]]),
  bet('C', [[3000, 9000], [0.2, 0.6], [0.3, 0.8], [4, 10]]),
  bet('D', [[1000, 1400], [0.9, 1.2], [0.8, 0.95], [3, 4]]),
]
const plan: ScoringPlan = { method: 'rice', seed: 1 }
const scores = (bets: EstimatedBet[], more: Partial<ScoringPlan> = {}) => must(scoreBets(bets, { ...plan, ...more }))
const rowOf = ({ rows }: Pick<BetScores, 'rows'>, key: string) => rows.find((row) => row.key === key)!
const near = (value: number, expected: number, by = 0.0125) => expect(Math.abs(value - expected)).toBeLessThan(by)

test('with confidence as a mere factor, RICE comes out as in its closed form', () => {
  const asFactor = ({ id, key, title, ...estimates }: EstimatedBet): NamedBet => ({
    id,
    key,
    title,
    inputs: Object.fromEntries(
      Object.entries(estimates).map(([name, ends]): [string, UncertainQuantity] => [name, { kind: 'lognormal', ...ends! }]),
    ),
  })
  const answer = must(scoreQuantities(four.map(asFactor), { ...plan, k: 2, compare: ['A', 'B'] }))
  // biome-ignore format: a table
  for (const [key, median, mean, best, top] of [['A', 232.379, 273.19, 0.1860125, 0.3846482], ['B', 354.965, 408.144, 0.5014588, 0.7444246], ['C', 139.427, 169.407, 0.0505498, 0.1272782], ['D', 309.451, 313.89, 0.2619789, 0.7436489]] as const) {
    const row = rowOf(answer, key)
    expect(row.quantiles.p50).toBeCloseTo(median, 2)
    near(row.mean / mean, 1, 0.001)
    near(row.chanceBest, best)
    near(row.chanceTop, top)
  }
  expect(answer.pairs).toMatchObject([{ a: 'B', b: 'A' }])
  near(answer.pairs[0]!.chance, 1 - 0.2926510331)
})

/** Who is best, exactly: over all 16 ways in which each bet has an effect or none, lognormal scores against each other. */
function exactChancesOfBest() {
  const normals = four.map(({ reach, impact, effort }) => {
    const [r, i, e] = [reach!, impact!, effort!].map(logParametersOf) as [Normal, Normal, Normal]
    return { mean: r.mu + i.mu - e.mu, sd: Math.hypot(r.sigma, i.sigma, e.sigma) }
  })
  const chances = four.map(({ confidence }) => (confidence!.low + confidence!.high) / 2)
  const best = four.map(() => 0)
  for (let way = 0; way < 16; way++) {
    const works = four.map((_, at) => Boolean(way & (1 << at)))
    const weight = works.reduce((product, does, at) => product * (does ? chances[at]! : 1 - chances[at]!), 1)
    const among = normals.filter((_, at) => works[at])
    const shares = among.length > 0 ? must(chancesOfTopK(among, 1)) : []
    works.forEach((does, at) => {
      best[at]! += weight * (among.length === 0 ? 0.25 : does ? shares.shift()! : 0)
    })
  }
  return best
}
type Normal = { mu: number; sigma: number }

test('confidence is the chance that there is an effect, and the rest of the draws score nothing', () => {
  const answer = scores(four, { k: 1 })
  exactChancesOfBest().forEach((chance, at) => {
    near(rowOf(answer, four[at]!.key).chanceBest, chance)
  })
  near(rowOf(answer, 'C').chanceNothing, 0.45, 0.001)
  expect(rowOf(answer, 'C').quantiles.p25).toBe(0)
  expect(rowOf(answer, 'C').mean).toBeLessThan(rowOf(answer, 'D').mean)
})

test('the density holds all draws but those of nothing and the far tail', () => {
  for (const { chanceNothing, density, quantiles } of scores(four).rows) {
    const sum = density.shares.reduce((total, share) => total + share, chanceNothing)
    expect(sum).toBeGreaterThan(0.95)
    expect(sum).toBeLessThanOrEqual(1 + 1e-9)
    expect(density.to).toBeGreaterThan(quantiles.p95)
    expect(density.shares).toHaveLength(40)
  }
})

test('what knowing an estimate is worth agrees with bins over draws', () => {
  const answer = scores(four, { k: 1 })
  const draws = 20_000
  const chanceOf = (key: string, name: string) => drawScores(startNamedChance(9, `${key} ${name}`), draws)
  const columns = four.map(({ key, reach, impact, confidence, effort }) => {
    const drawn = (name: EstimateName, ends: { low: number; high: number }) => columnOf({ kind: 'lognormal', ...ends }, chanceOf(key, name))
    const p = (confidence!.low + confidence!.high) / 2
    const works = columnOf({ kind: 'categorical', values: [0, 1], weights: [1 - p, p] }, chanceOf(key, 'confidence'))
    return { reach: drawn('reach', reach!), impact: drawn('impact', impact!), confidence: works, effort: drawn('effort', effort!) }
  })
  const benefits = columns.map(({ reach, impact, confidence, effort }) =>
    reach.map((r, at) => (r * impact[at]! * confidence[at]!) / effort[at]!),
  )
  for (const { key, unknowns } of answer.rows) {
    const own = columns[four.findIndex((bet) => bet.key === key)]!
    for (const { input, worth } of unknowns) {
      const binned = must(evppiByBins(benefits, [...own[input]], 40)) / answer.rows[0]!.mean
      near(worth, binned, 0.015)
    }
  }
})

test('the ceiling is above every single unknown, and the sentence names the dearest', () => {
  const { research, rows } = scores(four, { k: 1 })
  const dearest = rows
    .flatMap(({ key, unknowns }) => unknowns.map((unknown) => ({ key, ...unknown })))
    .sort((a, b) => b.worth - a.worth)[0]!
  expect(research).toMatchObject({ key: dearest.key, input: dearest.input, worth: dearest.worth })
  expect(research.ceiling).toBeGreaterThan(research.worth)
  expect(research.sentence).toMatch(
    /^Find out first whether B works at all: it would add \d+ % to what the best bet can be expected to score/,
  )
})

test('the shares of the spread are highest first, and an estimate that is certain has none', () => {
  const [row] = scores([
    bet('A', [
      [100, 100],
      [1, 9],
      [1, 1],
      [2, 3],
    ]),
    four[1]!,
  ]).rows.filter(({ key }) => key === 'A')
  expect(row!.unknowns.map(({ input }) => input)[0]).toBe('impact')
  expect(row!.unknowns.find(({ input }) => input === 'reach')!.spread).toBe(0)
  expect(row!.sentence).toMatch(/^What leaves its score most open is how much it changes\./)
})

test('what fits a capacity is the best set, and it gets likelier with room', () => {
  const tight = scores(four, { weeks: 5 })
  const roomy = scores(four, { weeks: 100 })
  expect(roomy.capacity).toMatchObject({ chosen: ['B', 'D', 'A', 'C'], chanceFits: 1, weeks: 100 })
  expect(roomy.rows.every(({ chanceChosen, chanceNothing }) => Math.abs(chanceChosen! + chanceNothing - 1) < 0.03)).toBe(true)
  expect(tight.capacity!.effort).toBeLessThan(5)
  expect(tight.capacity!.sentence).toContain('worth most within 5 weeks')
  expect(scores(four).rows[0]!.chanceChosen).toBeNull()
  expect(scores(four, { weeks: 0.1 }).capacity!.sentence).toBe('Nothing fits into 0.1 weeks: every bet is expected to take longer.')
})

test('ICE needs no reach, and takes ease from effort', () => {
  const unreached = { ...four[0]!, reach: null }
  const answer = scores([unreached, four[1]!], { method: 'ice' })
  expect(answer).toMatchObject({ formula: 'impact * confidence / effort', incomplete: [] })
  expect(scores([unreached, four[1]!]).incomplete).toMatchObject([
    { key: 'A', lacks: [{ input: 'reach', sentence: 'Reach is not estimated yet.' }] },
  ])
})

test('an estimate nobody can draw from takes its own bet out and no other', () => {
  const free = bet('F', [
    [1, 2],
    [1, 2],
    [0.5, 1],
    [0, 2],
  ])
  const boundless = bet('G', [
    [1e-9, 1e9],
    [1, 2],
    [0.5, 1],
    [1, 2],
  ])
  const answer = scores([...four, free, boundless])
  expect(answer.rows).toHaveLength(4)
  expect(answer.incomplete.map(({ key, lacks }) => [key, lacks[0]!.input])).toEqual([
    ['F', 'effort'],
    ['G', 'reach'],
  ])
})

test('no bet, one bet, and two that are the same are told as what they are', () => {
  expect(scores([])).toMatchObject({ rows: [], research: { sentence: 'Nothing can be compared yet: no bet has all the estimates.' } })
  const [only] = scores([four[0]!]).rows
  expect(only).toMatchObject({ chanceBest: 1, place: { low: 1, median: 1, high: 1 }, expectedRegret: 0 })
  const same = scores([four[0]!, { ...four[0]!, id: 'twin', key: 'T' }], { compare: ['A', 'T'] })
  near(same.pairs[0]!.chance, 0.5)
  near(same.rows[0]!.chanceTop, 0.5)
})

test('everything that is worth nothing is ranked by chance and divides by nothing', () => {
  const idle = [1, 2].map((at) => ({
    ...bet(`I${at}`, [
      [0, 0],
      [1, 2],
      [0.5, 1],
      [1, 2],
    ]),
  }))
  const { rows, research } = scores(idle, { weeks: 2 })
  expect(rows.map(({ mean, density }) => [mean, density.to])).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(research).toMatchObject({ key: null, worth: 0, ceiling: 0 })
})

test('the same seed gives the same answer, and it is what the reference promises', () => {
  const answer = scores(four, { weeks: 6, compare: ['A', 'B', 'C'] })
  expect(scores(four, { weeks: 6, compare: ['A', 'B', 'C'] })).toEqual(answer)
  expect(BetScores.parse(answer)).toEqual(answer)
  expect(answer.pairs).toHaveLength(3)
})
