import {
  columnVisibilityFeature,
  createSortedRowModel,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo, useState } from 'react'
import { useStored } from './stored.ts'

export type Column<R> = {
  id: string
  header: string
  cell: (row: R) => ReactNode
  /** What is sorted by; without it the column cannot be sorted (unless the server sorts). */
  value?: (row: R) => string | number | Date | null | undefined
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

type Comparable = string | number | Date | null | undefined

/** Empty values come last whichever way the column is sorted: TanStack keeps `undefined` out of the comparison. */
const forSorting = (value: Comparable) => (value === null || value === '' ? undefined : value)

function compare(a: Comparable, b: Comparable) {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' })
  return Number(a) - Number(b)
}

export const parseSort = (sort: string | undefined): SortingState =>
  sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : []
export const writeSort = ([first]: SortingState) => (first ? `${first.desc ? '-' : ''}${first.id}` : '')

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
  name: string
  rows: R[]
  rowId: (row: R) => string
  columns: Column<R>[]
  /** `title`, or `-created` for the other way; with `onSort` the caller keeps it, best in the URL. */
  sort?: string
  onSort?: (sort: string) => void
  /** The rows come sorted from the server: the table only asks. */
  serverSort?: boolean
}

/** Sorting, hidden columns and selection of a table of ours; hidden columns are remembered on this device under its `name`. */
export function useTableModel<R extends object>({ name, rows, rowId, columns, sort, onSort, serverSort = false }: TableModelProps<R>) {
  const [ownSort, setOwnSort] = useState(sort)
  const [hidden, setHidden] = useStored<string[]>(
    `columns:${name}`,
    columns.filter((column) => column.hidden).map((column) => column.id),
  )
  const [selected, setSelected] = useState<RowSelectionState>({})
  const defs = useMemo(() => columnDefs(columns, serverSort), [columns, serverSort])
  const sorting = parseSort(onSort ? sort : ownSort)
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    manualSorting: serverSort,
    enableMultiSort: false,
    state: { sorting, rowSelection: selected, columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
    onSortingChange: (change) => {
      const next = writeSort(typeof change === 'function' ? change(sorting) : change)
      return onSort ? onSort(next) : setOwnSort(next)
    },
    onRowSelectionChange: setSelected,
  })
  return { table, hidden, setHidden, selected, setSelected }
}

export type TableModel<R extends object> = ReturnType<typeof useTableModel<R>>
export type TableRow<R extends object> = ReturnType<TableModel<R>['table']['getRowModel']>['rows'][number]
