import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawNormals, startChance } from './chance.ts'
import { compareMeans, pValue } from './estimates.ts'
import { must } from './must.ts'
import { powerOf, spreadOfMean } from './power.ts'
import { growthNeeded } from './power-midway.ts'
import { sumsOf } from './sums.ts'
import { perArmForT, powerOfT } from './t-power.ts'

const size = fc.double({ min: 0.1, max: 2, noNaN: true })
const alpha = 0.05

test('units and power undo each other, and more units give more power', () => {
  fc.assert(
    fc.property(size, fc.double({ min: 0.3, max: 0.95, noNaN: true }), (effect, power) => {
      const perArm = must(perArmForT({ effect, alpha, power }))
      if (perArm > 2) expect(must(powerOfT({ perArm, effect, alpha }))).toBeCloseTo(power, 8)
      expect(must(powerOfT({ perArm: perArm * 1.1, effect, alpha }))).toBeGreaterThan(must(powerOfT({ perArm, effect, alpha })))
    }),
    { numRuns: 10 },
  )
})

test('with many units it is the normal formula, with few it is below it', () => {
  const spread = must(spreadOfMean({ variance: 1 }))
  const normal = (perArm: number, effect: number) => must(powerOf(effect, spread, { alpha, power: 0.8, units: 2 * perArm }))
  expect(must(powerOfT({ perArm: 40_000, effect: 0.02, alpha }))).toBeCloseTo(normal(40_000, 0.02), 5)
  // R 4.2.2, power.t.test.
  expect(must(powerOfT({ perArm: 4, effect: 1.5, alpha }))).toBeCloseTo(0.4299273, 7)
  expect(normal(4, 1.5)).toBeGreaterThan(0.4299273)
})

test('the planned power is what 800 simulated experiments reach', () => {
  const chance = startChance(21)
  const perArm = Math.ceil(must(perArmForT({ effect: 0.6, alpha, power: 0.8 })))
  const found = Array.from({ length: 800 }, () => {
    const [control, treatment] = [drawNormals(chance, perArm), drawNormals(chance, perArm).map((z) => z + 0.6)]
    return pValue(must(compareMeans({ control: sumsOf(control), treatment: sumsOf(treatment) }))) < alpha
  })
  expect(Math.abs(found.filter(Boolean).length / found.length - 0.8)).toBeLessThan(0.045)
})

test('midway, enough is enough, half the standard error needs a quarter of the people, and looking any time costs more', () => {
  const growth = (standardError: number, plan: { sequential?: boolean } = {}) =>
    must(growthNeeded({ standardError }, { aim: 1, alpha, power: 0.8, ...plan }))
  expect(growth(0.3)).toBe(0)
  expect((growth(2) + 1) / (growth(1) + 1)).toBeCloseTo(4, 6)
  expect(growth(1, { sequential: true })).toBeGreaterThan(growth(1))
})

test('what can never be found, and no plan at all, are refused', () => {
  expect(powerOfT({ perArm: 1, effect: 1, alpha })).toHaveProperty('refused')
  expect(powerOfT({ perArm: 10, effect: 0, alpha })).toHaveProperty('refused')
  expect(powerOfT({ perArm: 10, effect: 1, alpha: 0 })).toHaveProperty('refused')
  expect(perArmForT({ effect: 1, alpha, power: 0.04 })).toHaveProperty('refused')
  expect(perArmForT({ effect: 1e-9, alpha, power: 0.8 })).toHaveProperty('refused')
  expect(growthNeeded({ standardError: 0 }, { aim: 1, alpha, power: 0.8 })).toHaveProperty('refused')
  expect(growthNeeded({ standardError: 1 }, { aim: 0, alpha, power: 0.8 })).toHaveProperty('refused')
  expect(growthNeeded({ standardError: 1 }, { aim: 1e-9, alpha, power: 0.8 })).toHaveProperty('refused')
})
