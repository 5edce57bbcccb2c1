import { expect, test } from 'vitest'
import { broughtWords, newAhead, notImportedAhead, perRow, rejectedShown, whatStands } from './text.ts'

const undone = { removed: 200, archived: 0, kept: 0, putBack: 0 }

test.each([
  [{ state: 'undone', imported: 200, rejected: 3, silent: 3 } as const, 'undone, 200 records taken back'],
  [{ state: 'finished', imported: 1, rejected: 3, silent: 0 } as const, 'finished · 1 record · 3 rejected'],
  [{ state: 'finished', imported: 1, rejected: 3, silent: 2 } as const, 'finished · 1 record · 2 left out · 1 rejected'],
  [{ state: 'finished', imported: 1, rejected: 2, silent: 2 } as const, 'finished · 1 record · 2 left out'],
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

test.each([
  [{ records: 200, alreadyThere: 200 }, 'Nothing new would come: all 200 are there already.'],
  [{ records: 1, alreadyThere: 1 }, 'Nothing new would come: it is there already.'],
  [{ records: 200, alreadyThere: 150 }, '150 of them are there already: 50 are new.'],
  [{ records: 200, alreadyThere: 0 }, ''],
])('of %o the preview says “%s”', (counts, words) => {
  expect(newAhead(counts)).toBe(words)
})

test.each([
  [{ badRows: 750, silentRows: 750 }, 'In 750 rows nothing was said; they are left out.'],
  [{ badRows: 3, silentRows: 1 }, 'In 1 row nothing was said; it is left out. 2 rows would be rejected.'],
  [{ badRows: 1, silentRows: 0 }, '1 row would be rejected.'],
  [{ badRows: 0, silentRows: 0 }, ''],
])('of rows that bring nothing, %o, the preview says “%s”', (counts, words) => {
  expect(notImportedAhead(counts)).toBe(words)
})

test('the average is told where a row brings several pieces', () => {
  expect(perRow({ records: 12, goodRows: 8 })).toMatch(/^1.5 per row on average$/)
  expect(perRow({ records: 8, goodRows: 8 })).toBe('')
})
