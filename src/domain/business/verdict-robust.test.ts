import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Measurement } from '#domain/statistics/measurement.ts'
import { judge } from './verdict.ts'
import type { SuccessMetric, VerdictData, VerdictPlan } from './verdict-plan.ts'

// Whatever a broken query may return: nothing, one, all, refunds, overflow, and numbers that are none.
const odd = fc.oneof(
  fc.constantFrom(0, 1, 2, -1, 0.5, 1e12, 1e300, -1e12, 1e-300, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE),
  fc.integer({ min: -5, max: 1000 }),
  fc.double(),
)
const sums = fc.record({ n: odd, sum: odd, sumSquares: odd })
const ratio = fc.record({ n: odd, numerator: sums, denominator: sums, crossProducts: odd })
const paired = fc.record({ n: odd, outcome: sums, covariate: sums, crossProducts: odd })
const series = fc.array(odd, { maxLength: 40 })
const arms = <A>(kind: string, arm: fc.Arbitrary<A>) => fc.record({ kind: fc.constant(kind), control: arm, treatment: arm })

const measurement = fc.oneof(
  arms('mean', sums),
  arms('proportion', fc.record({ successes: odd, trials: odd })),
  arms('ratio', ratio),
  arms('adjusted-mean', paired),
  arms('quantile', fc.record({ n: odd, value: odd, low: odd, high: odd })),
  arms('changes', sums),
  fc.record({ kind: fc.constant('cells'), controlBefore: sums, controlAfter: sums, treatedBefore: sums, treatedAfter: sums }),
  fc.record({ kind: fc.constant('series'), values: series, changeAt: odd }),
  fc.record({ kind: fc.constant('counts'), counts: series, exposures: series, changeAt: odd }),
  fc.record({ kind: fc.constant('untouched-series'), values: series, untouched: fc.array(series, { maxLength: 2 }), changeAt: odd }),
  fc.record({ kind: fc.constant('panel'), treated: series, controls: fc.array(series, { maxLength: 9 }), changeAt: odd }),
) as fc.Arbitrary<Measurement>

const metric = fc.record({
  key: fc.constant('m'),
  name: fc.constant('It'),
  unit: fc.constant(''),
  direction: fc.constantFrom('up', 'down'),
  scale: fc.constantFrom('absolute', 'relative'),
  smallestEffect: fc.constantFrom(0, 0.02, 5),
}) as fc.Arbitrary<SuccessMetric>

test('no data, however broken, throw or bring NaN or infinity into a verdict', () => {
  fc.assert(
    fc.property(
      metric,
      measurement,
      fc.constantFrom<VerdictPlan['looks']>('once', 'always', 'hybrid'),
      fc.boolean(),
      (success, found, looks, checkDateReached) => {
        const plan: VerdictPlan = {
          design: 'experiment',
          success: [success],
          rule: 'any',
          guardrails: [{ ...success, largestHarm: 0.01 }],
          alpha: 0.05,
          power: 0.8,
          looks,
          plannedUnits: 1000,
          anyDeteriorationHarms: false,
          pastWinRate: 0.2,
        }
        const data: VerdictData = {
          design: 'experiment',
          measurements: { m: found },
          checkDateReached,
          daysLate: 0,
          earlierP: [],
          assignment: null,
          broken: [],
          uncapped: { m: found },
          how: [],
          otherLaunches: [],
        }
        const verdict = judge({ plan, data })
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
        expect(verdict.sentence).not.toMatch(/NaN|∞|undefined/)
      },
    ),
    { numRuns: 5000 },
  )
})
