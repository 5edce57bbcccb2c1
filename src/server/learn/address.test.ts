import { expect, test } from 'vitest'
import { readAddress } from './address.ts'

test.each([
  [undefined, undefined],
  ['', undefined],
  ['https://tricorn.example.org/', 'https://tricorn.example.org'],
  ['http://10.0.0.7:4400/w/x', 'http://10.0.0.7:4400'],
])('TRICORN_URL %s is the address %s', (text, address) => {
  expect(readAddress(text)).toBe(address)
})

test.each(['tricorn.example.org', 'ftp://tricorn.example.org'])('TRICORN_URL %s is refused at the start', (text) => {
  expect(() => readAddress(text)).toThrow('TRICORN_URL')
})
