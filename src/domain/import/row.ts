import { columnsFor, type Mapping } from './mapping.ts'

/** One row as it stands in the file; `fault` says why it could not be cut into cells. */
export type Row = { line: number; cells: string[]; fault?: string }

/** What a row is checked against. `fingerprint` names the file, so that its rows are known again. */
export type CheckContext = { mapping: Mapping; columns: string[]; fingerprint: string; currency: string; now: Date }

/** A row that is not imported, and the reason in a sentence. */
export type Rejection = { line: number; reason: string; cells: string[] }

/** Why a row cannot be imported. */
export class RowRefused extends Error {}

export const longestCell = 100_000

export type Cell = { column: string; position: number; value: string }

/** Finds cells by the field they fill. */
export function cellReader(mapping: Mapping, columns: string[]) {
  const positions = new Map<string, { column: string; position: number }[]>()
  for (const { field } of mapping.columns) {
    positions.set(
      field,
      columnsFor(mapping, field).map((column) => ({ column, position: columns.indexOf(column) })),
    )
  }
  const all = (row: Row, field: string): Cell[] =>
    (positions.get(field) ?? [])
      .map((place) => ({ ...place, value: row.cells[place.position]?.trim() ?? '' }))
      .filter((cell) => cell.value !== '')
  return { all, one: (row: Row, field: string): Cell | undefined => all(row, field)[0] }
}
export type CellReader = ReturnType<typeof cellReader>

export function traitsOf(row: Row, read: CellReader): Record<string, string> {
  return Object.fromEntries(read.all(row, 'trait').map(({ column, value }) => [column, value]))
}

/** Refuses what is wrong with a row whatever it means. */
export function refuseBrokenRow({ fault, cells }: Row, columns: string[]) {
  if (fault) throw new RowRefused(fault)
  if (cells.every((cell) => cell.trim() === '')) throw new RowRefused('The row is empty.')
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    throw new RowRefused(`The row has ${cells.length} cells, the header ${columns.length}. A quotation mark or a delimiter may be missing.`)
  }
  if (repeatsHeader(cells, columns)) throw new RowRefused('The row repeats the header.')
  for (const [i, cell] of cells.entries()) refuseBadCell(cell, columns[i] ?? '')
}

const repeatsHeader = (cells: string[], columns: string[]) =>
  columns.length > 1 && columns.every((column, i) => cells[i]?.trim() === column)

function refuseBadCell(cell: string, column: string) {
  if (cell.length > longestCell) throw new RowRefused(`“${column}” has ${cell.length} characters; at most ${longestCell} can be kept.`)
  if (!cell.isWellFormed()) throw new RowRefused(`“${column}” contains half a character, which cannot be stored.`)
  if (cell.includes('\0')) throw new RowRefused(`“${column}” contains a NUL byte, which cannot be stored.`)
}
