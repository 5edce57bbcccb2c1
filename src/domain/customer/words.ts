/** Letters of a text that are compared: long tickets say what matters first. */
export const COMPARED_LETTERS = 700

/** Lower-case words without accents; what is compared, searched and highlighted. */
export function wordsOf(text: string) {
  return plain(text).match(/[\p{L}\p{N}]{2,}/gu) ?? []
}

function plain(text: string) {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Three letters at a time inside one word, its ends marked. */
export function trigramsOf(word: string) {
  const padded = `_${word}_`
  return Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3))
}
