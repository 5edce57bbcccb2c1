import { expect, test } from 'vitest'
import { hasReachedEnd, readOn, type Sighting, startReading } from './reading-progress.ts'

const reads = (...sightings: (string | boolean)[]) =>
  hasReachedEnd(
    sightings
      .map((seen): Sighting => (typeof seen === 'string' ? { heading: seen } : { endInSight: seen }))
      .reduce(readOn, startReading(['why', 'how'])),
  )

test('reading down to the end reaches it', () => {
  expect(reads(false, 'why')).toBe(false)
  expect(reads(false, 'why', 'how', true)).toBe(true)
})

test('the last heading may settle when the end is in sight already', () => {
  expect(reads(false, 'why', true, 'how')).toBe(true)
})

test('a page that is seen whole when it opens was not read by opening it', () => {
  expect(reads(true, 'why', 'how')).toBe(false)
})

test('a jump to the end leaves out what lies between', () => {
  expect(reads(false, 'why', true)).toBe(false)
})

test('whoever jumped and then read what was left out has read it, once the end is in sight again', () => {
  expect(reads(false, 'why', true, false, 'how')).toBe(false)
  expect(reads(false, 'why', true, false, 'how', true)).toBe(true)
})
