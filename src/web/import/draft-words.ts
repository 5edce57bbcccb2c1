import { languageName, traitsToRead } from '../customer/traits.ts'
import { channelWords } from '../ui/channels.ts'
import { formatDay } from '../ui/format.ts'
import type { ImportPreview } from './queries.ts'
import { importText } from './text.ts'

type Draft = ImportPreview['good'][number]['drafts'][number]

/** What the record is called, or what was said. */
export function nameOf(draft: Draft) {
  if ('text' in draft) return draft.text
  return 'event' in draft ? draft.event : draft.name
}

/** All else that would be stored of a row: nothing of the file vanishes unseen. `undatedDay` is when what has no date was said. */
export function factsOf(draft: Draft, undatedDay: string | null): string[] {
  const traits = 'traits' in draft ? traitsToRead(draft.traits).map(({ label, value }) => `${label}: ${value}`) : []
  return [...ownFacts(draft, undatedDay), ...traits].filter((fact) => fact !== null && fact !== undefined && fact !== '')
}

function ownFacts(draft: Draft, undatedDay: string | null) {
  if ('text' in draft)
    return [
      draft.contactName ?? draft.contactEmail,
      draft.accountName,
      dayWords(draft.saidAt ?? undatedDay),
      channelWords[draft.channel],
      draft.language && languageName(draft.language),
    ] as string[]
  if ('event' in draft) return [draft.distinctId, formatDay(draft.at)]
  if ('email' in draft) return [draft.email, draft.title, draft.accountName] as string[]
  return [draft.domain, draft.plan, draft.segment] as string[]
}

const dayWords = (day: string | null) => (day ? formatDay(day) : importText.noDate)
