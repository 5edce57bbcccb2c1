import { expect, test } from 'vitest'
import { facetChoices } from './facet-choices.ts'

const naming = { any: 'All ratings', chosen: '', name: (value: string) => `rated ${value}` }
const ratings = [
  { value: '10', count: 3 },
  { value: '2', count: 1_200 },
]

test('ratings stand in their order, with how much has each', () => {
  expect(facetChoices(ratings, naming)).toEqual([
    { value: '', label: 'All ratings' },
    { value: '2', label: 'rated 2', detail: '1,200' },
    { value: '10', label: 'rated 10', detail: '3' },
  ])
})

test.each([[undefined], [[]], [ratings.slice(0, 1)]])('where there is nothing to choose among, nothing is offered (%#)', (facets) => {
  expect(facetChoices(facets, naming)).toBeNull()
})

test('what the address says is chosen stays in sight, whether anything has it or not', () => {
  expect(facetChoices(ratings.slice(0, 1), { ...naming, chosen: '7' })?.map(({ value }) => value)).toEqual(['', '7', '10'])
  expect(facetChoices(undefined, { ...naming, chosen: '7' })).toEqual([
    { value: '', label: 'All ratings' },
    { value: '7', label: 'rated 7' },
  ])
})
