/** A range while it is typed. */
export type DraftRange = { low: number | null; likely: number | null; high: number | null }

const LARGEST = 1e12

/** Why what is typed is no range yet, in a sentence, or nothing; all three left empty is no fault. */
export function rangeFault({ low, likely, high }: DraftRange, { max = LARGEST, unit = '' }: { max?: number; unit?: string } = {}) {
  const typed = [low, likely, high].filter((value) => value !== null)
  if (typed.length === 0) return undefined
  if (typed.some((value) => !(value >= 0))) return 'An estimate is a number from 0 on.'
  if (typed.some((value) => value > max)) return `It is at most ${max.toLocaleString('en')}${unit && ` ${unit}`}.`
  if (low === null || high === null) return 'Say both low and high; only likely may stay empty.'
  if (low > high) return 'Low must not be above high.'
  if (likely !== null && (likely < low || likely > high)) return 'Likely must lie between low and high.'
  return undefined
}
