import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceOf, type Looks, type Measurement } from './measurement.ts'
import { must } from './must.ts'
import ratioCuped from './reference-data/ratio-cuped.json' with { type: 'json' }
import { pairedSumsOf, ratioSumsOf, sumsOf } from './sums.ts'

const once: Looks = { kind: 'once' }
const always: Looks = { kind: 'always', alpha: 0.05, plannedUnits: 400 }
const spread = (shift: number) => Array.from({ length: 100 }, (_, i) => ((i * 37) % 50) + shift)
const before = spread(0)

const arms: Record<string, Measurement> = {
  mean: { kind: 'mean', control: sumsOf(spread(10)), treatment: sumsOf(spread(12)) },
  proportion: { kind: 'proportion', control: { successes: 60, trials: 300 }, treatment: { successes: 90, trials: 300 } },
  ratio: { kind: 'ratio', control: ratioSumsOf(spread(10), spread(20)), treatment: ratioSumsOf(spread(12), spread(20)) },
  'adjusted mean': {
    kind: 'adjusted-mean',
    control: pairedSumsOf(
      spread(10),
      before.map((x, i) => x + (i % 7)),
    ),
    treatment: pairedSumsOf(
      spread(12),
      before.map((x, i) => x + (i % 5)),
    ),
  },
  'adjusted ratio': { kind: 'adjusted-ratio', ...ratioCuped },
  quantile: { kind: 'quantile', control: { n: 100, value: 40, low: 35, high: 44 }, treatment: { n: 100, value: 46, low: 41, high: 50 } },
}

describe.each(Object.entries(arms))('%s', (_, measurement) => {
  test.each(['absolute', 'relative'] as const)(
    '%s, once and always: the estimate lies inside, wider when it may be looked at any time',
    (scale) => {
      const [fixed, running] = [once, always].map((looks) => must(evidenceOf(measurement, { scale, looks })).evidence) as [
        Evidence,
        Evidence,
      ]
      for (const { estimate, interval } of [fixed, running]) {
        expect(interval(0.05).low).toBeLessThan(estimate)
        expect(interval(0.05).high).toBeGreaterThan(estimate)
        expect(interval(0.01).low).toBeLessThan(interval(0.05).low)
      }
      expect(running.interval(0.05).low).toBeLessThan(fixed.interval(0.05).low)
      expect(running.estimate).toBe(fixed.estimate)
      expect(fixed.p < 0.05).toBe(fixed.interval(0.05).low > 0 || fixed.interval(0.05).high < 0)
    },
  )
})

type Evidence = Extract<ReturnType<typeof evidenceOf>, { evidence: unknown }>['evidence']

const table = fc.record({ control: fc.nat(40), treatment: fc.nat(40) })

test('a lift never claims a direction the difference does not', () => {
  fc.assert(
    fc.property(table, ({ control, treatment }) => {
      const measurement: Measurement = { kind: 'mean', control: sumsOf(zerosAndOnes(control)), treatment: sumsOf(zerosAndOnes(treatment)) }
      const [lift, difference] = [
        evidenceOf(measurement, { scale: 'relative', looks: once }),
        evidenceOf(measurement, { scale: 'absolute', looks: once }),
      ]
      if ('refused' in lift || 'refused' in difference) return
      const [l, d] = [lift.evidence.interval(0.05), difference.evidence.interval(0.05)]
      if (d.low <= 0) expect(l.low).toBeLessThanOrEqual(0)
      if (d.high >= 0) expect(l.high).toBeGreaterThanOrEqual(0)
      expect(lift.evidence.p).toBeGreaterThanOrEqual(difference.evidence.p)
    }),
  )
})

test('few events claim no direction in per cent that they do not claim in points', () => {
  fc.assert(
    fc.property(table, ({ control, treatment }) => {
      const measurement: Measurement = {
        kind: 'proportion',
        control: { successes: control, trials: 40 },
        treatment: { successes: treatment, trials: 40 },
      }
      const [lift, difference] = [
        evidenceOf(measurement, { scale: 'relative', looks: once }),
        must(evidenceOf(measurement, { scale: 'absolute', looks: once })),
      ]
      if ('refused' in lift) return
      expect(difference.evidence.method).toBe('newcombe')
      if (difference.evidence.interval(0.05).low <= 0) expect(lift.evidence.interval(0.05).low).toBeLessThanOrEqual(0)
      expect(lift.evidence.p).toBeGreaterThanOrEqual(difference.evidence.p)
    }),
    { numRuns: 60 },
  )
})

