import { countOf } from '../../ui/format.ts'
import { MarkedText } from '../../ui/quote.tsx'
import type { SuggestedProblem } from './queries.ts'
import { inboxText as text } from './text.ts'
import { likelihood, sharedPlaces } from './tie-choices.ts'

/** Why a problem is suggested: what somebody else said about it, with the words both share. */
export function Reason({ suggested }: { suggested: SuggestedProblem }) {
  const { closest, shared, sources } = suggested
  return (
    <>
      {closest && (
        <span className="suggestion-quote">
          “<MarkedText text={closest} marks={sharedPlaces(suggested)} />”
        </span>
      )}
      <span className="suggestion-why">
        {!closest && (
          <>
            shares <SharedWords words={shared} /> ·{' '}
          </>
        )}
        {sources > 0 ? countOf(sources, 'passage') : text.noPassage} · {likelihood(suggested)}
      </span>
    </>
  )
}

export function SharedWords({ words }: { words: string[] }) {
  return words.map((word, place) => (
    <span key={word}>
      {place > 0 && ', '}
      <mark>{word}</mark>
    </span>
  ))
}
