import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '#domain/statistics/must.ts'
import { asProduct, evaluateColumns, evaluateFormula, namesIn, readFormula } from './formula.ts'
import { parseFormula } from './formula-parse.ts'

const values = { reach: 4, impact: 3, effort: 2 }

test.each([
  ['reach * impact / effort', 6],
  ['reach - impact - effort', -1],
  ['2^3^2', 512],
  ['-2^2', -4],
  ['(1 + 2) * 3', 9],
  ['1e3 + .5', 1000.5],
  ['min(reach, impact, 1) + max(1, effort)', 3],
  ['sqrt(reach) + ln(exp(2)) + abs(-1)', 5],
  ['reach × impact ÷ effort − 1', 5],
  ['2--3', 5],
])('%s is %d', (text, result) => {
  expect(evaluateFormula(must(parseFormula(text)), values)).toBeCloseTo(result, 12)
  const columns = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Float64Array.of(value, value)]))
  expect(evaluateColumns(must(parseFormula(text)), columns, 2)[1]).toBeCloseTo(result, 12)
})

test.each([
  ['', 'The formula ends too early.'],
  ['reach *', 'The formula ends too early.'],
  ['(reach', 'A “)” is missing at the end.'],
  ['reach)', '“)” at character 6 does not belong there.'],
  ['reach impact', '“impact” at character 7 does not belong there.'],
  ['reach; 1', '“;” at character 6 means nothing in a formula.'],
  ['reach.constructor', '“.” at character 6 means nothing in a formula.'],
  ['alert(1)', 'There is no function “alert”; there are min, max, sqrt, ln, exp, abs.'],
  ['sqrt(1, 2)', 'sqrt takes one value.'],
  ['max(1)', 'max takes at least two values.'],
])('“%s” is refused: %s', (text, refused) => {
  expect(parseFormula(text)).toEqual({ refused })
})

test('nothing deep or long gets through', () => {
  for (const text of ['('.repeat(400), '-'.repeat(400), '2^'.repeat(200), `1${'+1'.repeat(300)}`])
    expect(parseFormula(text)).toHaveProperty('refused')
})

test('any text is read or refused, never thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'reach+-*/^(),.1e 2;min'.split('')), maxLength: 40 }), (text) => {
      expect(typeof parseFormula(text)).toBe('object')
    }),
  )
})

test('unknown names are told with the known ones, and a formula must read something', () => {
  expect(readFormula('reach * luck', ['reach'])).toEqual({ refused: '“luck” is not known here; there are reach.' })
  expect(readFormula('constructor', ['reach'])).toHaveProperty('refused')
  expect(readFormula('1 + 1', ['reach'])).toHaveProperty('refused')
  expect(namesIn(must(parseFormula('a * b / a')))).toEqual(['a', 'b'])
  expect(evaluateFormula(must(parseFormula('toString')), {})).toHaveProperty('refused')
  expect(evaluateFormula(must(parseFormula('1 / a')), { a: 0 })).toHaveProperty('refused')
})

test('a product is known as one', () => {
  expect(asProduct(must(parseFormula('2 * a * b / (c ^ 2)')))).toEqual({
    factor: 2,
    powers: new Map([
      ['a', 1],
      ['b', 1],
      ['c', -2],
    ]),
  })
  expect(asProduct(must(parseFormula('a * (b + 1)')))).toBeUndefined()
  expect(asProduct(must(parseFormula('2 ^ a')))).toBeUndefined()
})
