import type { MouseEvent } from 'react'
import { Checkbox } from './checkbox.tsx'
import { classes } from './classes.ts'
import { Link } from './link.tsx'
import type { Column, TableRow } from './table-model.ts'

type BodyRowProps<R extends object> = {
  row: TableRow<R>
  index: number
  /** Its place among rows and headings. */
  at: number
  href?: string
  current: boolean
  /** Tab reaches one row of the table; the arrow keys go on from there. */
  reachable: boolean
  selectable: boolean
  onFocus: () => void
  onOpen: () => void
}

const onSomethingElse = (event: MouseEvent) =>
  event.target instanceof Element && event.target.closest('a, button, input, label, [role=checkbox]')

export function BodyRow<R extends object>({ row, index, at, href, current, reachable, selectable, onFocus, onOpen }: BodyRowProps<R>) {
  return (
    <tr
      data-index={index}
      aria-rowindex={at + 2}
      aria-selected={selectable ? row.getIsSelected() : undefined}
      className={classes(current && 'current')}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      onClick={(event) => !onSomethingElse(event) && onOpen()}
    >
      {selectable && (
        <td className="select-cell">
          <Checkbox label="Select row" checked={row.getIsSelected()} onChange={(checked) => row.toggleSelected(checked)} />
        </td>
      )}
      {row.getVisibleCells().map(({ id, column }) => {
        const { cell, align, wide, main, long, width } = column.columnDef.meta as Column<R>
        const content = cell(row.original)
        return (
          <td
            key={id}
            style={long ? { maxWidth: width } : undefined}
            className={classes(align === 'right' && 'number', wide && 'wide', main && 'main-cell')}
          >
            {main && href ? (
              <Link to={href} tabIndex={-1} className="row-link">
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        )
      })}
      <td />
    </tr>
  )
}
