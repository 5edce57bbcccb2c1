import type { ColumnProfile } from './column-profile.ts'
import { wordsOf } from './fields.ts'
import type { FieldGuess } from './guess-fields.ts'
import { columnsFor, type Mapping } from './mapping.ts'

const whoFields = ['contactName', 'contactEmail', 'accountName']

export const namesSomebody = (mapping: Mapping) => whoFields.some((field) => columnsFor(mapping, field).length > 0)

/** A column that could tell who said it, although nobody was found to be named, and why. */
export type MayTellWho = { column: string; reason: string }

export function mayTellWho(profiles: ColumnProfile[], guesses: FieldGuess[]): MayTellWho | null {
  if (guesses.some(({ field }) => whoFields.includes(field))) return null
  const free = new Set(guesses.filter(({ field }) => field === 'trait' || field === 'sourceId').map(({ column }) => column))
  const candidates = profiles.filter((profile) => free.has(profile.name) && looksLikeIds(profile))
  const named = candidates.find(({ name }) => headsPerson(name))
  if (named) return { column: named.name, reason: 'Its name speaks of a person or a company.' }
  const texts = guesses.filter(({ field }) => field === 'text').length
  // A number of its own in every row is that of the note, unless each row is one person's answers to several questions.
  const numbered = candidates.find(({ name, variety }) => headsId(name) && (variety < 0.99 || texts > 1))
  return numbered ? { column: numbered.name, reason: idReason(numbered) } : null
}

const looksLikeIds = ({ kind, filled, variety, meanWords }: ColumnProfile) =>
  filled > 0 && variety > 0.05 && meanWords <= 4 && (kind === 'number' || kind === 'words')

const idReason = ({ variety }: ColumnProfile) =>
  variety < 0.99 ? 'It looks like an id, and the same come again.' : 'Every row has its own, and is one person’s answers.'

const people =
  'user|customer|client|account|company|organi[sz]ation|respondent|participant|reviewer|author|member|contact|person|subscriber|visitor|nickname|handle|login'
const personHeading = new RegExp(`^(\\p{L}+ ){0,2}(${people})( (id|uuid|guid|number|no|nr|key|code|hash|ref|name|handle|login))?$`, 'u')

const headsPerson = (column: string) => personHeading.test(wordsOf(column))
const headsId = (column: string) => /(^| )(id|uuid|guid|number|no|nr|key|hash)$|^column \d+$/.test(wordsOf(column))

/** What the evidence will make of feedback whose row names nobody; null when all do. `unnamed` of `records` pieces, made of `goodRows`, have no name. */
export function unnamedSentence(
  mapping: Mapping,
  { unnamed, records, goodRows }: { unnamed: number; records: number; goodRows: number },
): string | null {
  if (unnamed === 0) return null
  const all = records === 1 ? 'the note will be' : `all ${records.toLocaleString('en')} notes will be`
  const some = unnamed === 1 ? '1 names nobody and will be' : `${unnamed.toLocaleString('en')} name nobody and will be`
  const why = namesSomebody(mapping) ? 'No row names anybody' : 'No column says who said it'
  const who = unnamed === records ? `${why}: ${all}` : `Of ${records.toLocaleString('en')} notes, ${some}`
  const voice = records > goodRows ? 'all that one row says' : 'each'
  return `${who} by “Somebody unknown”, and evidence counts ${voice} as an anonymous source, half as much as somebody known.`
}
