import { probabilityWord } from '#domain/probability.ts'
import type { BetScore } from './queries.ts'

const rough = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 2 })

/** Scores have no unit and range over orders of magnitude: two digits say enough. */
export const formatScore = (score: number) => rough.format(score)

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ordinal = (place: number) => `${place}${endings[ordinals.select(place)] ?? 'th'}`

const COVERAGE = 0.9

/** `very likely between 2nd and 7th of 12`. */
export function placeInWords({ low, high }: BetScore['place'], of: number) {
  const where = low === high ? ordinal(low) : `between ${ordinal(low)} and ${ordinal(high)}`
  return `${probabilityWord(COVERAGE)} ${where} of ${of}`
}

/** `2–7`, for a column. */
export const placeInShort = ({ low, high }: BetScore['place']) => (low === high ? String(low) : `${low}–${high}`)
