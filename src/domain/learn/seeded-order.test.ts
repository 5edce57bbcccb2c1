import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededOrder } from './seeded-order.ts'

test('the same seed gives the same order, and another seed another one', () => {
  const list = Array.from({ length: 12 }, (_, at) => at)
  expect(seededOrder(list, 'ana')).toEqual(seededOrder(list, 'ana'))
  expect(seededOrder(list, 'ana')).not.toEqual(seededOrder(list, 'ben'))
})

test('nothing is lost or doubled by shuffling', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
      expect([...seededOrder(list, seed)].sort()).toEqual([...list].sort())
    }),
  )
})

const SHUFFLES = 24_000
/** What chi-square exceeds once in ten thousand times, by degrees of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.4). */
const chiSquareLimit = { 1: 15.14, 3: 21.11, 5: 25.74, 23: 58.61 } as const

function chiSquare(counts: readonly number[]) {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

function countOrders(size: number, seedOf: (number: number) => string) {
  const counts = new Map<string, number>()
  const list = Array.from({ length: size }, (_, at) => at)
  for (let number = 0; number < SHUFFLES; number++) {
    const order = seededOrder(list, seedOf(number)).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  return [...counts.values()]
}

const seeds: [string, (number: number) => string][] = [
  ['learners one after the other', (number) => `member-${number}:lesson:need`],
  ['questions one after the other', (number) => `ana:lesson:question-${number}`],
  ['the names of learners', (number) => `${(number * 2_654_435_761).toString(36)}:01M85WBG9D4JH2WGQWM4SD61NA:need`],
]

test.each(seeds)('every order comes equally often: %s', (_, seedOf) => {
  for (const [size, orders, limit] of [
    [2, 2, chiSquareLimit[1]],
    [3, 6, chiSquareLimit[5]],
    [4, 24, chiSquareLimit[23]],
  ] as const) {
    const counts = countOrders(size, seedOf)
    expect(counts).toHaveLength(orders)
    expect(chiSquare(counts)).toBeLessThan(limit)
  }
})

test('the order of one question says nothing about the order of the next', () => {
  const both = [0, 0, 0, 0]
  for (let number = 0; number < SHUFFLES; number++) {
    const [one] = seededOrder([0, 1], `ana:${number}:q1`)
    const [next] = seededOrder([0, 1], `ana:${number}:q2`)
    both[one! * 2 + next!]!++
  }
  expect(chiSquare(both)).toBeLessThan(chiSquareLimit[3])
})
