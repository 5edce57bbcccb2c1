import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testByFisher, testTableExactly } from './exact-two-by-two.ts'
import { must } from './must.ts'
import { compareProportionsByNormal, type TableStatistic, testTable } from './two-by-two.ts'

// The numbers of tea-tasting and SciPy are in reference-cases.test.ts; here are the laws.
const group = fc.integer({ min: 1, max: 25 }).chain((trials) => fc.record({ successes: fc.nat(trials), trials: fc.constant(trials) }))
const kinds: TableStatistic[] = [
  { kind: 'pearson', corrected: false },
  { kind: 'likelihood', corrected: true },
]

test('no test minds which arm is called the treatment', () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      const [one, other] = [
        { control: a, treatment: b },
        { control: b, treatment: a },
      ]
      for (const statistic of kinds) expect(testTable(other, statistic)).toEqual(expectNear(testTable(one, statistic)))
      if ('refused' in toObject(testByFisher(one))) return
      expect(must(testByFisher(other))).toBeCloseTo(must(testByFisher(one)), 9)
      expect(must(testByFisher(other, 'less'))).toBeCloseTo(must(testByFisher(one, 'greater')), 9)
      expect(must(testTableExactly(other, 'barnard'))).toBeCloseTo(must(testTableExactly(one, 'barnard')), 9)
    }),
    { numRuns: 40 },
  )
})

test('the exact tests err at most 1 time in 20 where both groups share a proportion', () => {
  const [n, m, share] = [9, 13, 0.3]
  const chance = (k: number, trials: number) => ways(trials, k) * share ** k * (1 - share) ** (trials - k)
  const error = (p: (c: number, t: number) => number) => {
    let sum = 0
    for (let c = 0; c <= n; c++) for (let t = 0; t <= m; t++) if (p(c, t) <= 0.05) sum += chance(c, n) * chance(t, m)
    return sum
  }
  const arms = (c: number, t: number) => ({ control: { successes: c, trials: n }, treatment: { successes: t, trials: m } })
  const orOne = (p: ReturnType<typeof testByFisher>) => (typeof p === 'number' ? p : 1)
  const fisher = error((c, t) => orOne(testByFisher(arms(c, t))))
  const boschloo = error((c, t) => orOne(testTableExactly(arms(c, t), 'boschloo')))
  const barnard = error((c, t) => orOne(testTableExactly(arms(c, t), 'barnard')))
  expect(Math.max(fisher, boschloo, barnard)).toBeLessThanOrEqual(0.05)
  // The unconditional tests waste less of it.
  expect(barnard).toBeGreaterThan(fisher)
})

test('ten times the people, and Fisher comes to agree with χ²', () => {
  const large = { control: { successes: 1900, trials: 5300 }, treatment: { successes: 1610, trials: 4700 } }
  const chiSquare = must(testTable(large, { kind: 'pearson', corrected: true })).p
  expect(must(testByFisher(large)) / chiSquare).toBeCloseTo(1, 1)
})

test('a correction only ever widens', () => {
  fc.assert(
    fc.property(group, group, (control, treatment) => {
      const at = (corrected: boolean) => compareProportionsByNormal({ control, treatment }, { pooled: true, corrected, alpha: 0.05 })
      const [plain, wider] = [at(false), at(true)]
      if ('refused' in plain || 'refused' in wider) return
      expect(wider.interval.low).toBeLessThanOrEqual(plain.interval.low)
      expect(wider.p).toBeGreaterThanOrEqual(plain.p)
    }),
  )
})

test('nobody, everybody, impossible counts and more people than can be counted out are refused', () => {
  const none = { control: { successes: 0, trials: 5 }, treatment: { successes: 0, trials: 7 } }
  const all = { control: { successes: 5, trials: 5 }, treatment: { successes: 7, trials: 7 } }
  for (const arms of [none, all, { ...none, treatment: { successes: 8, trials: 7 } }]) {
    expect(testTable(arms, kinds[0]!)).toHaveProperty('refused')
    expect(testByFisher(arms)).toHaveProperty('refused')
    expect(testTableExactly(arms, 'boschloo')).toHaveProperty('refused')
    expect(compareProportionsByNormal(arms, { pooled: true, corrected: false, alpha: 0.05 })).toHaveProperty('refused')
  }
  const many = { control: { successes: 50, trials: 600 }, treatment: { successes: 50, trials: 600 } }
  expect(testTableExactly(many, 'barnard')).toEqual({ refused: expect.stringMatching(/too many people/) })
})

function ways(n: number, k: number) {
  let count = 1
  for (let i = 1; i <= k; i++) count = (count * (n - k + i)) / i
  return count
}

function toObject(answer: unknown): object {
  return typeof answer === 'object' && answer !== null ? answer : {}
}

function expectNear(answer: ReturnType<typeof testTable>) {
  if ('refused' in answer) return answer
  return { statistic: expect.closeTo(answer.statistic, 9), p: expect.closeTo(answer.p, 9) }
}
