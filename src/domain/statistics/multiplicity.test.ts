import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Adjustment, adjustPValues, rejectByEvidence } from './multiplicity.ts'
import cases from './reference-data/published-cases.json' with { type: 'json' }

test.each<[Adjustment, keyof typeof cases]>([
  ['holm', 'mt-holm'],
  ['hochberg', 'mt-simes-hochberg'],
  ['bh', 'mt-fdr_bh'],
  ['by', 'mt-fdr_by'],
])('%s agrees with tea-tasting', (method, name) => {
  const { input, expected } = cases[name] as { input: { p: number[] }; expected: Record<string, number> }
  adjustPValues(input.p, method).forEach((p, at) => {
    expect(p).toBeCloseTo(expected[`p${at}`]!, 12)
  })
})

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })

test('adjusted p are never smaller than p, nor above 1, and keep their order', () => {
  fc.assert(
    fc.property(ps, fc.constantFrom<Adjustment>('holm', 'hochberg', 'bh', 'by'), (values, method) => {
      const adjusted = adjustPValues(values, method)
      for (const [at, p] of adjusted.entries()) {
        expect(p).toBeGreaterThanOrEqual(values[at]! - 1e-15)
        expect(p).toBeLessThanOrEqual(1)
        for (const [other, q] of adjusted.entries()) if (values[at]! < values[other]!) expect(p).toBeLessThanOrEqual(q)
      }
    }),
  )
})

test('one p needs no adjustment, and a number that is no probability is an error', () => {
  expect(adjustPValues([0.03], 'holm')).toEqual([0.03])
  expect(adjustPValues([], 'bh')).toEqual([])
  expect(() => adjustPValues([1.2], 'bh')).toThrow(RangeError)
  expect(() => adjustPValues([Number.NaN], 'holm')).toThrow(RangeError)
})

test('e-values are rejected where k of them reach m / (rate k)', () => {
  expect(rejectByEvidence([100, 1, 45, 2], 0.05)).toEqual([true, false, true, false])
  expect(rejectByEvidence([79, 1, 2, 1], 0.05)).toEqual([false, false, false, false])
})
