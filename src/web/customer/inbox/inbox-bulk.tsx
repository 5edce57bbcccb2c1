import type { FeedbackState } from '#domain/customer/feedback.ts'
import { BulkAction } from '../../ui/bulk.tsx'
import { IconButton } from '../../ui/button.tsx'
import { inboxText as text } from './text.ts'

type InboxBulkProps = { count: number; onMove: (state: FeedbackState) => void; onClear: () => void }

/** What can be done with all that is selected; while it is there, `e`, `s` and `u` mean all of them. */
export function InboxBulk({ count, onMove, onClear }: InboxBulkProps) {
  return (
    <div className="inbox-bulk" role="toolbar" aria-label="Selected feedback">
      <span className="strong">{count} selected</span>
      <BulkAction keys="e" label={`${text.done}: all ${count} selected`} run={() => onMove('processed')}>
        {text.done}
      </BulkAction>
      <BulkAction keys="s" label={`${text.spam}: all ${count} selected`} run={() => onMove('spam')}>
        {text.spam}
      </BulkAction>
      <BulkAction keys="u" label={`${text.putBack}: all ${count} selected`} run={() => onMove('new')}>
        {text.unread}
      </BulkAction>
      <IconButton icon="close" label={text.clear} shortcut="esc" onClick={onClear} />
    </div>
  )
}
