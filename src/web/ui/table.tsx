import { type ReactNode, useRef } from 'react'
import { SelectedBar } from './bulk.tsx'
import { classes } from './classes.ts'
import { useGo } from './link.tsx'
import { useStored } from './stored.ts'
import './table.css'
import { TableBody } from './table-body.tsx'
import { useCursor } from './table-cursor.ts'
import { useDrawn } from './table-drawn.ts'
import { HeadRow } from './table-head.tsx'
import { type Density, TableMenu } from './table-menu.tsx'
import { type TableModelProps, useTableModel } from './table-model.ts'
import { type Peek, TablePeek, usePeeked } from './table-peek.tsx'

type TableProps<R> = TableModelProps<R> & {
  label: string
  /** The page of a row. */
  href?: (row: R) => string
  onOpen?: (row: R) => void
  /** Space shows it, space again or Esc closes it; moving the cursor changes what it shows. */
  peek?: Peek<R>
  /** What `e` does to the row the cursor is on. */
  done?: { label: string; run: (row: R) => unknown }
  /** What the bar holds that appears when rows are selected, of `bulk.tsx`; without it rows cannot be selected. */
  bulk?: (rows: R[], clear: () => void) => ReactNode
  /** Shown in place of rows when there are none. */
  empty?: ReactNode
  /** Called when the last rows come into sight, for lists that are fetched page by page. */
  onEnd?: () => void
  /** Of several lists on a page, the one that keys speak to: the last that had the focus, which `onFocus` tells. */
  keys?: boolean
  onFocus?: () => void
}

/** A list of records: dense, sorted by its headings, walked with the keyboard, drawn only where it is seen. */
export function Table<R extends object>(props: TableProps<R>) {
  const { label, href, onOpen, peek, done, bulk, empty, onEnd, keys = true, onFocus, ...model } = props
  const { table, rows, lines, selected, clear, columnMenu } = useTableModel(model)
  const [density, setDensity] = useStored<Density>('density', 'dense')
  const scroller = useRef<HTMLDivElement>(null)
  const { drawn, show } = useDrawn({ lines, density, scroller, onEnd })
  const side = usePeeked(peek, rows)
  const go = useGo()
  const open = (row: R) => (onOpen ? onOpen(row) : href && go(href(row)))
  const [cursor, setCursor] = useCursor({
    count: rows.length,
    active: keys,
    onMove: (index) => {
      show(index)
      side.follow(index)
    },
    onOpen: (index) => open(rows[index]!.original),
    onPeek: peek && side.toggle,
    done: done && { label: done.label, run: (index) => done.run(rows[index]!.original) },
    onSelect: bulk && ((index, extend) => rows[index]?.toggleSelected(extend || undefined)),
    onClear: side.row ? side.close : clear,
  })
  const selectable = Boolean(bulk)
  const span = table.getVisibleLeafColumns().length + (selectable ? 2 : 1)

  if (rows.length === 0 && empty) return empty
  return (
    <div className={classes('table-frame', density, side.row && 'peeked')}>
      <div className="table-scroll" ref={scroller}>
        <table
          className="table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are walked and selected with keys, which makes it a grid
          role="grid"
          onFocus={onFocus}
          aria-label={label}
          aria-rowcount={lines.length + 1}
          aria-multiselectable={bulk ? true : undefined}
        >
          <HeadRow table={table} selectable={selectable}>
            <TableMenu label={label} {...columnMenu} density={density} onDensity={setDensity} />
          </HeadRow>
          <TableBody {...{ rows, lines, drawn, cursor, span, selectable, href }} onFocus={setCursor} onOpen={open} />
        </table>
      </div>
      {peek && side.row && <TablePeek peek={peek} row={side.row} href={href?.(side.row)} onClose={side.close} />}
      {bulk && <SelectedBar chosen={rows.filter(({ id }) => selected[id])} bulk={bulk} inFront={keys} onFocus={onFocus} onClear={clear} />}
    </div>
  )
}
