import { expect, test } from 'vitest'
import { hiddenColumns, parseSort, writeColumns, writeSort } from './table-state.ts'

const columns = [{ id: 'key' }, { id: 'title', main: true }, { id: 'state' }, { id: 'gaps', hidden: true }]

test('as usual, the columns leave nothing in the address', () => {
  expect(hiddenColumns(columns)).toEqual(['gaps'])
  expect(writeColumns(columns, ['gaps'])).toBe('')
})

test.each([[[]], [['key']], [['key', 'state', 'gaps']], [['state']]])(
  'what is hidden (%j) is hidden again when the address is opened',
  (hidden) => {
    const written = writeColumns(columns, hidden)
    expect(written).not.toBe('')
    expect(hiddenColumns(columns, written)).toEqual(hidden)
  },
)

test('the column that names the row is always seen, and a column that is no more is passed over', () => {
  expect(hiddenColumns(columns, 'state,gone')).toEqual(['key', 'gaps'])
  expect(writeColumns(columns, ['title', 'gaps'])).toBe('')
})

test.each(['', 'title', '-title'])('a sort (%j) is read as it was written', (sort) => expect(writeSort(parseSort(sort))).toBe(sort))
