import { expect, test } from 'vitest'
import { readDate, recogniseDateOrder } from './dates.ts'

test.each([
  ['2015-12-23', '2015-12-23T00:00:00.000Z'],
  ['2015-12-23 10:11:12', '2015-12-23T10:11:12.000Z'],
  ['2015-12-23T10:11:12.5Z', '2015-12-23T10:11:12.500Z'],
  ['2015-12-23T10:11:12+02:00', '2015-12-23T08:11:12.000Z'],
  ['2015-12-23T10:11-0530', '2015-12-23T15:41:00.000Z'],
  ['2015/12/3', '2015-12-03T00:00:00.000Z'],
  ['19970101', '1997-01-01T00:00:00.000Z'],
  ['1450865472', '2015-12-23T10:11:12.000Z'],
  ['1450865472000', '2015-12-23T10:11:12.000Z'],
  ['23/12/2015', '2015-12-23T00:00:00.000Z'],
  ['12/23/2015 4:05 PM', '2015-12-23T16:05:00.000Z'],
  ['12/23/15 12:05 am', '2015-12-23T00:05:00.000Z'],
  ['3.4.2015', '2015-04-03T00:00:00.000Z'],
  ['23-12-2015', '2015-12-23T00:00:00.000Z'],
  ['Dec 23, 2015', '2015-12-23T00:00:00.000Z'],
  ['December 23rd, 2015 10:11', '2015-12-23T10:11:00.000Z'],
  ['Wed, 23 Dec 2015 10:11:12 GMT', '2015-12-23T10:11:12.000Z'],
  ['23 juillet 2015', '2015-07-23T00:00:00.000Z'],
  ['1. März 2015', '2015-03-01T00:00:00.000Z'],
  ['7/7/2015', '2015-07-07T00:00:00.000Z'],
])('%s', (text, expected) => {
  expect((readDate(text, null) as Date).toISOString()).toBe(expected)
})

test('03/04/2015 is read as somebody said, and asked about when nobody did', () => {
  expect(readDate('03/04/2015', null)).toBe('ambiguous')
  expect((readDate('03/04/2015', 'day-first') as Date).toISOString()).toBe('2015-04-03T00:00:00.000Z')
  expect((readDate('03/04/2015', 'month-first') as Date).toISOString()).toBe('2015-03-04T00:00:00.000Z')
})

test.each(['', 'yesterday', '2015-02-30', '2015-13-01', '31/31/2015', '2015-12-23 25:00', '12.5', '5', 'Mai'])(
  '“%s” is no date',
  (text) => {
    expect(readDate(text, 'day-first')).toBeNull()
  },
)

test.each([
  [['03/04/2015', '23/04/2015'], 'day-first'],
  [['03/04/2015', '03/24/2015'], 'month-first'],
  [['03/04/2015', '05/06/2015'], 'ask'],
  [['01/01/2015'], 'ask'],
  [['2015-03-04'], null],
  [[], null],
])('the dates %j together say %s', (values, order) => {
  expect(recogniseDateOrder(values)).toBe(order)
})
