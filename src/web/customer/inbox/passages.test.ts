import { expect, test } from 'vitest'
import { closestSentence, piecesOf, placesOfWords, sentenceAfter, sentencesOf, trimmed, withNextSentence } from './passages.ts'

const text = 'Hello there. The crew still drives. Twice last week.'
const words = (passage: { from: number; to: number } | null) => passage && text.slice(passage.from, passage.to)

test('spans that overlap cut the text into pieces that know every span over them', () => {
  const pieces = piecesOf('abcdef', [
    { from: 1, to: 4, of: 'one' },
    { from: 3, to: 5, of: 'two' },
  ])
  expect(pieces.map((piece) => [piece.text, piece.of.join()])).toEqual([
    ['a', ''],
    ['bc', 'one'],
    ['d', 'one,two'],
    ['e', 'two'],
    ['f', ''],
  ])
})

test('spans outside the text do no harm', () => {
  expect(piecesOf('ab', [{ from: 1, to: 99, of: 1 }]).map((piece) => piece.text)).toEqual(['a', 'b'])
  expect(piecesOf('', [])).toEqual([])
})

test('a passage loses the white space at its ends, and one of nothing else is none', () => {
  expect(words(trimmed(text, { from: 12, to: 36 }))).toBe('The crew still drives.')
  expect(trimmed('a   b', { from: 1, to: 4 })).toBeNull()
})

test('sentences are walked one after the other, and the first follows the last', () => {
  expect(sentencesOf(text).map(words)).toEqual(['Hello there.', 'The crew still drives.', 'Twice last week.'])
  const second = sentenceAfter(text, sentenceAfter(text, null))
  expect(words(second)).toBe('The crew still drives.')
  expect(words(withNextSentence(text, second))).toBe('The crew still drives. Twice last week.')
  expect(words(sentenceAfter(text, { from: 36, to: text.length }))).toBe('Hello there.')
})

test('words are found in other forms and without their accents', () => {
  const found = (said: string, shared: string[]) => placesOfWords(said, shared).map(({ from, to }) => said.slice(from, to))
  expect(found('They cancelled, the café drives on', ['cancel', 'cafe', 'driver'])).toEqual(['cancelled', 'café', 'drives'])
})

test('the sentence with most of the shared words is the closest', () => {
  expect(words(closestSentence(text, ['crew', 'drive']))).toBe('The crew still drives.')
})
