import { expect, test } from 'vitest'
import { choicesFor } from './tie-choices.ts'

const problems = [
  { id: 'a', key: 'PROB-1', title: 'Crews learn of changes too late' },
  { id: 'b', key: 'PROB-2', title: 'Invoices miss photos' },
]
const suggested = [{ id: 'b', key: 'PROB-2', title: 'Invoices miss photos', shared: ['photo'], certain: true, sources: 3, closest: null }]
const ids = (sought: string) => choicesFor({ sought, passage: ' the crew\n drives ', suggested, problems })?.map(({ id }) => id)

test('the suggestions stand first and a new problem last', () => {
  expect(ids('')).toEqual(['b', 'a', 'new'])
})

test('typing finds problems by words of the title in any order, or by key', () => {
  expect(ids('late crews')).toEqual(['a', 'new'])
  expect(ids('prob-2')).toEqual(['b', 'new'])
})

test('a title that exists is not offered as new', () => {
  expect(ids('invoices miss photos')).toEqual(['b'])
})

test('the new problem is named after the passage, in one line', () => {
  expect(choicesFor({ sought: '', passage: ' the crew\n drives ', suggested: [], problems: [] })).toEqual([
    { id: 'new', target: { newTitle: 'the crew drives' } },
  ])
})

test.each([
  ['', { suggested }],
  ['', { problems }],
  ['late', { suggested }],
])('nothing can be chosen for “%s” before what stands first is known (%#)', (sought, known) => {
  expect(choicesFor({ sought, passage: 'the crew drives', ...known })).toBeNull()
})

test('who types need not wait for suggestions', () => {
  expect(choicesFor({ sought: 'late', passage: 'the crew drives', problems })?.map(({ id }) => id)).toEqual(['a', 'new'])
})
