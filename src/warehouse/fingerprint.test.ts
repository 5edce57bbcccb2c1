import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { familiarFingerprint, fingerprint, fromHex, idFingerprint, toHex } from './fingerprint.ts'

test('a fingerprint is the same for ever: SHA-1, first eight bytes, little endian', () => {
  // sha1('abc') = a9993e36 4706816a …, FIPS 180-4
  expect(toHex(fingerprint('abc'))).toBe('6a810647363e99a9')
  expect(familiarFingerprint('abc')).toBe(fingerprint('abc'))
})

test('it survives being written as digits', () => {
  for (const print of [0n, 1n, -1n, fingerprint('x'), 2n ** 63n - 1n, -(2n ** 63n)]) expect(fromHex(toHex(print))).toBe(print)
})

test('ids that differ in either half differ', () => {
  const ids = Array.from({ length: 20_000 }, () => randomUUID() as string)
  // The second half of a version 1 UUID names the machine: always the same.
  for (let serial = 0; serial < 20_000; serial++) ids.push(`${serial.toString(16).padStart(8, '0')}-11f0-11ef-8c5a-0242ac120002`)
  for (let serial = 0; serial < 20_000; serial++) ids.push(`01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`)
  expect(new Set(ids.map(idFingerprint)).size).toBe(ids.length)
})
