import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestPrecision, mixtureBound, normalMixture } from './exact-sequential.ts'
import { chooseByCounts, chooseByNormal } from './expected-loss.ts'
import { testByMixture } from './mixture-test.ts'
import { must } from './must.ts'
import cases from './reference-data/published-cases.json' with { type: 'json' }

test('losses of a normal posterior agree with GrowthBook to 10 digits', () => {
  const { input, expected } = cases['gb-risk']
  const found = must(chooseByNormal({ effect: input.mu, standardError: input.sigma }))
  expect(found.lossOfControl).toBeCloseTo(expected.risk_ctrl, 10)
  expect(found.lossOfTreatment).toBeCloseTo(expected.risk_trt, 10)
})

test('49 of 100 against 51 of 100 as a lift agrees with GrowthBook', () => {
  const found = must(chooseByNormal({ effect: 0.04081632653061228, standardError: 0.14725254573469446 }))
  expect(found.chanceBetter).toBeCloseTo(0.60918, 5)
  expect(found.lossOfControl).toBeCloseTo(0.0814, 5)
  expect(found.lossOfTreatment).toBeCloseTo(0.04058, 5)
})

test.each([
  [[50, 1000], [65, 1000], 0.9244803789035222, 0.0003549686049, 0.0153250284851],
  [[120, 1000], [150, 1000], 0.9750678368120986, 0.0001441778552, 0.0300842976157],
  [[17489, 145274], [17264, 145310], 0.09494417858415895, 0.0016317717221, 0.000053553164],
] as const)(
  'counts %j against %j are weighed exactly (quadrature by SciPy)',
  (control, treatment, chance, lossOfTreatment, lossOfControl) => {
    const found = must(
      chooseByCounts({
        control: { successes: control[0], trials: control[1] },
        treatment: { successes: treatment[0], trials: treatment[1] },
      }),
    )
    expect(found.chanceBetter).toBeCloseTo(chance, 8)
    expect(found.lossOfTreatment).toBeCloseTo(lossOfTreatment, 8)
    expect(found.lossOfControl).toBeCloseTo(lossOfControl, 8)
  },
)

const count = fc.nat(60).chain((trials) => fc.record({ successes: fc.nat(trials), trials: fc.constant(trials) }))

test('exchanging the arms exchanges the losses', () => {
  fc.assert(
    fc.property(count, count, (control, treatment) => {
      const [one, other] = [must(chooseByCounts({ control, treatment })), must(chooseByCounts({ control: treatment, treatment: control }))]
      expect(one.chanceBetter + other.chanceBetter).toBeCloseTo(1, 8)
      expect(one.lossOfControl).toBeCloseTo(other.lossOfTreatment, 8)
    }),
  )
})

test('impossible counts and no spread are refused', () => {
  expect(chooseByCounts({ control: { successes: 2, trials: 1 }, treatment: { successes: 0, trials: 1 } })).toHaveProperty('refused')
  expect(chooseByCounts({ control: { successes: Number.NaN, trials: 1 }, treatment: { successes: 0, trials: 1 } })).toHaveProperty(
    'refused',
  )
  expect(chooseByNormal({ effect: 1, standardError: 0 })).toHaveProperty('refused')
  expect(chooseByNormal({ effect: Number.NaN, standardError: 1 })).toHaveProperty('refused')
})

test('the mixture test by hand', () => {
  const found = must(testByMixture({ effect: 0.1, n: 1000, variance: 1, expectedVariance: 0.01 }, 0.05))
  expect(found.ratio).toBeCloseTo(3.278721628, 8)
  expect(found.p).toBeCloseTo(0.304996921, 8)
  expect(found.interval.high - 0.1).toBeCloseTo(0.136673837, 8)
  expect(must(testByMixture({ effect: 0.1, n: 5000, variance: 1, expectedVariance: 0.01 }, 0.05)).ratio).toBeCloseTo(32538.6047, 3)
  expect(testByMixture({ effect: 0.1, n: 0, variance: 1, expectedVariance: 0.01 }, 0.05)).toHaveProperty('refused')
})

test('the mixture test is the normal mixture with ρ = 2σ²/τ²', () => {
  const [n, v] = [1000, 2]
  const { interval } = must(testByMixture({ effect: 0, n, variance: v / 2, expectedVariance: v / bestPrecision(500, 0.05) }, 0.05))
  expect(interval.high).toBeCloseTo((mixtureBound(normalMixture(bestPrecision(500, 0.05)), { v: n, alpha: 0.05 }) * Math.sqrt(v)) / n, 8)
})
