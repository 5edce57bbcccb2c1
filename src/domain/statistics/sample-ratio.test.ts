import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from './must.ts'
import { testSampleRatio, testSampleRatioSequentially } from './sample-ratio.ts'

const half = [1, 1]

test('1,000 against 1,200 is a mismatch (GrowthBook check_srm, recomputed)', () => {
  const found = must(testSampleRatio({ observed: [1000, 1200], weights: half }))
  expect(found.statistic).toBeCloseTo(18.181818181818183, 12)
  expect(found.p).toBeCloseTo(2.007865612426481e-5, 15)
  expect(found.state).toBe('mismatch')
})

test('500 against 600 is doubtful at one look, and the sequential test is slow to see it', () => {
  expect(must(testSampleRatio({ observed: [500, 600], weights: half }))).toMatchObject({ state: 'doubtful' })
  expect(must(testSampleRatioSequentially({ batches: [[500, 600]], weights: half }))[0]!.p).toBeCloseTo(0.6714507265, 9)
})

test('sequential values of GrowthBook ssrm.py (κ = 10,000, recomputed)', () => {
  expect(must(testSampleRatioSequentially({ batches: [[500, 500]], weights: half }))[0]).toMatchObject({ p: 1 })
  expect(must(testSampleRatioSequentially({ batches: [[500, 500]], weights: half }))[0]!.logBayesFactor).toBeCloseTo(-0.0476573626, 8)
  expect(must(testSampleRatioSequentially({ batches: [[100, 900]], weights: half }))[0]!.p / 2.3679e-13).toBeCloseTo(1, 4)
  const days = must(testSampleRatioSequentially({ batches: Array.from({ length: 5 }, () => [1000, 1100]), weights: half }))
  for (const [day, p] of [0.727641, 0.291341, 0.080721, 0.017536, 0.003216].entries()) expect(days[day]!.p).toBeCloseTo(p, 6)
})

test('an arm of weight 0 counts neither in the sum nor in the degrees of freedom', () => {
  expect(must(testSampleRatio({ observed: [500, 520, 0], weights: [1, 1, 0] })).degreesOfFreedom).toBe(1)
})

test('arms that are exactly as planned are fine, and order does not matter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 5000 }), fc.integer({ min: 10, max: 5000 }), (a, b) => {
      expect(must(testSampleRatio({ observed: [a, b], weights: [a, b] })).p).toBeCloseTo(1, 9)
      const one = must(testSampleRatio({ observed: [a, b], weights: half }))
      expect(must(testSampleRatio({ observed: [b, a], weights: half })).p).toBeCloseTo(one.p, 12)
    }),
  )
})

test.each([
  [{ observed: [3, 1], weights: half }, /Too few/],
  [{ observed: [10], weights: [1] }, /two arms/],
  [{ observed: [10, 10, 4], weights: [1, 1, 0] }, /weight 0/],
  [{ observed: [10, 10], weights: [1] }, /one weight/],
  [{ observed: [10, Number.NaN], weights: half }, /whole number/],
  [{ observed: [10, -1], weights: half }, /whole number/],
  [{ observed: [10, 10], weights: [1, -1] }, /0 or more/],
])('%j is refused', (assignment, sentence) => {
  expect(testSampleRatio(assignment)).toEqual({ refused: expect.stringMatching(sentence) })
})

test('a broken batch refuses the whole sequence', () => {
  expect(
    testSampleRatioSequentially({
      batches: [
        [5, 5],
        [1, -1],
      ],
      weights: half,
    }),
  ).toHaveProperty('refused')
})
