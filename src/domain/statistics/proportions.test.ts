import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from './must.ts'
import { compareProportions, isSmallTable, newcombeInterval, wilsonInterval } from './proportions.ts'

test.each([
  [81, 263, 0.255289, 0.36621],
  [15, 148, 0.062386, 0.160487],
  [0, 20, 0, 0.161125],
  [1, 29, 0.006113, 0.171755],
])('Wilson %i of %i (Newcombe 1998, table I)', (successes, trials, low, high) => {
  const interval = must(wilsonInterval({ successes, trials }, 0.05))
  expect(interval.low).toBeCloseTo(low, 6)
  expect(interval.high).toBeCloseTo(high, 6)
})

test.each([
  [[48, 80], [56, 70], 0.052431, 0.333873],
  [[3, 10], [9, 10], 0.170523, 0.809018],
  [[0, 20], [10, 10], 0.679086, 1],
  [[0, 29], [5, 56], -0.038137, 0.19256],
] as const)('Newcombe %j to %j (Newcombe 1998, table II)', (control, treatment, low, high) => {
  const arms = { control: { successes: control[0], trials: control[1] }, treatment: { successes: treatment[0], trials: treatment[1] } }
  const interval = must(newcombeInterval(arms, 0.05))
  expect(interval.low).toBeCloseTo(low, 6)
  expect(interval.high).toBeCloseTo(high, 6)
})

test('7 of 34 against 1 of 34 as Fagerland, Lydersen and Laake 2015 print it', () => {
  const interval = must(newcombeInterval({ control: { successes: 1, trials: 34 }, treatment: { successes: 7, trials: 34 } }, 0.05))
  expect(Math.abs(interval.low - 0.019)).toBeLessThan(0.005)
  expect(Math.abs(interval.high - 0.34)).toBeLessThan(0.005)
})

const count = fc
  .integer({ min: 1, max: 400 })
  .chain((trials) => fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }))

test('intervals stay within their range, hold the estimate and mirror', () => {
  fc.assert(
    fc.property(count, count, (control, treatment) => {
      const { low, high } = must(newcombeInterval({ control, treatment }, 0.05))
      const difference = treatment.successes / treatment.trials - control.successes / control.trials
      const swapped = must(newcombeInterval({ control: treatment, treatment: control }, 0.05))
      expect(low).toBeGreaterThanOrEqual(-1 - 1e-12)
      expect(high).toBeLessThanOrEqual(1 + 1e-12)
      expect(low).toBeLessThanOrEqual(difference + 1e-12)
      expect(high).toBeGreaterThanOrEqual(difference - 1e-12)
      expect(swapped.low).toBeCloseTo(-high, 10)
    }),
  )
})

test('everybody in one arm and nobody in the other still has an interval, but no normal one', () => {
  const all = { control: { successes: 0, trials: 5 }, treatment: { successes: 5, trials: 5 } }
  expect(compareProportions(all)).toHaveProperty('refused')
  expect(must(newcombeInterval(all, 0.05)).low).toBeGreaterThan(0)
})

test('a cell below 30 makes a table small', () => {
  expect(isSmallTable({ control: { successes: 29, trials: 1000 }, treatment: { successes: 50, trials: 1000 } })).toBe(true)
  expect(isSmallTable({ control: { successes: 30, trials: 1000 }, treatment: { successes: 50, trials: 1000 } })).toBe(false)
})

test.each([
  { successes: 0, trials: 0 },
  { successes: 4, trials: 3 },
  { successes: -1, trials: 3 },
  { successes: Number.NaN, trials: 3 },
  { successes: 0.5, trials: 3 },
])('%j is refused', (broken) => {
  expect(wilsonInterval(broken, 0.05)).toHaveProperty('refused')
  expect(newcombeInterval({ control: broken, treatment: { successes: 1, trials: 2 } }, 0.05)).toHaveProperty('refused')
  expect(compareProportions({ control: { successes: 1, trials: 2 }, treatment: broken })).toHaveProperty('refused')
})
