import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import type { Insight, SimilarFeedback, Suggestions } from './queries.ts'
import { Reason, SharedWords } from './suggestion.tsx'
import { inboxText as text } from './text.ts'
import { TiedHere } from './tied-here.tsx'
import type { Ties, TieTarget } from './use-ties.ts'

type SuggestedProps = { suggestions?: Suggestions; isTied: boolean; onChoose?: (target: TieTarget) => void }

/** The problems this may belong to, each with the reason. */
function SuggestedProblems({ suggestions, isTied, onChoose }: SuggestedProps) {
  if (!suggestions) return null
  return (
    <Section label={text.suggested}>
      {suggestions.problems.length === 0 && <p className="soft">{isTied ? text.noOther : text.noneSuggested}</p>}
      {suggestions.problems.map((suggested) => (
        <button
          key={suggested.id}
          type="button"
          className="suggestion"
          disabled={!onChoose}
          onClick={() => onChoose?.({ id: suggested.id, key: suggested.key, title: suggested.title })}
        >
          <span className="suggestion-title">
            <span className="key">{suggested.key}</span> <b>{suggested.title}</b>
          </span>
          <Reason suggested={suggested} />
        </button>
      ))}
      {onChoose && suggestions.problems.length > 0 && <p className="faint small">{text.howToTie}</p>}
    </Section>
  )
}

type SimilarProps = { similar: SimilarFeedback[]; href: (key: string) => string; onTogether?: () => void }

/** Unread feedback that says the same, which can be sorted in one go. */
function SimilarUnread({ similar, href, onTogether }: SimilarProps) {
  if (similar.length === 0) return null
  return (
    <Section label={text.similar} more={similar.length}>
      <ul className="similar">
        {similar.map(({ id, key, excerpt, shared, sameAuthor }) => (
          <li key={id}>
            <Link to={href(key)} className="similar-line">
              <span className="similar-words">{excerpt}</span>
              <span className="suggestion-why">
                {sameAuthor && `${text.sameAuthor} · `}
                <SharedWords words={shared} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {onTogether && (
        <Button size="small" shortcut="shift+enter" onClick={onTogether}>
          {text.together}
        </Button>
      )}
    </Section>
  )
}

type InboxRailProps = {
  insights: Insight[]
  suggestions?: Suggestions
  ties: Ties
  mayTie: boolean
  /** A problem is being chosen: the panel above shows the suggestions. */
  busy: boolean
  href: (key: string) => string
  onChoose: (target: TieTarget) => void
  onTogether: () => void
}

export function InboxRail({ insights, suggestions, ties, mayTie, busy, href, onChoose, onTogether }: InboxRailProps) {
  return (
    <>
      <TiedHere insights={insights} ties={ties} mayChange={mayTie} />
      {!busy && <SuggestedProblems suggestions={suggestions} isTied={insights.length > 0} onChoose={mayTie ? onChoose : undefined} />}
      <SimilarUnread similar={suggestions?.similar ?? []} href={href} onTogether={mayTie ? onTogether : undefined} />
    </>
  )
}
