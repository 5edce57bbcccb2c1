import { useParams } from '@tanstack/react-router'
import { Button } from '../../ui/button.tsx'
import { channelWords } from '../../ui/channels.ts'
import { Chip, StateChip } from '../../ui/chip.tsx'
import { formatDay, formatTime } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import type { ReadingProps } from './reading.tsx'
import { inboxText as text } from './text.ts'

/** Which feedback this is, and where it goes. */
export function ReadingHead({ feedback, state, href, onMove, mayMove }: ReadingProps & { mayMove: boolean }) {
  const { key } = useParams({ strict: false }) as { key?: string }
  const Title = key ? 'h1' : 'h2'
  return (
    <header className="page-head inbox-head">
      <Link to={href('')} className="button inbox-back">
        {text.back}
      </Link>
      <Title className="key">{feedback.key}</Title>
      <Chip>{channelWords[feedback.channel]}</Chip>
      <Chip>{feedback.undated ? `${text.undated} ${formatDay(feedback.saidAt)}` : formatTime(feedback.saidAt)}</Chip>
      {state !== 'new' && <StateChip state={state} />}
      {feedback.sourceUrl && (
        <a className="text-link small" href={feedback.sourceUrl} target="_blank" rel="noreferrer noopener">
          source
        </a>
      )}
      {feedback.importId && (
        <Link to={`/import/${feedback.importId}`} className="text-link small">
          {text.itsImport}
        </Link>
      )}
      {mayMove && (
        <span className="page-actions">
          {state === 'new' ? (
            <>
              <Button onClick={() => onMove('spam')}>{text.spam}</Button>
              <Button kind="main" shortcut="e" onClick={() => onMove('processed')}>
                {text.done}
              </Button>
            </>
          ) : (
            <Button icon="undo" shortcut="u" onClick={() => onMove('new')}>
              {text.putBack}
            </Button>
          )}
        </span>
      )}
    </header>
  )
}
