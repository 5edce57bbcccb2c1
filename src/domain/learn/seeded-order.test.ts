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
