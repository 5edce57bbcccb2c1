import { expect, test } from 'vitest'
import { decodeText, refuseForeignFormat } from './encoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, big = false) => {
  const bytes = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !big)
  return bytes
}
const joined = (...parts: (Uint8Array | number[])[]) => new Uint8Array(parts.flatMap((part) => [...part]))
const words = 'text;rating\nDéçu, très pénible;1\n'

test.each([
  ['UTF-8', utf8(words), 'utf-8'],
  ['UTF-8 with its mark', joined([0xef, 0xbb, 0xbf], utf8(words)), 'utf-8'],
  ['UTF-16 little-endian with its mark', joined([0xff, 0xfe], utf16(words)), 'utf-16le'],
  ['UTF-16 big-endian with its mark', joined([0xfe, 0xff], utf16(words, true)), 'utf-16be'],
  ['UTF-16 little-endian without a mark', utf16(words), 'utf-16le'],
  ['UTF-16 big-endian without a mark', utf16(words, true), 'utf-16be'],
  [
    'Windows-1252',
    joined(utf8('text;rating\nD'), [0xe9, 0xe7], utf8('u, tr'), [0xe8], utf8('s p'), [0xe9], utf8('nible;1\n')),
    'windows-1252',
  ],
] as const)('%s is read whole', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text: words, encoding, notes: [] })
})

test('the curly quotes and euro sign of Windows-1252 are themselves', () => {
  expect(decodeText(joined([0x93], utf8('it'), [0x92], utf8('s '), [0x80], utf8('5'), [0x94])).text).toBe('“it’s €5”')
})

test('a single accent in Windows-1252 is enough to tell', () => {
  expect(decodeText(joined(utf8('caf'), [0xe9], utf8(' noir')))).toEqual({ text: 'café noir', encoding: 'windows-1252', notes: [] })
  expect(decodeText(joined(utf8('caf'), [0xe9])).text).toBe('café')
})

test.each([
  ['é', 1],
  ['€', 1],
  ['€', 2],
  ['😀', 2],
])('half of “%s” at the end is replaced and reported', (character, kept) => {
  const { text, notes } = decodeText(joined(utf8('déjà vu '), utf8(character).subarray(0, kept)))
  expect(text).toBe('déjà vu \uFFFD')
  expect(notes).toEqual(['The file ends in the middle of a character; “�” stands in its place.'])
})

test('a damaged character in the middle of UTF-8 is replaced and counted', () => {
  const { encoding, notes } = decodeText(joined(utf8('déçu très '), [0xff], utf8(' pénible')))
  expect(encoding).toBe('utf-8')
  expect(notes).toEqual(['One character could not be read; “�” stands in its place.'])
})

test('an odd byte at the end of UTF-16 is reported, not a crash', () => {
  expect(decodeText(joined([0xff, 0xfe], utf16('abc'), [0x41])).notes).toHaveLength(1)
})

test('a replacement character that was in the file is not our doing', () => {
  expect(decodeText(utf8('was \uFFFD before')).notes).toEqual([])
})

test.each([
  [[], 'The file is empty.'],
  [[0x50, 0x4b, 0x03, 0x04], 'Excel workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
])('%j is refused with a sentence', (bytes, sentence) => {
  expect(() => refuseForeignFormat(new Uint8Array(bytes))).toThrow(sentence)
})
