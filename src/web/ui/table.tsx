import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { countOf } from './format.ts'
import { useGo } from './link.tsx'
import { useStored } from './stored.ts'
import './table.css'
import { useCursor } from './table-cursor.ts'
import { HeadRow } from './table-head.tsx'
import { type Density, TableMenu } from './table-menu.tsx'
import { type TableModelProps, useTableModel } from './table-model.ts'
import { type Peek, TablePeek } from './table-peek.tsx'
import { BodyRow } from './table-row.tsx'

const ROW_HEIGHT: Record<Density, number> = { dense: 36, roomy: 48 }
const VIRTUAL_FROM = 80

type TableProps<R> = TableModelProps<R> & {
  label: string
  /** The page of a row. */
  href?: (row: R) => string
  onOpen?: (row: R) => void
  /** Space shows it, space again or Esc closes it; moving the cursor changes what it shows. */
  peek?: Peek<R>
  /** Buttons of the bar that appears when rows are selected; without it rows cannot be selected. */
  bulk?: (rows: R[], clear: () => void) => ReactNode
  /** Shown in place of rows when there are none. */
  empty?: ReactNode
  /** Called when the last rows come into sight, for lists that are fetched page by page. */
  onEnd?: () => void
  /** Of several lists on a page, the one that answers to keys before any has the focus. */
  keys?: boolean
}

/** A list of records: dense, sorted by its headings, walked with the keyboard, drawn only where it is seen. */
export function Table<R extends object>({ label, href, onOpen, peek, bulk, empty, onEnd, keys = true, ...model }: TableProps<R>) {
  const { table, hidden, setHidden, selected, setSelected } = useTableModel(model)
  const [density, setDensity] = useStored<Density>('density', 'dense')
  const [focused, setFocused] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const go = useGo()
  const rows = table.getRowModel().rows
  const virtual = rows.length > VIRTUAL_FROM
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT[density],
    overscan: 12,
    enabled: virtual,
  })
  const drawn = virtual ? virtualizer.getVirtualItems().map(({ index }) => index) : rows.map((_, index) => index)
  const last = drawn.at(-1) ?? -1
  useEffect(() => {
    if (last >= rows.length - 10) onEnd?.()
  }, [last, rows.length, onEnd])

  const open = (row: R) => (onOpen ? onOpen(row) : href && go(href(row)))
  const clear = () => setSelected({})
  const [peekedId, setPeekedId] = useState<string | null>(null)
  const peeked = peek && rows.find(({ id }) => id === peekedId)
  const closePeek = () => setPeekedId(null)
  const [cursor, setCursor] = useCursor({
    count: rows.length,
    active: keys || focused,
    onMove: (index) => {
      if (virtual) virtualizer.scrollToIndex(index)
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus()
      if (peeked) setPeekedId(rows[index]!.id)
    },
    onOpen: (index) => open(rows[index]!.original),
    onPeek: peek && ((index) => setPeekedId((before) => (before === rows[index]!.id ? null : rows[index]!.id))),
    onSelect: bulk && ((index, extend) => rows[index]?.toggleSelected(extend || undefined)),
    onClear: peeked ? closePeek : clear,
  })
  const chosen = rows.filter((row) => selected[row.id])
  const space = (height: number) => height > 0 && <tr style={{ height }} />

  if (rows.length === 0 && empty) return empty
  return (
    <div className={classes('table-frame', density)}>
      <div className="table-scroll" ref={scroller}>
        <table
          className="table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are walked and selected with keys, which makes it a grid
          role="grid"
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-multiselectable={bulk ? true : undefined}
        >
          <HeadRow table={table} selectable={Boolean(bulk)}>
            <TableMenu label={label} columns={model.columns} hidden={hidden} onHide={setHidden} density={density} onDensity={setDensity} />
          </HeadRow>
          <tbody>
            {virtual && space(virtualizer.getVirtualItems()[0]?.start ?? 0)}
            {drawn.map((index) => (
              <BodyRow
                key={rows[index]!.id}
                row={rows[index]!}
                index={index}
                href={href?.(rows[index]!.original)}
                current={index === cursor}
                reachable={index === Math.max(cursor, 0)}
                selectable={Boolean(bulk)}
                onFocus={() => setCursor(index)}
                onOpen={() => open(rows[index]!.original)}
              />
            ))}
            {virtual && space(virtualizer.getTotalSize() - (virtualizer.getVirtualItems().at(-1)?.end ?? 0))}
          </tbody>
        </table>
      </div>
      {peeked && <TablePeek peek={peek} row={peeked.original} href={href?.(peeked.original)} onClose={closePeek} />}
      {bulk && chosen.length > 0 && (
        <BulkBar count={chosen.length} onClear={clear}>
          {bulk(
            chosen.map((row) => row.original),
            clear,
          )}
        </BulkBar>
      )}
    </div>
  )
}

function BulkBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  return (
    <div className="bulk-bar" role="toolbar" aria-label="Selected rows">
      <span className="strong">{countOf(count, 'selected', 'selected')}</span>
      {children}
      <IconButton icon="close" label="Clear the selection" shortcut="esc" onClick={onClear} />
    </div>
  )
}
