import { formatCount } from './format.ts'
import type { Drawn } from './table-drawn.ts'
import { drawnGroups, type Line } from './table-groups.ts'
import type { TableRow } from './table-model.ts'
import { BodyRow } from './table-row.tsx'

type TableBodyProps<R extends object> = {
  rows: TableRow<R>[]
  lines: Line[]
  drawn: Drawn
  cursor: number
  span: number
  selectable: boolean
  href?: (row: R) => string
  onFocus: (index: number) => void
  onOpen: (row: R) => void
}

/** The rows that are seen, a `tbody` a group, between the room that the others take. */
export function TableBody<R extends object>({ lines, drawn: { places: all, above, below }, span, ...rest }: TableBodyProps<R>) {
  return (
    <>
      <Room height={above} />
      {drawnGroups(lines, all).map(({ group, places }) => (
        <tbody key={group}>
          {places.map((at) => {
            const line = lines[at]!
            return 'count' in line ? (
              <GroupRow key="heading" at={at} heading={group} count={line.count} span={span} />
            ) : (
              <Row key={rest.rows[line.index]!.id} at={at} index={line.index} {...rest} />
            )
          })}
        </tbody>
      ))}
      <Room height={below} />
    </>
  )
}

function Room({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  )
}

type GroupRowProps = { at: number; heading: string; count: number; span: number }

function GroupRow({ at, heading, count, span }: GroupRowProps) {
  return (
    <tr className="group-row" aria-rowindex={at + 2}>
      <th scope="rowgroup" colSpan={span}>
        {heading} <span className="faint">{formatCount(count)}</span>
      </th>
    </tr>
  )
}

type RowProps<R extends object> = Omit<TableBodyProps<R>, 'lines' | 'drawn' | 'span'> & { at: number; index: number }

function Row<R extends object>({ rows, at, index, cursor, selectable, href, onFocus, onOpen }: RowProps<R>) {
  const row = rows[index]!
  return (
    <BodyRow
      row={row}
      index={index}
      at={at}
      href={href?.(row.original)}
      current={index === cursor}
      reachable={index === Math.max(cursor, 0)}
      selectable={selectable}
      onFocus={() => onFocus(index)}
      onOpen={() => onOpen(row.original)}
    />
  )
}
