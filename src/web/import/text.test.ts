import { expect, test } from 'vitest'
import { broughtWords, rejectedShown, whatStands } from './text.ts'

const undone = { removed: 200, archived: 0, kept: 0, putBack: 0 }

test.each([
  [{ state: 'undone', imported: 200, rejected: 3 } as const, 'undone, 200 records taken back'],
  [{ state: 'finished', imported: 1, rejected: 3 } as const, 'finished · 1 record · 3 rejected'],
])('%o is listed as “%s”', (row, words) => {
  expect(broughtWords(row)).toBe(words)
})

test('nothing stands of an undone import, but for what others have built on', () => {
  expect(whatStands(undone)).toBe('Nothing of it stands; the file can be imported again.')
  expect(whatStands({ ...undone, archived: 2, kept: 1 })).toBe(
    '2 records that somebody had worked on went to the archive and can be restored. 1 customer stayed, because other feedback speaks of them.',
  )
})

test('what is not shown of the rejected rows is said to be elsewhere', () => {
  const groups = [{ reason: 'The row is empty.', count: 3, rows: [{ line: 2, reason: 'The row is empty.', cells: [] }] }]
  expect(rejectedShown(groups, 3, 'The download has the rest.')).toBe('1 of 3 rows are shown. The download has the rest.')
  expect(rejectedShown(groups, 1, 'The download has the rest.')).toContain('These are all of them.')
})
