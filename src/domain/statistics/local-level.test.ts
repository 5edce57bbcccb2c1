import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawNormals, startChance } from './chance.ts'
import { fitLocalLevel } from './local-level.ts'
import { must } from './must.ts'
import nile from './reference-data/nile.json' with { type: 'json' }
import seatbelts from './reference-data/seatbelts.json' with { type: 'json' }

// The numbers of R and statsmodels are in reference-cases.test.ts; here are the laws.
const dam = nile.flow.map((_, t) => Number(t >= 28))

test('a step added to the series is added to its coefficient, and a constant or a unit changes nothing else', () => {
  fc.assert(
    fc.property(fc.double({ min: -500, max: 500, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true }), (step, unit) => {
      const plain = must(fitLocalLevel({ columns: [dam], outcome: nile.flow }))
      const moved = must(fitLocalLevel({ columns: [dam], outcome: nile.flow.map((y, t) => y + step * dam[t]! + 77) }))
      expect(moved.coefficients[0]).toBeCloseTo(plain.coefficients[0]! + step, 3)
      const scaled = must(fitLocalLevel({ columns: [dam], outcome: nile.flow.map((y) => y * unit) }))
      expect(scaled.coefficients[0]! / unit).toBeCloseTo(plain.coefficients[0]!, 3)
      expect(scaled.noise / unit ** 2 / plain.noise).toBeCloseTo(1, 4)
    }),
    { numRuns: 10 },
  )
})

test('a level that stands still leaves nothing to steps, and pure wandering nothing to noise', () => {
  const still = drawNormals(startChance(3), 300)
  const { noise, steps } = must(fitLocalLevel({ columns: [], outcome: still }))
  expect(noise).toBeCloseTo(1, 0)
  expect(steps).toBeLessThan(0.01)
  let level = 0
  const wandering = drawNormals(startChance(4), 300).map((shock) => {
    level += shock
    return level
  })
  expect(must(fitLocalLevel({ columns: [], outcome: wandering })).noise).toBeLessThan(0.1)
})

test('the seat-belt law costs 14 to 21 per cent, whichever of three models is asked', () => {
  const outcome = seatbelts.drivers.map(Math.log)
  const months = Array.from({ length: 11 }, (_, month) => outcome.map((_, t) => Number(t % 12 === month + 1)))
  const law = outcome.map((_, t) => Number(t >= 169))
  const fit = must(fitLocalLevel({ columns: [seatbelts.PetrolPrice.map(Math.log), law], season: months, outcome }))
  expect(fit.coefficients).toHaveLength(13)
  expect(Math.expm1(fit.coefficients[1]!)).toBeCloseTo(-0.21, 2)
})

test('a constant column, a gap, a straight line and too few points are refused', () => {
  const flat = nile.flow.map(() => 1)
  expect(fitLocalLevel({ columns: [flat], outcome: nile.flow })).toEqual({ refused: expect.stringMatching(/told apart/) })
  expect(fitLocalLevel({ columns: [], outcome: nile.flow.with(4, Number.NaN) })).toHaveProperty('refused')
  expect(fitLocalLevel({ columns: [], outcome: flat })).toHaveProperty('refused')
  expect(fitLocalLevel({ columns: [[0, 1, 0]], outcome: [1, 2, 3] })).toHaveProperty('refused')
})