test('the bounds of an exact sequence are those of its whole interval: nothing says on which side its error lies', () => {
  const measurement: Measurement = {
    kind: 'proportion',
    control: { successes: 2, trials: 200 },
    treatment: { successes: 9, trials: 200 },
  }
  const [running, fixed] = [always, once].map((looks) => must(evidenceOf(measurement, { scale: 'absolute', looks })).evidence) as [
    Evidence,
    Evidence,
  ]
  expect(running.bounds(0.05)).toEqual(running.interval(0.05))
  expect(fixed.bounds(0.05)).toEqual(fixed.interval(0.1))
})

test('what a few people spent is a few events, however many people there are', () => {
  const spent = (few: number) => sumsOf(Array.from({ length: 1_000 }, (_, person) => (person < few ? 10 + (person % 3) : 0)))
  const measured = (few: number) =>
    evidenceOf({ kind: 'mean', control: spent(few), treatment: spent(few + 10) }, { scale: 'relative', looks: always })
  expect(measured(40)).toEqual({ refused: expect.stringMatching(/50 events/) })
  expect(measured(60)).toHaveProperty('evidence')
})

test('every small table has finite evidence, once and always, and p agrees with the interval', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(once, always), ({ control, treatment }, looks) => {
      const measurement: Measurement = {
        kind: 'proportion',
        control: { successes: control, trials: 40 },
        treatment: { successes: treatment, trials: 40 },
      }
      const { evidence } = must(evidenceOf(measurement, { scale: 'absolute', looks }))
      const { low, high } = evidence.interval(0.05)
      expect([low, high, evidence.p, evidence.standardError].every(Number.isFinite)).toBe(true)
      if (Math.min(Math.abs(low), Math.abs(high)) > 1e-6) expect(evidence.p < 0.05).toBe(low > 0 || high < 0)
    }),
    { numRuns: 40 },
  )
})

test.each<[string, Measurement, 'absolute' | 'relative', Looks]>([
  [
    'one unit in an arm',
    { kind: 'proportion', control: { successes: 1, trials: 1 }, treatment: { successes: 1, trials: 1 } },
    'relative',
    once,
  ],
  ['revenue below 0 in per cent', { kind: 'mean', control: sumsOf([-4, -2, 1]), treatment: sumsOf([1, 2, 3]) }, 'relative', once],
  ['few units, in per cent, at any time', { kind: 'mean', control: sumsOf([4, 2, 1]), treatment: sumsOf([1, 2, 3]) }, 'relative', always],
  ['changes in per cent', { kind: 'changes', control: sumsOf([1, 2, 3]), treatment: sumsOf([1, 2, 4]) }, 'relative', once],
  ['groups at any time', { kind: 'changes', control: sumsOf([1, 2, 3]), treatment: sumsOf([1, 2, 4]) }, 'absolute', always],
  ['a series through 0 in per cent', { kind: 'series', values: [...spread(-3)], changeAt: 70 }, 'relative', once],
  ['a series of one point', { kind: 'series', values: [1], changeAt: 0 }, 'absolute', once],
  ['an empty panel', { kind: 'panel', treated: [], controls: [], changeAt: 0 }, 'absolute', once],
  ['nothing untouched', { kind: 'untouched-series', values: [1, 2], untouched: [], changeAt: 1 }, 'absolute', once],
])('%s is refused with a sentence', (_, measurement, scale, looks) => {
  expect(evidenceOf(measurement, { scale, looks })).toEqual({ refused: expect.stringMatching(/^[A-Z0-9].*\.$/) })
})

test('a panel in per cent is the effect over what was expected without the change', () => {
  const controls = Array.from({ length: 8 }, (_, i) =>
    spread(i)
      .slice(0, 20)
      .map((x, t) => x + ((t * (i + 3)) % 11)),
  )
  const treated = controls[0]!.map((x, t) => (t >= 12 ? 2 * x : x + 0.5))
  const [share, plain] = (['relative', 'absolute'] as const).map(
    (scale) => must(evidenceOf({ kind: 'panel', treated, controls, changeAt: 12 }, { scale, looks: once })).evidence,
  )
  const after = treated.slice(12).reduce((a, b) => a + b, 0) / 8
  expect(share!.estimate).toBeCloseTo(plain!.estimate / (after - plain!.estimate), 10)
  expect(share!.bounds(0.05).low).toBeGreaterThan(share!.interval(0.05).low)
})

function zerosAndOnes(ones: number) {
  return Array.from({ length: 40 }, (_, i) => (i < ones ? 1 : 0))
}
