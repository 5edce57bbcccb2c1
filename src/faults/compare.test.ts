import { expect, test } from 'vitest'
import { complain } from './compare.ts'

const sent = new Map([
  ['feedback 1', true],
  ['feedback 2', false],
  ['row 1.1', true],
])

test('what was acknowledged and is not there is lost; what was not acknowledged may be there or not', () => {
  expect(complain(sent, new Map([['feedback 2', 1]]), false)).toEqual(['1 lost: feedback 1'])
  expect(complain(sent, new Map([['feedback 1', 1]]), false)).toEqual([])
})

test('rows of an import are missed once it has finished', () => {
  expect(complain(sent, new Map([['feedback 1', 1]]), true)).toEqual(['1 lost: row 1.1'])
})

test('what is there twice is told', () => {
  expect(complain(sent, new Map([['feedback 1', 2]]), false)).toEqual(['1 there twice: feedback 1'])
})
