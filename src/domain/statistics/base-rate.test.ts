import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratesKnownBefore } from './base-rate.ts'
import { must } from './must.ts'

const forecast = fc.record({ givenAt: fc.integer({ min: 0, max: 20 }), resolvedAt: fc.integer({ min: 0, max: 20 }), outcome: fc.boolean() })

test('the first forecasts face a half, later ones what had come true by then', () => {
  const record = [
    { givenAt: 0, resolvedAt: 5, outcome: true },
    { givenAt: 1, resolvedAt: 6, outcome: true },
    { givenAt: 6, resolvedAt: 9, outcome: false },
    { givenAt: 7, resolvedAt: 8, outcome: false },
  ]
  expect(ratesKnownBefore(record)).toEqual([1 / 2, 1 / 2, 2 / 3, 3 / 4])
})

test('each rate is that of the forecasts settled before, counted one by one', () => {
  fc.assert(
    fc.property(fc.array(forecast), (record) => {
      const byHand = record.map(({ givenAt }) => {
        const known = record.filter(({ resolvedAt }) => resolvedAt < givenAt)
        return (known.filter(({ outcome }) => outcome).length + 1) / (known.length + 2)
      })
      expect(ratesKnownBefore(record)).toEqual(byHand)
    }),
  )
})

test('what is settled later changes nothing', () => {
  fc.assert(
    fc.property(fc.array(forecast), fc.array(forecast), (record, later) => {
      const after = later.map((one) => ({ ...one, resolvedAt: one.resolvedAt + 21 }))
      expect(must(ratesKnownBefore([...record, ...after])).slice(0, record.length)).toEqual(ratesKnownBefore(record))
    }),
  )
})

test('a time that is none is refused', () => {
  expect(ratesKnownBefore([{ givenAt: Number.NaN, resolvedAt: 1, outcome: true }])).toHaveProperty('refused')
})
