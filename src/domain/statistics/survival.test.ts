import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from './must.ts'
import { medianSurvival, type Span, survivalAt, survivalCurve } from './survival.ts'
import { compareSurvival } from './survival-log-rank.ts'

// Acute myelogenous leukaemia (Miller 1981), R `survival::aml`; expected values from R survfit/survdiff and SciPy 1.17 stats.ecdf/logrank.
const span = (time: number, ended = 1): Span => ({ time, ended: ended === 1 })
const maintained = [
  span(9),
  span(13),
  span(13, 0),
  span(18),
  span(23),
  span(28, 0),
  span(31),
  span(34),
  span(45, 0),
  span(48),
  span(161, 0),
]
const others = [5, 5, 8, 8, 12]
  .map((t) => span(t))
  .concat(
    [span(16, 0)],
    [23, 27, 30, 33, 43, 45].map((t) => span(t)),
  )

test.each([
  [9, 0.9090909091, 0.5080802058, 0.9866738227],
  [13, 0.8181818182, 0.4474286147, 0.9511622286],
  [18, 0.7159090909, 0.3501903859, 0.8990239742],
  [23, 0.6136363636, 0.26575204, 0.8352992433],
  [31, 0.4909090909, 0.1673309098, 0.7533997904],
  [34, 0.3681818182, 0.0928295749, 0.6570408324],
  [48, 0.1840909091, 0.0117384801, 0.5250148427],
])('maintained patients at %i weeks agree with SciPy', (time, survival, low, high) => {
  const step = must(survivalCurve(maintained)).find((step) => step.time === time)!
  expect(step.survival).toBeCloseTo(survival, 9)
  expect(step.interval.low).toBeCloseTo(low, 8)
  expect(step.interval.high).toBeCloseTo(high, 8)
})

test("Greenwood's error agrees with R", () => {
  expect(must(survivalCurve(maintained)).map(({ standardError }) => standardError.toFixed(4))).toEqual([
    '0.0867',
    '0.1163',
    '0.1397',
    '0.1526',
    '0.1642',
    '0.1627',
    '0.1535',
  ])
})

test('the two groups differ by χ² 3.39639, p 0.0653393, as R survdiff says', () => {
  const { statistic, p, degreesOfFreedom } = must(compareSurvival([maintained, others]))
  expect(statistic).toBeCloseTo(3.396388699, 8)
  expect(p).toBeCloseTo(0.06533932204, 9)
  expect(degreesOfFreedom).toBe(1)
})

test('the curve is read between its steps, and half are through at 31 weeks', () => {
  const curve = must(survivalCurve(maintained))
  expect(survivalAt(curve, 0)).toBe(1)
  expect(survivalAt(curve, 20)).toBeCloseTo(0.7159, 4)
  expect(medianSurvival(curve)).toBe(31)
  expect(medianSurvival(must(survivalCurve([span(1, 0)])))).toHaveProperty('refused')
})

const spans = fc.array(fc.record({ time: fc.integer({ min: 0, max: 30 }), ended: fc.boolean() }), { minLength: 1, maxLength: 60 })

test('without censoring the curve is the share still there', () => {
  fc.assert(
    fc.property(spans, (drawn) => {
      const all = drawn.map(({ time }) => ({ time, ended: true }))
      for (const { time, survival } of must(survivalCurve(all)))
        expect(survival).toBeCloseTo(all.filter((other) => other.time > time).length / all.length, 9)
    }),
  )
})

test('the curve never rises and its interval holds it', () => {
  fc.assert(
    fc.property(spans, (drawn) => {
      let last = 1
      for (const { survival, interval } of must(survivalCurve(drawn))) {
        expect(survival).toBeLessThanOrEqual(last)
        expect(interval.low).toBeLessThanOrEqual(survival + 1e-12)
        expect(interval.high).toBeGreaterThanOrEqual(survival - 1e-12)
        last = survival
      }
    }),
  )
})

test('the order of groups does not matter, nor the unit of time, and a group beside itself does not differ', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const both = compareSurvival([a, b])
      if ('refused' in both) return
      const weeks = (drawn: Span[]) => drawn.map(({ time, ended }) => ({ time: time / 7, ended }))
      expect(must(compareSurvival([b, a])).statistic).toBeCloseTo(both.statistic, 6)
      expect(must(compareSurvival([weeks(a), weeks(b)])).statistic).toBeCloseTo(both.statistic, 6)
      const same = compareSurvival([a, a])
      if (!('refused' in same)) expect(same.statistic).toBeCloseTo(0, 9)
    }),
  )
})

test('three groups have two degrees of freedom', () => {
  expect(must(compareSurvival([maintained, others, maintained])).degreesOfFreedom).toBe(2)
})

test.each([[[]], [[span(-1)]], [[span(Number.NaN)]], [[span(Number.POSITIVE_INFINITY)]]])('spans %j are refused', (bad) => {
  expect(survivalCurve(bad)).toHaveProperty('refused')
  expect(compareSurvival([bad, maintained])).toHaveProperty('refused')
})

test('one group, or groups never watched together, are refused', () => {
  expect(compareSurvival([maintained])).toHaveProperty('refused')
  expect(compareSurvival([[span(1, 0)], [span(5), span(6)]])).toHaveProperty('refused')
  expect(survivalCurve(maintained, 0)).toHaveProperty('refused')
})
