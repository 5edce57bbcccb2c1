import { expect, test } from 'vitest'
import { languageName, traitsToRead } from './traits.ts'

test('traits are read as people write', () => {
  expect(traitsToRead({ number_of_crews: 3, rating: '2', VIP: false })).toEqual([
    { label: 'Number of crews', value: '3' },
    { label: 'Rating', value: '2' },
    { label: 'VIP', value: 'false' },
  ])
  expect([traitsToRead({}), traitsToRead(null)]).toEqual([[], []])
})

test.each([
  ['fr', 'French'],
  ['de', 'German'],
  ['zz', 'zz'],
])('%s is %s', (language, name) => {
  expect(languageName(language)).toBe(name)
})
