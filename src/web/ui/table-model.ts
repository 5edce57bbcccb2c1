import {
  columnVisibilityFeature,
  createSortedRowModel,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo, useState } from 'react'
import { type Comparable, compare } from './compare.ts'
import { type Grouping, groupRows } from './table-groups.ts'
import { hiddenColumns, parseSort, writeColumns, writeSort } from './table-state.ts'

export type Column<R> = {
  id: string
  header: string
  cell: (row: R) => ReactNode
  /** What is sorted by; without it the column cannot be sorted (unless the server sorts). */
  value?: (row: R) => Comparable
  /** Rows can be put together by it. */
  group?: Grouping<R>
  width?: number
  /** Words of any length: cut at the width instead of widening the column. */
  long?: boolean
  align?: 'right'
  /** The column that names the row: its cell becomes the link, and it cannot be hidden. */
  main?: boolean
  /** Left out on narrow screens. */
  wide?: boolean
  /** Hidden until somebody asks for it. */
  hidden?: boolean
  /** The server can sort by it although there is no `value`. */
  sortable?: boolean
}

const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

/** Empty values come last whichever way the column is sorted: TanStack keeps `undefined` out of the comparison. */
const forSorting = (value: Comparable) => (value === null || value === '' ? undefined : value)

function columnDefs<R extends object>(columns: Column<R>[], serverSort: boolean) {
  return columns.map((column) => ({
    id: column.id,
    header: column.header,
    accessorFn: (row: R) => forSorting(column.value?.(row)),
    enableSorting: serverSort ? Boolean(column.sortable ?? column.value) : Boolean(column.value),
    enableHiding: !column.main,
    sortUndefined: 'last' as const,
    sortFn: (a: { original: R }, b: { original: R }) => compare(column.value?.(a.original), column.value?.(b.original)),
    meta: column,
  }))
}

export type TableModelProps<R> = {
  rows: R[]
  rowId: (row: R) => string
  columns: Column<R>[]
  /** `title`, or `-created` for the other way; with `onSort` the caller keeps it, best in the URL. */
  sort?: string
  onSort?: (sort: string) => void
  /** The columns that are seen, `key,title`; empty for the usual ones. With `onShown` the caller keeps it. */
  shown?: string
  onShown?: (columns: string) => void
  /** The column that rows are put together by. With `onGroup` the caller keeps it. */
  group?: string
  onGroup?: (column: string) => void
  /** The rows come sorted from the server: the table only asks. */
  serverSort?: boolean
}

/** A part of the view, kept by the caller or else here. */
function useKept(kept = '', onKeep?: (next: string) => void) {
  const [own, setOwn] = useState(kept)
  return onKeep ? ([kept, onKeep] as const) : ([own, setOwn] as const)
}

/** Sorting, seen columns, groups and selection of a table of ours. */
export function useTableModel<R extends object>({ rows, rowId, columns, serverSort = false, ...view }: TableModelProps<R>) {
  const [sort, setSort] = useKept(view.sort, view.onSort)
  const [shown, setShown] = useKept(view.shown, view.onShown)
  const [group, setGroup] = useKept(view.group, view.onGroup)
  const [selected, setSelected] = useState<RowSelectionState>({})
  const defs = useMemo(() => columnDefs(columns, serverSort), [columns, serverSort])
  const hidden = hiddenColumns(columns, shown)
  const sorting = parseSort(sort)
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    manualSorting: serverSort,
    enableMultiSort: false,
    state: { sorting, rowSelection: selected, columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
    onSortingChange: (change) => setSort(writeSort(typeof change === 'function' ? change(sorting) : change)),
    onRowSelectionChange: setSelected,
  })
  const grouping = columns.find(({ id }) => id === group)?.group
  const setHidden = (next: string[]) => setShown(writeColumns(columns, next))
  return {
    table,
    ...groupRows(table.getRowModel().rows, (row) => row.original, grouping),
    selected,
    clear: () => setSelected({}),
    columnMenu: { columns, hidden, onHide: setHidden, group, onGroup: setGroup },
  }
}

export type TableModel<R extends object> = ReturnType<typeof useTableModel<R>>
export type TableRow<R extends object> = ReturnType<TableModel<R>['table']['getRowModel']>['rows'][number]
