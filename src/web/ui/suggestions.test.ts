import { expect, test } from 'vitest'
import { suggestionsFor } from './suggestions.ts'

const all = [{ name: 'was invited' }, { name: 'invited' }, { name: 'invited again' }, { name: 'signed up' }]
const names = (sought: string) => suggestionsFor(sought, all, 'not yet').map(({ name }) => name)

test('before anything is typed all are offered, as they were given', () => {
  expect(names('')).toEqual(['was invited', 'invited', 'invited again', 'signed up'])
})

test('the very name comes first, then its beginning, then where it is within', () => {
  expect(names('invited')).toEqual(['invited', 'invited again', 'was invited'])
})

test('a name that is not there is offered last, and said to be new', () => {
  expect(suggestionsFor('sign', all, 'not yet')).toEqual([{ name: 'signed up' }, { name: 'sign', detail: 'not yet', isNew: true }])
  expect(suggestionsFor('Signed up', all, 'not yet').at(-1)).toMatchObject({ name: 'Signed up', isNew: true })
  expect(suggestionsFor('mystery', [])).toEqual([{ name: 'mystery', detail: undefined, isNew: true }])
})
