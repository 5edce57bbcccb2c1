import { traitsToRead } from '../customer/traits.ts'
import { countOf } from '../ui/format.ts'
import { Facts } from '../ui/page.tsx'
import { type Draft, factsOf, nameOf, saidWhenOf, whoOf } from './draft-words.ts'
import { importText as text } from './text.ts'

type DraftProps = { draft: Draft; line: number; undatedDay: string | null }

/** A record as it will be: feedback as it stands in the inbox, all else under its name. */
export function DraftCard({ draft, line, undatedDay }: DraftProps) {
  return (
    <article className="import-draft">
      <p className="import-who">
        <b className="clip">{'text' in draft ? whoOf(draft) : nameOf(draft)}</b>
        <span className="key">
          {'text' in draft && `${saidWhenOf(draft, undatedDay)} · `}
          {text.line.toLowerCase()} {line}
        </span>
      </p>
      {'text' in draft && draft.question && <p className="faint small import-asked">{draft.question}</p>}
      {'text' in draft && <p className="import-words">{draft.text}</p>}
      <Rest draft={draft} />
    </article>
  )
}

/** What else is known, in one line that opens to the traits. */
function Rest({ draft }: { draft: Draft }) {
  const traits = traitsToRead('event' in draft ? draft.properties : draft.traits)
  if (traits.length === 0) return <p className="faint small">{factsOf(draft).join(' · ')}</p>
  const count = 'event' in draft ? countOf(traits.length, 'property', 'properties') : countOf(traits.length, 'trait')
  return (
    <details className="import-traits">
      <summary className="faint small">{[...factsOf(draft), count].join(' · ')}</summary>
      <Facts facts={traits} />
    </details>
  )
}
