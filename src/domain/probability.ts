const words: [number, string][] = [
  [0.05, 'very unlikely'],
  [0.4, 'unlikely'],
  [0.6, 'even'],
  [0.85, 'likely'],
  [0.95, 'very likely'],
  [1.01, 'almost certain'],
]

/** The word that goes with a probability from 0 to 1, the same everywhere. */
export function probabilityWord(p: number) {
  return words.find(([below]) => p < below)?.[1] ?? 'almost certain'
}
