import { expect, test } from 'vitest'
import { compareCells, compareCellsInPerCent, compareChanges } from './difference-in-differences.ts'
import { confidenceInterval } from './estimates.ts'
import { must } from './must.ts'
import cells from './reference-data/billboard.json' with { type: 'json' }
import california from './reference-data/proposition-99.json' with { type: 'json' }
import { sumsOf } from './sums.ts'

test('billboard: estimate and HC1 error as statsmodels gives them', () => {
  const found = must(compareCells(cells))
  expect(found.effect).toBeCloseTo(6.524557692307695, 9)
  expect(found.standardError).toBeCloseTo(4.2453751, 6)
  const { low, high } = confidenceInterval(found, 0.05)
  expect(low).toBeCloseTo(-1.8, 1)
  expect(high).toBeCloseTo(14.8, 1)
})

test('a change of the same per cent in both groups is no effect in per cent', () => {
  const spread = (mean: number) => sumsOf([mean * 0.9, mean, mean * 1.1])
  const found = must(
    compareCellsInPerCent({ controlBefore: spread(10), controlAfter: spread(15), treatedBefore: spread(40), treatedAfter: spread(60) }),
  )
  expect(found.effect).toBeCloseTo(0, 12)
  expect(found.standardError).toBeGreaterThan(0)
})

test('California against the mean of the other states', () => {
  const change = (series: number[]) => mean(series.slice(19)) - mean(series.slice(0, 19))
  expect(change(california.treated) - mean(california.controls.map(change))).toBeCloseTo(-27.34911108, 6)
})

test('changes of units are compared as means are', () => {
  const found = must(compareChanges({ control: sumsOf([1, 2, 3, 2]), treatment: sumsOf([5, 6, 4]) }))
  expect(found.effect).toBe(3)
})

test('too few units, empty cells, no spread, and per cent of nothing are refused', () => {
  const one = sumsOf([1, 2])
  expect(compareChanges({ control: one, treatment: sumsOf([1, 2, 3]) })).toEqual({ refused: expect.stringMatching(/3 units/) })
  expect(compareCells({ ...cells, treatedAfter: sumsOf([]) })).toHaveProperty('refused')
  const flat = sumsOf([2, 2, 2])
  expect(compareCells({ controlBefore: flat, controlAfter: flat, treatedBefore: flat, treatedAfter: flat })).toHaveProperty('refused')
  expect(compareCellsInPerCent({ ...cells, treatedAfter: sumsOf([0, 0]) })).toEqual({ refused: expect.stringMatching(/above 0/) })
})

function mean(values: readonly number[]) {
  return values.reduce((a, b) => a + b, 0) / values.length
}
