import { expect, test } from 'vitest'
import { excerptOf, faultOf, rejectionGroups } from './rejected-groups.ts'

test.each([
  ['“soon” in “date” is not a date.', 'A value in “date” is not a date.'],
  ['“he said “never” in May” in “date” is not a date.', 'A value in “date” is not a date.'],
  ['“one\ntwo” in “mail” is not an e-mail address.', 'A value in “mail” is not an e-mail address.'],
  ['The id “x1” stands in this file already, on line 2.', 'The id stands in this file already.'],
  ['“acme” stands in this file already, on line 2.', 'The name stands in this file already.'],
  ['“comment” is empty.', '“comment” is empty.'],
])('%s is told with all rows of the same fault: %s', (reason, fault) => {
  expect(faultOf(reason)).toBe(fault)
})

test('the commonest fault comes first; a rare one is shown beside twenty of another', () => {
  const groups = rejectionGroups()
  for (let line = 2; line < 102; line++) groups.note({ line, reason: '“comment” is empty.', cells: ['', 'x'] })
  groups.note({ line: 102, reason: '“soon” in “date” is not a date.', cells: ['Slow', 'soon'] })
  const [common, rare] = groups.shown()
  expect(common).toMatchObject({ reason: '“comment” is empty.', count: 100 })
  expect(common?.rows.map(({ line }) => line)).toEqual(Array.from({ length: 19 }, (_, i) => i + 2))
  expect(rare).toEqual({
    reason: 'A value in “date” is not a date.',
    count: 1,
    rows: [{ line: 102, reason: '“soon” in “date” is not a date.', cells: ['Slow', 'soon'] }],
  })
})

test('however many faults there are, no more than twenty rows are shown', () => {
  const groups = rejectionGroups()
  for (let line = 2; line < 90; line++)
    groups.note({ line, reason: `The row has ${line} cells, the header 1.`, cells: ['x'.repeat(9_000)] })
  const rows = groups.shown().flatMap((group) => group.rows)
  expect(rows).toHaveLength(20)
  expect(rows[0]?.cells[0]).toHaveLength(500)
})

test('an excerpt is the filled cells in one line', () => {
  expect(excerptOf({ line: 2, reason: '', cells: ['', ' Slow\n  today ', 'Acme'] })).toBe('Slow today · Acme')
  expect(excerptOf({ line: 2, reason: '', cells: ['abcdefghij'] }, 5)).toBe('abcd…')
})
