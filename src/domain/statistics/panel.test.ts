import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from './must.ts'
import { comparePanel, differenceInDifferences, type Panel, syntheticControl, syntheticDifference } from './panel.ts'
import california from './reference-data/proposition-99.json' with { type: 'json' }
import { mixToMatch } from './simplex-regression.ts'

const smoking: Panel = { treated: california.treated, controls: california.controls, changeAt: 19 }

// Arkhangelsky et al. 2021, table 1, prints −27.3, −19.6 (with covariates) and −15.6; the digits are an independent computation's.
test('California, difference in differences', () => {
  expect(differenceInDifferences(smoking).effect).toBeCloseTo(-27.34911108, 7)
  expect(must(comparePanel(smoking, differenceInDifferences)).standardError).toBeCloseTo(17.518848046670314, 6)
})

test('California, synthetic control on the outcome alone', () => {
  const found = must(syntheticControl(smoking))
  expect(found.effect).toBeCloseTo(-19.51362975, 4)
  const weights = [...found.groupWeights].sort((a, b) => b - a)
  for (const [at, weight] of [0.3939, 0.2318, 0.2049, 0.1091, 0.0454, 0.0148].entries()) expect(weights[at]).toBeCloseTo(weight, 3.5)
})

test('California, synthetic difference in differences with placebo error', () => {
  const found = must(syntheticDifference(smoking))
  expect(found.effect).toBeCloseTo(-15.6054, 5)
  expect(found.periodWeights.slice(-3).map((weight) => Math.round(weight * 1e4) / 1e4)).toEqual([0.3665, 0.2065, 0.4271])
  const effect = must(comparePanel(smoking))
  expect(effect.standardError).toBeCloseTo(9.49417227356683, 5)
  expect(effect.effect / effect.standardError).toBeCloseTo(-1.64, 2)
})

test('weights are a mixture, and a step added to the changed group moves the effect by exactly that step', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (step) => {
      const moved = { ...smoking, treated: smoking.treated.map((value, t) => (t >= 19 ? value + step : value)) }
      for (const method of [syntheticControl, syntheticDifference]) {
        const [plain, found] = [must(method(smoking)), must(method(moved))]
        expect(found.effect - plain.effect).toBeCloseTo(step, 6)
        expect(Math.min(...found.groupWeights)).toBeGreaterThanOrEqual(0)
        expect(found.groupWeights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
      }
    }),
    { numRuns: 5 },
  )
})

test('a mixture that exists is found', () => {
  const columns = [
    [1, 2, 3, 5],
    [4, 3, 8, 1],
    [0, 9, 1, 2],
  ]
  const target = columns[0]!.map((value, t) => 0.25 * value + 0.75 * columns[2]![t]!)
  const weights = must(mixToMatch({ columns, target }))
  expect(weights[0]).toBeCloseTo(0.25, 6)
  expect(weights[2]).toBeCloseTo(0.75, 6)
})

test.each<[string, Panel, RegExp]>([
  ['few groups', { ...smoking, controls: smoking.controls.slice(0, 7) }, /too few to judge/],
  ['no time before', { ...smoking, changeAt: 3 }, /4 periods/],
  ['no time after', { ...smoking, changeAt: 31 }, /4 periods/],
  ['a gap', { ...smoking, treated: [...smoking.treated.slice(1), Number.NaN] }, /gap/],
  ['groups that never move', { ...smoking, controls: smoking.controls.map((one) => one.map(() => 5)) }, /vary|mixture/],
])('a panel with %s is refused', (_, panel, sentence) => {
  expect(comparePanel(panel, differenceInDifferences)).toEqual({ refused: expect.stringMatching(sentence) })
  expect(comparePanel(panel)).toHaveProperty('refused')
})
