/** A passage of a text, in UTF-16 units, as browsers and the server count. */
export type Passage = { from: number; to: number }
export type Span<T> = Passage & { of: T }
export type Piece<T> = { from: number; text: string; of: T[] }

/** The text cut wherever a span begins or ends, so that spans may overlap and every piece knows those that cover it. */
export function piecesOf<T>(text: string, spans: Span<T>[]): Piece<T>[] {
  const inside = (offset: number) => Math.min(text.length, Math.max(0, offset))
  const cuts = [0, text.length, ...spans.flatMap(({ from, to }) => [inside(from), inside(to)])]
  const ordered = [...new Set(cuts)].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((from, place) => {
    const to = ordered[place + 1]!
    return { from, text: text.slice(from, to), of: spans.filter((span) => span.from <= from && span.to >= to).map((span) => span.of) }
  })
}

/** The passage without the white space at its ends; null when there is nothing else. */
export function trimmed(text: string, { from, to }: Passage): Passage | null {
  const passage = text.slice(from, to)
  const begin = from + (passage.length - passage.trimStart().length)
  const end = begin + passage.trim().length
  return begin < end ? { from: begin, to: end } : null
}

export function sentencesOf(text: string): Passage[] {
  const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)
  return [...sentences].flatMap(({ index, segment }) => trimmed(text, { from: index, to: index + segment.length }) ?? [])
}

/** The sentence after a passage, the first again after the last: how passages are chosen without a pointer. */
export function sentenceAfter(text: string, passage: Passage | null): Passage | null {
  const sentences = sentencesOf(text)
  return sentences.find(({ from }) => passage && from >= passage.to) ?? sentences[0] ?? null
}

/** The passage and the sentence after it. */
export function withNextSentence(text: string, passage: Passage | null): Passage | null {
  if (!passage) return sentenceAfter(text, null)
  const next = sentencesOf(text).find(({ from }) => from >= passage.to)
  return next ? { from: passage.from, to: next.to } : passage
}

const plain = (word: string) => word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
const ENDING = 2
const SHORTEST_STEM = 4

/** Where the words stand, in whatever form: “cancel” is found in “cancelled”. */
export function placesOfWords(text: string, words: string[]): Passage[] {
  const stems = words.map((word) => plain(word).slice(0, Math.max(SHORTEST_STEM, word.length - ENDING)))
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter(([word]) => stems.some((stem) => plain(word).startsWith(stem)))
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
}

/** The sentence that holds most of the words; what is tied when similar feedback is taken together. */
export function closestSentence(text: string, words: string[]): Passage | null {
  const counted = sentencesOf(text).map((passage) => ({
    passage,
    count: placesOfWords(text.slice(passage.from, passage.to), words).length,
  }))
  return counted.sort((a, b) => b.count - a.count)[0]?.passage ?? null
}
