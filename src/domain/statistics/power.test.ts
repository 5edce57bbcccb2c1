import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBeforeAfter } from './before-after.ts'
import { drawNormals, startChance } from './chance.ts'
import { must } from './must.ts'
import { detectableEffect, type PowerPlan, powerOf, sequentialCriticalValue, spreadOfMean, spreadOfProportion, unitsFor } from './power.ts'
import { detectableStep } from './series-power.ts'

const usual: PowerPlan = { alpha: 0.05, power: 0.8 }

test.each([
  [0.5, 0.75, 0.9, 76.7069301],
  [0.1, 0.12, 0.8, 3840.847482],
  [0.05, 0.055, 0.8, 31233.438],
  [0.2, 0.21, 0.8, 25582.2445],
])('from %f to %f with power %f takes what power.prop.test says (R 4.2.2)', (from, to, power, perArm) => {
  const units = must(unitsFor(to - from, must(spreadOfProportion(from, to - from)), { alpha: 0.05, power }))
  expect(Math.abs(units / 2 / perArm - 1)).toBeLessThan(2e-7)
})

test('means agree with power.t.test within 0.3 %, which is the price of the normal formula (R 4.2.2)', () => {
  const spread = must(spreadOfMean({ variance: 1 }))
  expect(Math.abs(must(unitsFor(1, spread, { alpha: 0.05, power: 0.9 })) / 2 / 22.0210977 - 1)).toBeLessThan(0.003)
  expect(must(powerOf(1, spread, { ...usual, units: 40 }))).toBeCloseTo(0.868952802, 2)
})

test('looking any time costs 2.40 times the units for the same width', () => {
  expect((sequentialCriticalValue(0.05) / 1.959963984540054) ** 2).toBeCloseTo(2.4, 2)
})

const share = fc.double({ min: 0.02, max: 0.6, noNaN: true })
const effect = fc.double({ min: 0.005, max: 0.3, noNaN: true })

test('units, detectable effect and power undo each other', () => {
  fc.assert(
    fc.property(
      share,
      effect,
      fc.boolean(),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (baseline, size, sequential, treatmentShare) => {
        const plan = { ...usual, sequential, treatmentShare }
        const spread = must(spreadOfProportion(baseline, size))
        const units = must(unitsFor(size, spread, plan))
        fc.pre(units > 50)
        expect(must(powerOf(size, spread, { ...plan, units }))).toBeCloseTo(0.8, 3)
        expect(must(detectableEffect(units, (found) => spreadOfProportion(baseline, found), plan))).toBeCloseTo(size, 6)
      },
    ),
  )
})

test('more power, less alpha, a smaller effect, peeking and an uneven split all cost units', () => {
  const spread = must(spreadOfMean({ variance: 4 }))
  const units = (size: number, plan: Partial<PowerPlan> = {}) => must(unitsFor(size, spread, { ...usual, ...plan }))
  for (const dearer of [
    units(0.1, { power: 0.9 }),
    units(0.1, { alpha: 0.01 }),
    units(0.05),
    units(0.1, { sequential: true }),
    units(0.1, { treatmentShare: 0.1 }),
  ])
    expect(dearer).toBeGreaterThan(units(0.1))
})

test('a covariate from before with correlation 0.7 saves 49 % of the units', () => {
  const plain = must(unitsFor(0.1, must(spreadOfMean({ variance: 4 })), usual))
  expect(must(unitsFor(0.1, must(spreadOfMean({ variance: 4, correlationBefore: 0.7 })), usual)) / plain).toBeCloseTo(0.51, 2)
})

test('what cannot be planned is refused', () => {
  const spread = must(spreadOfMean({ variance: 1 }))
  expect(unitsFor(0, spread, usual)).toEqual({ refused: expect.stringMatching(/effect of 0/) })
  expect(unitsFor(Number.NaN, spread, usual)).toHaveProperty('refused')
  expect(powerOf(1, spread, { ...usual, alpha: 0, units: 10 })).toHaveProperty('refused')
  expect(detectableEffect(2, () => spread, usual)).toHaveProperty('refused')
  expect(detectableEffect(100, () => spread, { ...usual, power: 1 })).toHaveProperty('refused')
  expect(spreadOfMean({ variance: 0 })).toHaveProperty('refused')
  expect(spreadOfMean({ variance: 1, correlationBefore: 1 })).toHaveProperty('refused')
  expect(spreadOfProportion(0, 0.1)).toHaveProperty('refused')
  expect(spreadOfProportion(0.95, 0.1)).toHaveProperty('refused')
  expect(detectableEffect(10, (found) => spreadOfProportion(0.9, found), usual)).toHaveProperty('refused')
})

test('the step a series can show is near what a real comparison of that length sees as its standard error', () => {
  const values = drawNormals(startChance(3), 60)
  const planned = must(detectableStep({ values, pointsAfter: 20, trend: true, ...usual }))
  const seen = must(compareBeforeAfter({ values: [...values, ...drawNormals(startChance(4), 20)], changeAt: 60, trend: true }))
  expect(planned.standardError / seen.standardError).toBeGreaterThan(0.6)
  expect(planned.standardError / seen.standardError).toBeLessThan(1.6)
  expect(must(detectableStep({ values, pointsAfter: 40, trend: true, ...usual })).detectable).toBeLessThan(planned.detectable * 1.2)
})

test('a flat past, or no time after, is refused', () => {
  expect(detectableStep({ values: Array.from({ length: 40 }, () => 1), pointsAfter: 10, ...usual })).toHaveProperty('refused')
  expect(detectableStep({ values: drawNormals(startChance(1), 40), pointsAfter: 0, ...usual })).toHaveProperty('refused')
})
