import { describe, expect, test } from 'vitest'
import { drawNormals, startChance } from './chance.ts'
import { compareCounts } from './count-series.ts'
import { evidenceOf } from './measurement.ts'
import { must } from './must.ts'

const weeks = (n: number, count: (t: number) => number) => Array.from({ length: n }, (_, t) => count(t))
// 30 weeks of 18 to 22, then 10 weeks of 36 to 44.
const counts = weeks(40, (t) => (t < 30 ? 20 : 40) + ((t * 7) % 5) - 2 + (t < 30 ? 0 : ((t * 7) % 5) - 2))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const [before, after] = [sum(counts.slice(0, 30)), sum(counts.slice(30))]

describe('a step in counts', () => {
  test('is the ratio of the mean counts, and their difference', () => {
    const found = must(compareCounts({ counts, changeAt: 30 }))
    expect(Math.exp(found.effect)).toBeCloseTo(after / 10 / (before / 30), 8)
    expect(found.expected).toEqual(Array.from({ length: 10 }, () => expect.closeTo(before / 30, 8)))
    expect(found.difference.effect).toBeCloseTo(after / 10 - before / 30, 8)
  })

  test('has the errors of two Poisson means times their dispersion', () => {
    const found = must(compareCounts({ counts, changeAt: 30 }))
    const residuals = counts.map((count, t) => (count - (t < 30 ? before / 30 : after / 10)) / Math.sqrt(t < 30 ? before / 30 : after / 10))
    const dispersion = sum(residuals.map((e) => e * e)) / 38
    const widening = Math.max(1, (1 + found.autocorrelation) / (1 - found.autocorrelation))
    expect(found.standardError).toBeCloseTo(Math.sqrt(dispersion * widening * (1 / before + 1 / after)), 8)
    expect(found.difference.standardError).toBeCloseTo(Math.sqrt(dispersion * widening * (after / 100 + before / 900)), 8)
  })

  test('is one of rates where the people behind the counts are known: more people are no effect', () => {
    const exposures = weeks(40, (t) => (t < 30 ? 10 : 20))
    const found = must(compareCounts({ counts, exposures, changeAt: 30 }))
    expect(found.expected[9]).toBeCloseTo(before / 300, 8)
    expect(found.difference.effect).toBeCloseTo(after / 200 - before / 300, 8)
    expect(found.interval.low).toBeLessThan(0)
    expect(found.interval.high).toBeGreaterThan(0)
  })

  test('is told as a lift or as a difference, never with different signs', () => {
    const lift = must(evidenceOf({ kind: 'counts', counts, changeAt: 30 }, { scale: 'relative', looks: { kind: 'once' } }))
    const difference = must(evidenceOf({ kind: 'counts', counts, changeAt: 30 }, { scale: 'absolute', looks: { kind: 'once' } }))
    expect(lift.evidence.estimate).toBeCloseTo(after / 10 / (before / 30) - 1, 8)
    expect(difference.evidence.estimate).toBeCloseTo(after / 10 - before / 30, 8)
    for (const alpha of [0.001, 0.05, 0.3])
      expect(lift.evidence.interval(alpha).low > 0 || difference.evidence.interval(alpha).low <= 0).toBe(true)
  })
})

test('where every second week is empty, neighbours are two weeks apart', () => {
  const waves = weeks(40, (t) => Math.round((t < 30 ? 100 : 130) * (1 + 0.2 * Math.sin(t / 2))))
  const plain = must(compareCounts({ counts: waves, changeAt: 30 }))
  const spread = must(compareCounts({ counts: waves, changeAt: 30, places: waves.map((_, t) => 2 * t) }))
  expect(spread.autocorrelation).toBeCloseTo(Math.sqrt(plain.autocorrelation), 8)
  expect(spread.standardError).toBeCloseTo(plain.standardError, 8)
})

describe('the gates of every before/after comparison hold', () => {
  test('23 points before are too few', () => {
    expect(must(compareCounts({ counts: counts.slice(7), changeAt: 23 })).missing).toEqual([expect.stringContaining('23 points before')])
  })

  test('a past that does not predict itself is no ground for a verdict', () => {
    const broken = weeks(40, (t) => (t < 22 ? 20 : 90) + ((t * 7) % 5))
    expect(must(compareCounts({ counts: broken, changeAt: 30 })).objections).toEqual([expect.stringContaining('last quarter')])
  })

  test('what cannot be counted or lies outside is refused', () => {
    expect(compareCounts({ counts: weeks(40, () => 1.5), changeAt: 30 })).toEqual({ refused: expect.stringContaining('whole numbers') })
    expect(compareCounts({ counts, changeAt: 40 })).toEqual({ refused: expect.stringContaining('inside') })
  })
})

test('weeks that resemble each other give no more false steps than the linear method allows', () => {
  const chance = startChance(11)
  const wandering = () => {
    let level = drawNormals(chance, 1)[0]! / 0.8
    return weeks(70, () => {
      level = 0.6 * level + drawNormals(chance, 1)[0]!
      const expected = 100 * Math.exp(0.1 * level)
      return Math.max(0, Math.round(expected + Math.sqrt(expected) * drawNormals(chance, 1)[0]!))
    })
  }
  const claims = weeks(60, () => {
    const { interval, objections } = must(compareCounts({ counts: wandering(), changeAt: 50, trend: true }))
    return objections.length === 0 && (interval.low > 0 || interval.high < 0) ? 1 : 0
  })
  expect(sum(claims)).toBeLessThanOrEqual(9)
})
