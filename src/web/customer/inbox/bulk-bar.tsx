import type { FeedbackState } from '#domain/customer/feedback.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys.ts'
import { inboxText as text } from './text.ts'

type BulkBarProps = { count: number; onMove: (state: FeedbackState) => void; onClear: () => void }

/** What can be done with all that is selected; while it is there, `e` and `s` mean all of them. */
export function BulkBar({ count, onMove, onClear }: BulkBarProps) {
  useKeys(
    {
      e: { run: () => onMove('processed'), label: 'All selected are done' },
      s: { run: () => onMove('spam'), label: 'All selected are spam' },
      u: { run: () => onMove('new'), label: 'All selected go back to the inbox' },
    },
    { scope: 'list', group: 'Selected' },
  )
  return (
    <div className="inbox-bulk" role="toolbar" aria-label="Selected feedback">
      <span className="strong">{count} selected</span>
      <Button size="small" shortcut="e" onClick={() => onMove('processed')}>
        {text.done}
      </Button>
      <Button size="small" onClick={() => onMove('spam')}>
        {text.spam}
      </Button>
      <Button size="small" onClick={() => onMove('new')}>
        To read
      </Button>
      <IconButton icon="close" label={text.clear} shortcut="esc" onClick={onClear} />
    </div>
  )
}
