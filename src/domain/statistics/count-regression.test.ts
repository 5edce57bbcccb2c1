import { describe, expect, test } from 'vitest'
import { fitCounts } from './count-regression.ts'
import { must } from './must.ts'
import { contrastOf } from './regression.ts'

const ones = (n: number) => Array.from({ length: n }, () => 1)
const group = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
const counts = [12, 9, 15, 11, 13, 22, 19, 25, 30, 24]

test('two groups give the ratio of their totals, and Pearson dispersion by hand', () => {
  const fit = must(fitCounts({ columns: [ones(10), group], counts }))
  expect(Math.exp(fit.coefficients[1]!)).toBeCloseTo(120 / 60, 10)
  const pearson = counts.reduce((sum, count, t) => sum + (count - (group[t] ? 24 : 12)) ** 2 / (group[t] ? 24 : 12), 0)
  expect(fit.dispersion).toBeCloseTo(pearson / 8, 10)
  const widening = Math.max(1, (1 + fit.residualAutocorrelation) / (1 - fit.residualAutocorrelation))
  expect(contrastOf(fit, [0, 1]).standardError).toBeCloseTo(Math.sqrt(fit.dispersion * widening * (1 / 60 + 1 / 120)), 10)
})

test('twice the exposure halves the rate and leaves the ratio', () => {
  const plain = must(fitCounts({ columns: [ones(10), group], counts }))
  const exposed = must(fitCounts({ columns: [ones(10), group], counts, exposures: ones(10).map(() => 2) }))
  expect(exposed.coefficients[0]! - plain.coefficients[0]!).toBeCloseTo(-Math.log(2), 10)
  expect(exposed.coefficients[1]).toBeCloseTo(plain.coefficients[1]!, 10)
})

describe('where some steps of time have no count', () => {
  const waves = [10, 14, 18, 21, 19, 14, 9, 8, 11, 15, 20, 22, 17, 12]
  const fitAt = (places?: number[]) => must(fitCounts({ columns: [ones(14)], counts: waves, ...(places && { places }) }))
  const plain = fitAt()
  const wideningOf = (r: number) => (1 + r) / (1 - r)

  test('every second step empty: what was seen two steps apart is the square of one step, and the error stays', () => {
    const spread = fitAt(waves.map((_, t) => 2 * t))
    expect(plain.residualAutocorrelation).toBeGreaterThan(0.3)
    expect(spread.residualAutocorrelation).toBeCloseTo(Math.sqrt(plain.residualAutocorrelation), 10)
    expect(spread.covariance[0]![0]).toBeCloseTo(plain.covariance[0]![0]!, 10)
  })

  test('counts before and after a long gap are no neighbours', () => {
    const gappy = fitAt(waves.map((_, t) => (t < 7 ? t : t + 5000)))
    // Twelve of the thirteen neighbours carry all that is seen.
    const r = (plain.residualAutocorrelation * 13) / 12
    expect(gappy.residualAutocorrelation).toBeCloseTo(r, 10)
    const widening = (12 * wideningOf(r) + 1) / 13
    const { covariance } = plain
    expect(gappy.covariance[0]![0]).toBeCloseTo((covariance[0]![0]! / wideningOf(plain.residualAutocorrelation)) * widening, 10)
  })

  test('neighbours that contradict each other widen nothing, with gaps or without', () => {
    const zigzag = [10, 20, 11, 19, 9, 21, 10, 20]
    for (const places of [zigzag.map((_, t) => t), zigzag.map((_, t) => (t < 4 ? t : t + 9))]) {
      const { covariance, dispersion } = must(fitCounts({ columns: [ones(8)], counts: zigzag, places }))
      expect(covariance[0]![0]).toBeCloseTo(dispersion / 120, 10)
    }
  })
})

test.each([
  [{ columns: [ones(10)], counts, places: ones(10) }, /whole and rise/],
  [{ columns: [ones(10)], counts: [...counts.slice(1), -1] }, /whole numbers/],
  [{ columns: [ones(10)], counts: [...counts.slice(1), Number.NaN] }, /whole numbers/],
  [{ columns: [ones(10)], counts, exposures: [...ones(9), 0] }, /exposure/],
  [{ columns: [ones(3), [0, 0, 1]], counts: [1, 2, 3] }, /too few/],
  [{ columns: [ones(10)], counts: ones(10).map(() => 0) }, /Nothing was counted/],
  [{ columns: [ones(10), ones(10)], counts }, /No rate/],
  [{ columns: [ones(10), group], counts: group.map((g) => (g ? 0 : 5)) }, /No rate/],
])('%# is refused', (model, sentence) => {
  expect(fitCounts(model)).toEqual({ refused: expect.stringMatching(sentence) })
})
