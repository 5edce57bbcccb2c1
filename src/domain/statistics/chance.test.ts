import { expect, test } from 'vitest'
import { drawNormals, startChance } from './chance.ts'

test('the same seed gives the same numbers, another seed others', () => {
  expect(drawNormals(startChance(5), 4)).toEqual(drawNormals(startChance(5), 4))
  expect(drawNormals(startChance(5), 4)).not.toEqual(drawNormals(startChance(6), 4))
})

test('first draws of neighbouring seeds are uniform and do not move together', () => {
  const firsts = Array.from({ length: 2000 }, (_, seed) => startChance(seed)())
  const mean = firsts.reduce((a, b) => a + b, 0) / firsts.length
  const variance = firsts.reduce((sum, x) => sum + (x - mean) ** 2, 0) / firsts.length
  const together = firsts.slice(1).reduce((sum, x, i) => sum + (x - mean) * (firsts[i]! - mean), 0) / firsts.length / variance
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.02)
  expect(Math.abs(12 * variance - 1)).toBeLessThan(0.06)
  expect(Math.abs(together)).toBeLessThan(0.07)
})

test('normal draws are finite, with mean 0 and variance 1', () => {
  const draws = drawNormals(startChance(1), 20_000)
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length
  expect(draws.every(Number.isFinite)).toBe(true)
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(Math.abs(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length - 1)).toBeLessThan(0.04)
})
