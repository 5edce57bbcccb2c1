import { expect, test } from 'vitest'
import { pathOfKey, pathOfRecord } from './search.ts'

test('a typed key leads straight to its record', () => {
  expect(pathOfKey(' bet-7 ')).toBe('/bets/BET-7')
  expect(pathOfKey('fb-1482')).toBe('/inbox/FB-1482')
})

test('words are no key', () => {
  expect(pathOfKey('double entry')).toBeUndefined()
})

test('a record without a key is found by its id', () => {
  expect(pathOfRecord({ kind: 'account', id: 'a1', key: null, title: 'Nordlys' })).toBe('/customers/a1')
})
