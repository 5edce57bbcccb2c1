import { type ColumnProfile, isFreeText, isInOwnWords } from './column-profile.ts'
import { fieldByWords, type ImportKind } from './fields.ts'

/** What the rows of a file are, by the names of its columns first and by what stands in them second. */
export function guessKind(profiles: ColumnProfile[]): { kind: ImportKind; reason: string } {
  const named = (kind: ImportKind, field: string) => profiles.find((profile) => fieldByWords(kind, profile.name)?.name === field)
  const free = profiles.find(isInOwnWords) ?? profiles.find(isFreeText)
  const event = named('events', 'event')
  if (event && named('events', 'person') && named('events', 'at') && event.variety < 0.5)
    return { kind: 'events', reason: `“${event.name}” names events, beside who and when.` }
  const text = profiles.find((profile) => fieldByWords('feedback', profile.name)?.name === 'text' && profile.kind === 'words')
  if (text && (isFreeText(text) || !looksLikePeople(named))) return { kind: 'feedback', reason: `“${text.name}” holds what people said.` }
  if (!text && !free && isLog(profiles))
    return { kind: 'events', reason: 'Every row has somebody, a date and numbers, and the same people come again.' }
  return (
    guessRecords(profiles, named) ?? { kind: 'feedback', reason: free ? `“${free.name}” is written freely.` : 'Nothing says otherwise.' }
  )
}

type Named = (kind: ImportKind, field: string) => ColumnProfile | undefined

const looksLikePeople = (named: Named) =>
  Boolean(named('contacts', 'email') && (named('contacts', 'name') ?? named('contacts', 'lastName')))

function guessRecords(profiles: ColumnProfile[], named: Named): { kind: ImportKind; reason: string } | null {
  const email = named('contacts', 'email') ?? profiles.find((profile) => profile.kind === 'e-mail')
  if (email && email.variety > 0.8)
    return { kind: 'contacts', reason: `“${email.name}” holds a different e-mail address in nearly every row.` }
  const about =
    named('accounts', 'revenue') ??
    named('accounts', 'plan') ??
    named('accounts', 'segment') ??
    named('accounts', 'size') ??
    named('accounts', 'domain')
  const name = named('accounts', 'name')
  return name && about && name.variety > 0.8 ? { kind: 'accounts', reason: `“${name.name}” and “${about.name}” describe companies.` } : null
}

/** A date, no words, and a first column that repeats: somebody did something several times. */
function isLog(profiles: ColumnProfile[]) {
  const who = profiles.find((profile) => profile.kind !== 'date')
  const wordless = profiles.every((profile) => profile.kind !== 'words' || profile.meanWords < 2)
  return Boolean(who && profiles.some((profile) => profile.kind === 'date') && who.variety < 0.95 && who.variety > 0.02 && wordless)
}
