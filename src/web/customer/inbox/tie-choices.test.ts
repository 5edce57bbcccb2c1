import { expect, test } from 'vitest'
import { choicesFor, likelihood, preselected } from './tie-choices.ts'

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

test('a problem that this feedback is tied to is not suggested again, and found by who types', () => {
  const asked = { passage: 'the crew drives', suggested, problems, tied: new Set(['b']) }
  expect(choicesFor({ sought: '', ...asked })?.map(({ id }) => id)).toEqual(['a', 'new'])
  expect(choicesFor({ sought: 'photos', ...asked })?.map(({ id }) => id)).toEqual(['b', 'new'])
})

test('what is typed becomes the name whole; a long passage gives its beginning', () => {
  const long = 'crew '.repeat(60).trim()
  expect(choicesFor({ sought: long, passage: 'x', problems: [] })).toEqual([{ id: 'new', target: { newTitle: long } }])
  expect(choicesFor({ sought: '', passage: long, suggested: [], problems: [] })![0]!.target).toEqual({ newTitle: `${long.slice(0, 120)}…` })
})

test.each([
  ['two words in common', ['photo', 'invoice'], '', 0],
  ['one word in common', ['photo'], '', -1],
  ['one word in common, and typing', ['photo'], 'photos', 0],
])('with %s, Enter takes what is at %o', (_, shared, sought, place) => {
  const asked = { sought, passage: 'the crew drives', suggested: [{ ...suggested[0]!, certain: false, shared }], problems }
  expect(preselected(choicesFor(asked)!, sought)).toBe(place)
})

test('a problem is never chosen for somebody only because it is there; a new one is, where there is no other', () => {
  const asked = { sought: '', passage: 'the crew drives', suggested: [] }
  expect(preselected(choicesFor({ ...asked, problems })!, '')).toBe(-1)
  expect(preselected(choicesFor({ ...asked, problems: [] })!, '')).toBe(0)
})

test.each([
  [{ certain: true, shared: ['crew', 'late'] }, 'very likely'],
  [{ certain: false, shared: ['crew', 'late'] }, 'possible'],
  [{ certain: false, shared: ['crew'] }, 'one word in common'],
])('%o is %s', (suggestion, words) => {
  expect(likelihood(suggestion)).toBe(words)
})
