import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { channelWords } from '../../ui/channels.ts'
import { formatDay, formatMoney } from '../../ui/format.ts'
import { HowDoWeKnow, NoEvidence } from '../../ui/how-do-we-know.tsx'
import type { Hurt } from '../../ui/hurt-marks.tsx'
import { Quote } from '../../ui/quote.tsx'
import { recordPath } from '../../ui/records.ts'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import { useApi, useMe } from '../session.tsx'
import { recordQueries } from './queries.ts'

type Said = {
  accountName: string | null
  contactName: string | null
  revenue: number | null
  channel: keyof typeof channelWords
  saidAt: string
  undated: boolean
}

function sourceOf({ accountName, contactName, revenue, channel, saidAt, undated }: Said, currency: string) {
  const who = accountName ?? contactName ?? 'somebody unknown'
  return [who, revenue && formatMoney(revenue, currency), `${channelWords[channel] ?? channel}, ${undated ? 'no date' : formatDay(saidAt)}`]
    .filter(Boolean)
    .join(' · ')
}

const wordOf = (level: string) => (level === 'none' ? 'no evidence' : `${level} evidence`)

/** `brief` where the page itself explains the strength. */
type RecordEvidenceProps = { recordKey: string; all?: ReactNode; empty?: ReactNode; brief?: boolean }

/** How do we know? of any record of the chain: strength, why it is as strong, and the customers' words. For the rail. */
export function RecordEvidence({ recordKey, all, empty = 'No customer has said this yet.', brief }: RecordEvidenceProps) {
  const { currency } = useMe().workspace
  const { data } = useQuery(recordQueries.evidence(useApi(), recordKey))
  if (!data) return null
  const { strength, quotes } = data
  const sentence = inReadersNumbers(strength.lines.map((line) => line.sentence).join(' '))
  return (
    <HowDoWeKnow
      sources={strength.supporting}
      anonymous={strength.anonymous}
      strength={{ level: strength.bars, word: wordOf(strength.level) }}
      sentence={!brief && quotes.length > 0 && sentence}
      all={all}
    >
      {quotes.length === 0 && <NoEvidence>{empty}</NoEvidence>}
      {quotes.map((quote) => (
        <Quote
          key={quote.insightId}
          text={quote.passage}
          asked={quote.context}
          hurt={(quote.hurt as Hurt | null) ?? undefined}
          contradicts={quote.stance === 'contradicts'}
          by={sourceOf(quote as Said, currency)}
          href={recordPath('feedback', quote.feedbackKey)}
        />
      ))}
    </HowDoWeKnow>
  )
}
