import { whoSaid } from '../customer/inbox/inbox-list.tsx'
import { languageName } from '../customer/traits.ts'
import { channelWords } from '../ui/channels.ts'
import { formatDay } from '../ui/format.ts'
import type { ImportPreview } from './queries.ts'
import { importText } from './text.ts'

export type Draft = ImportPreview['good'][number]['drafts'][number]
type Said = Extract<Draft, { text: string }>

/** What the record is called, or what was said. */
export function nameOf(draft: Draft) {
  if ('text' in draft) return draft.text
  return 'event' in draft ? draft.event : draft.name
}

/** As the inbox will call them. */
export const whoOf = ({ contactName, contactEmail, accountName }: Said) =>
  whoSaid({ contactName: contactName ?? contactEmail, accountName })

/** `undatedDay` is when what has no date was said. */
export function saidWhenOf({ saidAt }: Said, undatedDay: string | null) {
  const day = saidAt ?? undatedDay
  return day ? formatDay(day) : importText.noDate
}

/** What else would be stored of a row, but for its traits. */
export const factsOf = (draft: Draft) => ownFacts(draft).filter((fact): fact is string => Boolean(fact))

function ownFacts(draft: Draft) {
  if ('text' in draft) return factsOfSaid(draft)
  if ('event' in draft) return [draft.distinctId, formatDay(draft.at)]
  if ('email' in draft) return [draft.email, draft.title, draft.accountName]
  return [draft.domain, draft.plan, draft.segment]
}

function factsOfSaid({ contactName, contactEmail, accountName, channel, language, traits }: Said) {
  const person = accountName ? (contactName ?? contactEmail) : null
  return [person, channelWords[channel], language && languageName(language), traits.rating ? `${importText.rated} ${traits.rating}` : null]
}
