import { type ColumnProfile, isFreeText, isInOwnWords } from './column-profile.ts'
import { type Field, fieldByWords, fieldsOf, type ImportKind, wordsOf } from './fields.ts'
import { isAboutPerson, repeatsAnswers, whyNotSaid } from './own-words.ts'

/** What a column is taken for, how sure (0 to 1), and why. */
export type FieldGuess = { column: string; field: string; confidence: number; reason: string }

/** Every column gets a field; a field that only one column may fill goes to the surest. */
export function guessFields(profiles: ColumnProfile[], kind: ImportKind): FieldGuess[] {
  const taken = new Map<string, FieldGuess>()
  for (const guess of profiles.flatMap((profile) => guessesFor(profile, profiles, kind)).sort((a, b) => b.confidence - a.confidence)) {
    if (!taken.has(guess.column) && mayTake(taken, guess, kind)) taken.set(guess.column, guess)
  }
  return profiles.map((profile) => taken.get(profile.name) ?? asTrait(profile, kind))
}

function mayTake(taken: Map<string, FieldGuess>, guess: FieldGuess, kind: ImportKind) {
  const field = fieldsOf[kind].find((known) => known.name === guess.field)
  return field?.many || ![...taken.values()].some((other) => other.field === guess.field)
}

function asTrait({ name, kind, answers }: ColumnProfile, rows: ImportKind): FieldGuess {
  if (kind === 'empty') return { column: name, field: 'left-out', confidence: 1, reason: 'The column is empty.' }
  const why = rows === 'feedback' && kind === 'words' ? whyNotSaid(name, answers) : null
  return { column: name, field: 'trait', confidence: 0.5, reason: why ?? 'No field fits better, so it is kept as it is.' }
}

function guessesFor(profile: ColumnProfile, all: ColumnProfile[], kind: ImportKind): FieldGuess[] {
  if (profile.kind === 'empty') return []
  const named = fieldByWords(kind, profile.name)
  const outspoken = named?.name === 'text' && repeatsAnswers(profile.answers) && all.some(isInOwnWords)
  return [named && !outspoken && byName(profile, named), byContent(profile, all, kind)].filter(
    (guess) => guess !== undefined && guess !== false,
  )
}

function byName(profile: ColumnProfile, field: Field): FieldGuess | undefined {
  if (!fits(profile, field.name)) return undefined
  // Of several columns for one field the plainer word wins: “date submitted” before “time started”.
  const plainness = field.words.indexOf(wordsOf(profile.name)) / 1000
  return { column: profile.name, field: field.name, confidence: 0.95 - plainness, reason: `The column is called “${profile.name}”.` }
}

/** A name is not believed when what stands below it is of another kind. */
function fits({ kind, leaning, meanWords, variety, filled }: ColumnProfile, field: string) {
  if (['saidAt', 'at', 'customerSince', 'churnedAt'].includes(field)) return leaning === 'date'
  if (field === 'text') return kind === 'words'
  if (['revenue', 'value', 'rating', 'size'].includes(field)) return leaning === 'number'
  if (['sourceId', 'insertId'].includes(field)) return variety > 0.99 && meanWords < 1.5
  if (field === 'contactEmail' || field === 'email') return leaning === 'e-mail'
  return filled > 0
}

function byContent(profile: ColumnProfile, all: ColumnProfile[], kind: ImportKind): FieldGuess | undefined {
  const guess = (field: string, confidence: number, reason: string) => ({ column: profile.name, field, confidence, reason })
  if (kind === 'feedback') return feedbackByContent(profile, all, guess)
  if (profile.kind === 'date') return kind === 'events' ? guess('at', 0.7, 'It holds dates.') : undefined
  if (profile.kind === 'e-mail' && kind !== 'accounts')
    return guess(kind === 'contacts' ? 'email' : 'person', 0.8, 'It holds e-mail addresses.')
  if (kind === 'events' && profile.position === 0) return guess('person', 0.5, 'The first column repeats, as people do.')
  const decimals = profile.samples.filter((value) => /[.,]\d{2}\D*$/.test(value)).length > profile.filled / 2
  if (kind === 'events' && profile.kind === 'number' && decimals) return guess('value', 0.6, 'It holds amounts with two decimals.')
  if ((kind === 'accounts' || kind === 'contacts') && profile.kind === 'words' && profile.variety > 0.9)
    return guess('name', 0.4, 'It is different in every row.')
  return undefined
}

function feedbackByContent(
  profile: ColumnProfile,
  all: ColumnProfile[],
  guess: (field: string, confidence: number, reason: string) => FieldGuess,
) {
  if (isInOwnWords(profile) && (profile.meanWords >= 6 || !hasNamedText(all)))
    return guess('text', 0.8, 'People wrote here in their own words.')
  if (profile === nearestToWords(all)) return guess('text', 0.5, 'It reads most like the words of people.')
  if (profile.kind === 'e-mail') return guess('contactEmail', 0.8, 'It holds e-mail addresses.')
  if (profile.kind === 'date') return guess('saidAt', 0.6 - profile.position / 10_000, 'It holds dates.')
  if (profile.kind === 'web-address') return guess('sourceUrl', 0.6, 'It holds web addresses.')
  const onlyWords = all.filter((other) => other.kind === 'words').length === 1
  return profile.kind === 'words' && onlyWords ? guess('text', 0.5, 'It is the only column with words.') : undefined
}

const hasNamedText = (all: ColumnProfile[]) =>
  all.some((profile) => profile.kind === 'words' && fieldByWords('feedback', profile.name)?.name === 'text')

/** Of a file whose words are all short, the column with the longest, if one was written freely at all. */
function nearestToWords(all: ColumnProfile[]) {
  if (hasNamedText(all) || all.some(isInOwnWords)) return undefined
  const free = all.filter((profile) => isFreeText(profile) && !repeatsAnswers(profile.answers) && !isAboutPerson(profile.name))
  return free.sort((a, b) => b.meanWords - a.meanWords)[0]
}
