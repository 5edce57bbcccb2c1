const words: [number, string][] = [
  [4, 'almost no chance'],
  [19, 'very unlikely'],
  [44, 'unlikely'],
  [55, 'about even'],
  [80, 'likely'],
  [95, 'very likely'],
]

/**
 * The word that goes with a probability from 0 to 1, the same everywhere: the terms of Intelligence Community Directive 203, so that a word
 * means as much above one half as below. The word belongs to the whole per cent that stands beside it.
 */
export function probabilityWord(p: number) {
  return words.find(([most]) => Math.round(p * 100) <= most)?.[1] ?? 'almost certain'
}
