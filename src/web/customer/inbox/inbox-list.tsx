import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Checkbox } from '../../ui/checkbox.tsx'
import { classes } from '../../ui/classes.ts'
import { Link } from '../../ui/link.tsx'
import { When } from '../../ui/when.tsx'
import type { FeedbackRow } from './queries.ts'
import { inboxText as text } from './text.ts'

const ROW_HEIGHT = 82
const QUESTION_HEIGHT = 18
const NEAR_THE_END = 12

type InboxListProps = {
  rows: FeedbackRow[]
  current?: string
  selected: Set<string>
  href: (key: string) => string
  onSelect?: (id: string) => void
  onEnd: () => void
}

/** The lines on the left; only those in sight are drawn, and the one that is read stays in sight. */
export function InboxList({ rows, current, selected, href, onSelect, onEnd }: InboxListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT + (rows[index]!.context ? QUESTION_HEIGHT : 0),
    getItemKey: (index) => rows[index]!.id,
    overscan: 10,
  })
  const at = rows.findIndex(({ key }) => key === current)
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at)
  }, [at, virtualizer])
  const last = virtualizer.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - NEAR_THE_END) onEnd()
  }, [last, rows.length, onEnd])

  return (
    <div className="inbox-scroll" ref={scroller}>
      <ul className="inbox-lines" style={{ height: virtualizer.getTotalSize() }} aria-label={text.title}>
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index]!
          return (
            <li key={row.id} style={{ height: size, transform: `translateY(${start}px)` }}>
              <InboxLine row={row} current={row.key === current} selected={selected.has(row.id)} href={href(row.key)} onSelect={onSelect} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type InboxLineProps = { row: FeedbackRow; current: boolean; selected: boolean; href: string; onSelect?: (id: string) => void }

export const whoSaid = ({ contactName, accountName }: Pick<FeedbackRow, 'contactName' | 'accountName'>) =>
  accountName ?? contactName ?? text.somebody

function InboxLine({ row, current, selected, href, onSelect }: InboxLineProps) {
  return (
    <div className={classes('inbox-line', current && 'on', selected && 'selected')}>
      {onSelect && (
        <span className="inbox-check">
          <Checkbox checked={selected} onChange={() => onSelect(row.id)} label={`Select ${row.key}`} />
        </span>
      )}
      <Link to={href} className="inbox-link" aria-current={current || undefined}>
        <span className="inbox-who">
          <b className="clip">{whoSaid(row)}</b>
          <span className="key">
            {row.rating && `${text.rated} ${row.rating} · `}
            {row.undated ? text.noDate : <When at={row.saidAt} />}
          </span>
        </span>
        {row.context && <span className="inbox-asked clip">{row.context}</span>}
        <span className="inbox-excerpt">{row.excerpt}</span>
      </Link>
    </div>
  )
}
