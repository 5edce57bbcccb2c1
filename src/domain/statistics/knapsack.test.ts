import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosePlan, fitCapacity } from './knapsack.ts'
import { must } from './must.ts'
import { columnOf, drawScores, startNamedChance } from './uncertain-columns.ts'

test('two small ones beat one big one', () => {
  expect(choosePlan({ values: [60, 100, 120], efforts: [10, 20, 30], capacity: 50 })).toEqual({ chosen: [false, true, true], value: 220 })
})

const whole = fc.integer({ min: 0, max: 20 })
test('for whole efforts the plan is the best of all sets', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (options, capacity) => {
      const [values, efforts] = [options.map(([value]) => value), options.map(([, effort]) => effort)]
      const plan = must(choosePlan({ values, efforts, capacity }))
      const sum = (of: number[], isIn: (option: number) => boolean) => of.reduce((total, x, option) => total + (isIn(option) ? x : 0), 0)
      const sets = Array.from({ length: 2 ** options.length }, (_, set) => (option: number) => ((set >> option) & 1) === 1)
      const best = Math.max(...sets.filter((isIn) => sum(efforts, isIn) <= capacity).map((isIn) => sum(values, isIn)))
      expect(plan.value).toBe(best)
      expect(sum(efforts, (option) => plan.chosen[option]!)).toBeLessThanOrEqual(capacity)
    }),
  )
})

const effort = (name: string, low: number, high: number) =>
  columnOf({ kind: 'lognormal', low, high }, drawScores(startNamedChance(3, name), 2_000))
const values = [30, 20, 10].map((value) => new Float64Array(2_000).fill(value))

test('with uncertain effort a plan fits in some of the draws only', () => {
  const answer = must(fitCapacity({ values, efforts: [effort('a', 2, 6), effort('b', 2, 6), effort('c', 2, 6)], capacity: 8 }))
  expect(answer.plan.chosen).toEqual([true, true, false])
  expect(answer.chanceFits).toBeGreaterThan(0.4)
  expect(answer.chanceFits).toBeLessThan(0.8)
  expect(answer.shares[0]).toBeGreaterThan(answer.shares[2]!)
  expect(answer.evpi).toBeGreaterThan(0)
})

test('without uncertainty nothing is left to find out', () => {
  const efforts = [3, 3, 3].map((x) => new Float64Array(10).fill(x))
  const answer = must(fitCapacity({ values: values.map((column) => column.slice(0, 10)), efforts, capacity: 6 }))
  expect(answer).toMatchObject({ shares: [1, 1, 0], chanceFits: 1, evpi: 0 })
})

test('no capacity, efforts below 0 and gaps are refused', () => {
  expect(choosePlan({ values: [1], efforts: [1], capacity: 0 })).toHaveProperty('refused')
  expect(choosePlan({ values: [1], efforts: [-1], capacity: 5 })).toHaveProperty('refused')
  expect(choosePlan({ values: [1, 2], efforts: [1], capacity: 5 })).toHaveProperty('refused')
  expect(choosePlan({ values: [Number.NaN], efforts: [1], capacity: 5 })).toHaveProperty('refused')
  expect(fitCapacity({ values: [], efforts: [], capacity: 5 })).toHaveProperty('refused')
})
