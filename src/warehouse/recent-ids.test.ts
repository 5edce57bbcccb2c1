import { expect, test } from 'vitest'
import { createRecentIds } from './recent-ids.ts'

test('the last ids are known, however many there are, and at least as many as promised', () => {
  const recent = createRecentIds(10_000)
  for (let id = 0n; id < 50_000n; id++) recent.add(1, id * 0x1_0000_0001n, Number(id))
  for (let id = 40_000n; id < 50_000n; id++) expect(recent.has(1, id * 0x1_0000_0001n)).toBe(true)
  expect(recent.has(1, 5n * 0x1_0000_0001n)).toBe(false)
})

test('it says since when it knows every id', () => {
  const recent = createRecentIds(2)
  recent.add(1, 1n, 10)
  recent.add(1, 2n, 20)
  expect(recent.since()).toBe(Number.NEGATIVE_INFINITY)
  for (const received of [30, 40, 50]) recent.add(1, BigInt(received), received)
  expect(recent.since()).toBe(30)
  expect(recent.has(1, 30n)).toBe(true)
  expect(recent.has(1, 1n)).toBe(false)
})

test('the same id in another workspace is another id, and zero is an id', () => {
  const recent = createRecentIds()
  recent.add(1, 0n, 1)
  expect(recent.has(1, 0n)).toBe(true)
  expect(recent.has(2, 0n)).toBe(false)
})
