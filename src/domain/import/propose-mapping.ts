import { type ColumnProfile, profileColumns } from './column-profile.ts'
import { recogniseDateOrder } from './dates.ts'
import type { ImportKind } from './fields.ts'
import { type FieldGuess, guessFields } from './guess-fields.ts'
import { guessKind } from './guess-kind.ts'
import type { Mapping } from './mapping.ts'
import { recogniseDecimalMark } from './numbers.ts'
import { type MayTellWho, mayTellWho } from './who-said-it.ts'

/** A mapping to look at and correct: what was guessed, how sure, why, and what only a person can say. */
export type Proposal = {
  mapping: Mapping
  kindReason: string
  guesses: FieldGuess[]
  questions: MappingQuestion[]
  /** Of a file of feedback that seems to name nobody. */
  mayTellWho: MayTellWho | null
}

export type MappingQuestion = { about: 'dateOrder' | 'decimalMark'; column: string; sentence: string; example: string }

/** A few hundred rows of a file, enough to guess from. */
export type TableSample = { columns: string[]; rows: string[][]; sourceSystem: string }

export function proposeMapping(sample: TableSample, kind?: ImportKind): Proposal {
  const profiles = profileColumns(sample.columns, sample.rows)
  const guessed = kind ? { kind, reason: 'You said so.' } : guessKind(profiles)
  const guesses = guessFields(profiles, guessed.kind)
  const [dates, numbers] = [recogniseDates(profiles, guesses), recogniseNumbers(profiles, guesses)]
  return {
    mapping: {
      kind: guessed.kind,
      columns: guesses.map(({ column, field }) => ({ column, field })),
      dateOrder: dates.order,
      decimalMark: numbers.mark,
      channel: guessChannel(profiles, guesses),
      undatedDay: null,
      eventName: guessEventName(guessed.kind, guesses),
      sourceSystem: sample.sourceSystem,
    },
    kindReason: guessed.reason,
    guesses,
    questions: [...dates.questions, ...numbers.questions],
    mayTellWho: guessed.kind === 'feedback' ? mayTellWho(profiles, guesses) : null,
  }
}

const dateFields = new Set(['saidAt', 'at', 'customerSince', 'churnedAt'])
const moneyFields = new Set(['revenue', 'value'])

function guessedAs(profiles: ColumnProfile[], guesses: FieldGuess[], fields: Set<string>) {
  const columns = new Set(guesses.filter((guess) => fields.has(guess.field)).map((guess) => guess.column))
  return profiles.filter((profile) => columns.has(profile.name))
}

function recogniseDates(profiles: ColumnProfile[], guesses: FieldGuess[]): { order: Mapping['dateOrder']; questions: MappingQuestion[] } {
  const found = guessedAs(profiles, guesses, dateFields).map((profile) => ({ profile, order: recogniseDateOrder(profile.samples) }))
  const known = found.find(({ order }) => order && order !== 'ask')?.order
  if (known && known !== 'ask') return { order: known, questions: [] }
  const unsure = found.find(({ order }) => order === 'ask')?.profile
  if (!unsure) return { order: null, questions: [] }
  const example = unsure.samples[0]!
  return {
    order: null,
    questions: [
      { about: 'dateOrder', column: unsure.name, sentence: `In “${unsure.name}”, does the day or the month come first?`, example },
    ],
  }
}

function recogniseNumbers(
  profiles: ColumnProfile[],
  guesses: FieldGuess[],
): { mark: Mapping['decimalMark']; questions: MappingQuestion[] } {
  const [profile] = guessedAs(profiles, guesses, moneyFields)
  const mark = profile ? recogniseDecimalMark(profile.samples) : 'point'
  if (mark !== 'ask') return { mark, questions: [] }
  const example = profile!.samples.find((value) => /\d\.\d{3}\b/.test(value))!
  const sentence = `In “${profile!.name}”, is “${example}” in the thousands, or a number with three decimals?`
  return { mark: 'comma', questions: [{ about: 'decimalMark', column: profile!.name, sentence, example }] }
}

function guessChannel(profiles: ColumnProfile[], guesses: FieldGuess[]): Mapping['channel'] {
  const texts = guesses.filter((guess) => guess.field === 'text')
  if (texts.length > 1 || texts.some((guess) => guess.column.includes('?'))) return 'survey'
  if (guesses.some((guess) => guess.field === 'rating')) return 'review'
  return profiles.some((profile) => /ticket|zendesk|intercom|requester|subject/i.test(profile.name)) ? 'support' : 'internal'
}

function guessEventName(kind: ImportKind, guesses: FieldGuess[]) {
  if (kind !== 'events' || guesses.some((guess) => guess.field === 'event')) return ''
  return guesses.some((guess) => guess.field === 'value') ? 'purchase' : ''
}
