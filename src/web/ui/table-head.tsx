import type { ReactNode } from 'react'
import { Checkbox } from './checkbox.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { Column, TableModel } from './table-model.ts'

type HeadRowProps<R extends object> = { table: TableModel<R>['table']; selectable: boolean; children: ReactNode }

const directions = { asc: 'ascending', desc: 'descending' } as const

/** The headings; a click sorts. The last cell holds the menu of columns. */
export function HeadRow<R extends object>({ table, selectable, children }: HeadRowProps<R>) {
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  return (
    <thead>
      <tr>
        {selectable && (
          <th className="select-cell">
            <Checkbox
              label="Select all"
              checked={table.getIsAllRowsSelected()}
              indeterminate={table.getIsSomeRowsSelected()}
              onChange={(checked) => table.toggleAllRowsSelected(checked)}
            />
          </th>
        )}
        {headers.map(({ id, column }) => {
          const { header, align, wide, width } = column.columnDef.meta as Column<R>
          const sorted = column.getIsSorted()
          return (
            <th
              key={id}
              style={{ width }}
              className={classes(align === 'right' && 'number', wide && 'wide')}
              aria-sort={sorted ? directions[sorted] : undefined}
            >
              {column.getCanSort() ? (
                <button type="button" className="heading" onClick={column.getToggleSortingHandler()}>
                  {header}
                  {sorted && <Icon name={sorted === 'asc' ? 'chevronUp' : 'chevronDown'} size={12} />}
                </button>
              ) : (
                header
              )}
            </th>
          )
        })}
        <th className="menu-cell">{children}</th>
      </tr>
    </thead>
  )
}
