import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitIsotonic, levelAt } from './isotonic.ts'

const x = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
const y = [0, 1, 0, 0, 1, 1, 0, 1]

test('a toy agrees with R isoreg', () => {
  const steps = fitIsotonic(x, y)
  expect(x.map((at) => levelAt(steps, at))).toEqual([0, 1 / 3, 1 / 3, 1 / 3, 2 / 3, 2 / 3, 2 / 3, 1])
})

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.double({ min: -5, max: 5, noNaN: true })), {
  minLength: 1,
  maxLength: 40,
})

test('the fit never falls, keeps the mean, and does not depend on the order', () => {
  fc.assert(
    fc.property(points, (drawn) => {
      const steps = fitIsotonic(
        drawn.map(([a]) => a),
        drawn.map(([, b]) => b),
      )
      for (const [at, step] of steps.entries()) if (at > 0) expect(step.value).toBeGreaterThan(steps[at - 1]!.value)
      const total = steps.reduce((sum, { value, count }) => sum + value * count, 0)
      expect(total).toBeCloseTo(
        drawn.reduce((sum, [, b]) => sum + b, 0),
        6,
      )
      const turned = drawn.toReversed()
      const again = fitIsotonic(
        turned.map(([a]) => a),
        turned.map(([, b]) => b),
      )
      for (const [a] of drawn) expect(levelAt(again, a)).toBeCloseTo(levelAt(steps, a), 9)
    }),
  )
})

test('equal x share a level, and between levels the fit runs straight', () => {
  const steps = fitIsotonic([1, 1, 3], [0, 1, 2])
  expect(levelAt(steps, 1)).toBe(0.5)
  expect(levelAt(steps, 2)).toBe(1.25)
  expect(levelAt(steps, 9)).toBe(2)
})
