import { expect, test } from 'vitest'
import { type Boundary, groupSequentialBounds } from './group-sequential.ts'
import { must } from './must.ts'

const fiveLooks = [0.2, 0.4, 0.6, 0.8, 1]

test.each<[Boundary, number[]]>([
  ['obrien-fleming', [4.56174, 3.22564, 2.63372, 2.28087, 2.04007]],
  ['pocock', [2.41318, 2.41318, 2.41318, 2.41318, 2.41318]],
  ['lan-demets-obrien-fleming', [4.87688, 3.35701, 2.68028, 2.28982, 2.03103]],
  ['lan-demets-pocock', [2.43798, 2.42681, 2.41019, 2.39665, 2.386]],
])('%s at five looks agrees with rpact', (boundary, bounds) => {
  const found = must(groupSequentialBounds({ information: fiveLooks, boundary, alpha: 0.025 }))
  for (const [look, bound] of bounds.entries()) expect(found[look]).toBeCloseTo(bound, 4)
})

test('one look is the ordinary test', () => {
  expect(must(groupSequentialBounds({ information: [1], boundary: 'pocock', alpha: 0.025 }))[0]).toBeCloseTo(1.959964, 6)
})

test.each([
  [[0.5, 0.4, 1], 0.025],
  [[0.5], 0.025],
  [[], 0.025],
  [[0, 1], 0.025],
  [[1], 0.6],
  [[1], Number.NaN],
])('looks %j at alpha %f are refused', (information, alpha) => {
  expect(groupSequentialBounds({ information, boundary: 'pocock', alpha })).toHaveProperty('refused')
})
