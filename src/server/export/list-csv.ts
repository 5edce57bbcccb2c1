import type { Scope } from '../scope.ts'
import { csvText } from './csv.ts'
import { type ExportedTable, exportedTables } from './exported-tables.ts'
import { readTable } from './read-table.ts'
import { tableColumns } from './table-columns.ts'

/** One kind of record as CSV. Lists and nested values are JSON within their cell. */
export async function* listCsv(scope: Scope, table: ExportedTable): AsyncGenerator<string> {
  const columns = await tableColumns(scope, table)
  yield csvText([columns])
  for await (const rows of readTable(scope, table)) yield csvText(rows.map((row) => columns.map((column) => row[column])))
}

/** The table of `feedback`, `bet`, `success-plan` …; undefined when there is none. */
export function tableOf(type: string): ExportedTable | undefined {
  return (Object.keys(exportedTables) as ExportedTable[]).find((table) => exportedTables[table] === type)
}
