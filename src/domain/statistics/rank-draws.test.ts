import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startChance } from './chance.ts'
import { must } from './must.ts'
import { chanceOfBeating, chanceOfTop, expectedRegret, placeInterval, rankDraws } from './rank-draws.ts'
import { selectQuantiles } from './select-quantiles.ts'
import { chanceAGreater, chancesOfTopK } from './top-k.ts'
import { drawScores, startNamedChance } from './uncertain-columns.ts'

// Quadrature by SciPy.
const scores = [10, 9, 8, 7, 5].map((mean, at) => ({ mean, sd: [2, 3, 1, 4, 2][at]! }))
const topK: [number, number[]][] = [
  [1, [0.4501755367, 0.30987800004, 0.0551534565, 0.1776784679, 0.0071145389]],
  [2, [0.7723398307, 0.5575740822, 0.3104917018, 0.3238218421, 0.0357725432]],
  [3, [0.9241622306, 0.753654871, 0.7310957675, 0.4702155174, 0.1208716135]],
]

test.each(topK)('P(top %i) in closed form agrees with SciPy', (k, chances) => {
  must(chancesOfTopK(scores, k)).forEach((chance, at) => {
    expect(chance).toBeCloseTo(chances[at]!, 8)
  })
})

const columns = scores.map(({ mean, sd }, at) => drawScores(startNamedChance(4, `s${at}`), 20_000).map((z) => mean + sd * z))
const ranking = must(rankDraws(columns, startChance(1)))

test.each(topK)('P(top %i) by 20,000 draws agrees with the closed form', (k, chances) => {
  chances.forEach((chance, option) => {
    expect(Math.abs(chanceOfTop(ranking, { option, k }) - chance)).toBeLessThan(0.0125)
  })
})

test('P(A beats B) by draws agrees with Φ', () => {
  const exact = must(chanceAGreater(scores[0]!, scores[3]!))
  expect(Math.abs(chanceOfBeating(columns[0]!, columns[3]!) - exact)).toBeLessThan(0.0125)
})

test('places and regret of options that never change order', () => {
  const flat = [3, 1, 2].map((score) => new Float64Array(50).fill(score))
  const sure = must(rankDraws(flat, startChance(1)))
  expect([0, 1, 2].map((option) => placeInterval(sure, { option, coverage: 0.9 }).median)).toEqual([1, 3, 2])
  expect([0, 1, 2].map((option) => expectedRegret(sure, sure.means[option]!))).toEqual([0, 2, 1])
})

test('equal options share every place by chance', () => {
  const equal = must(
    rankDraws(
      Array.from({ length: 4 }, () => new Float64Array(6_400).fill(1)),
      startChance(2),
    ),
  )
  for (let option = 0; option < 4; option++) expect(Math.abs(chanceOfTop(equal, { option, k: 1 }) - 0.25)).toBeLessThan(0.15)
})

// Scores of every size, sign and sameness, against plain sorting.
const column = (draws: number) =>
  fc.array(fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.integer({ min: -2, max: 2 })), {
    minLength: draws,
    maxLength: draws,
  })
test('the quick order is the sorted order, and chances sum to k', () => {
  fc.assert(
    fc.property(fc.array(column(7), { minLength: 1, maxLength: 9 }), (drawn) => {
      const found = must(
        rankDraws(
          drawn.map((values) => Float64Array.from(values)),
          startChance(1),
        ),
      )
      drawn.forEach((own, option) => {
        const best = own.filter((score, at) => drawn.every((other, rival) => rival === option || other[at]! < score)).length
        const tied = own.filter((score, at) => drawn.every((other) => other[at]! <= score)).length
        expect(chanceOfTop(found, { option, k: 1 }) * 7).toBeGreaterThanOrEqual(best - 1e-9)
        expect(chanceOfTop(found, { option, k: 1 }) * 7).toBeLessThanOrEqual(tied + 1e-9)
      })
      for (let k = 1; k <= drawn.length; k++)
        expect(drawn.reduce((sum, _, option) => sum + chanceOfTop(found, { option, k }), 0)).toBeCloseTo(k, 9)
    }),
  )
})

test('quantiles without sorting are those of the sorted column', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 }), (drawn) => {
      const sorted = drawn.toSorted((a, b) => a - b)
      const expected = [0.05, 0.5, 0.95].map((share) => sorted[Math.max(0, Math.ceil(share * drawn.length) - 1)]!)
      expect(selectQuantiles(Float64Array.from(drawn), [0.05, 0.5, 0.95])).toEqual(expected)
    }),
  )
})

test('nothing, gaps and numbers that are none are refused', () => {
  expect(rankDraws([], startChance(1))).toHaveProperty('refused')
  expect(rankDraws([new Float64Array(0)], startChance(1))).toHaveProperty('refused')
  expect(rankDraws([new Float64Array(2), new Float64Array(3)], startChance(1))).toHaveProperty('refused')
  expect(rankDraws([Float64Array.of(1, Number.NaN)], startChance(1))).toHaveProperty('refused')
  expect(chancesOfTopK([], 1)).toHaveProperty('refused')
  expect(chancesOfTopK([{ mean: 1, sd: 0 }], 1)).toHaveProperty('refused')
  expect(chancesOfTopK(scores, 0)).toHaveProperty('refused')
  expect(chanceAGreater({ mean: 1, sd: 0 }, { mean: 2, sd: 0 })).toHaveProperty('refused')
})
