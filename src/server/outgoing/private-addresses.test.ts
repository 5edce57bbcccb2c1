import { expect, test } from 'vitest'
import { isPrivate } from './private-addresses.ts'

test.each([
  ['127.0.0.1', true],
  ['10.3.4.5', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.0.7', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['2606:4700:4700::1111', false],
  ['9.9.9.9', false],
  ['255.255.255.255', true],
  ['not an address', true],
])('%s is private: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected)
})
