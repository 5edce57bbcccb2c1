import { expect, test } from 'vitest'
import { currencyIn, readNumber, recogniseDecimalMark } from './numbers.ts'

test.each([
  ['€1,200', 'point', 1200],
  ['1.200,50', 'comma', 1200.5],
  ['1.200,50', 'point', 1200.5],
  ['1,200.50', 'comma', 1200.5],
  ['1 200,50 €', 'comma', 1200.5],
  ["CHF 1'200.00", 'point', 1200],
  ['(300)', 'point', -300],
  ['-12 %', 'point', -12],
  ['$-5.50', 'point', -5.5],
  ['.5', 'point', 0.5],
  ['1e3', 'point', 1000],
  ['1,200,000', 'point', 1_200_000],
  ['1.200', 'comma', 1200],
  ['1.200', 'point', 1.2],
] as const)('%s with decimal %s is %d', (text, mark, expected) => {
  expect(readNumber(text, mark)).toBe(expected)
})

test.each(['', 'n/a', '12-15', 'twelve', '1.2.3 beta', '€'])('“%s” is no number', (text) => {
  expect(readNumber(text, 'point')).toBeNull()
})

test.each([
  [['€1,200', '€300'], 'point'],
  [['1.200,50', '300,00'], 'comma'],
  [['11.77', '12.00'], 'point'],
  [['1.200.000'], 'comma'],
  [['1.200', '3.400'], 'ask'],
  [['1200'], 'point'],
])('the amounts %j together say %s', (values, mark) => {
  expect(recogniseDecimalMark(values)).toBe(mark)
})

test('the currency is read from the sign or the code', () => {
  expect(['€5', '5 USD', '£1', '7'].map(currencyIn)).toEqual(['EUR', 'USD', 'GBP', null])
})
