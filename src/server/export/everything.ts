import type { Scope } from '../scope.ts'
import { type ExportedTable, exportedTables } from './exported-tables.ts'
import { readTable } from './read-table.ts'

/** A whole workspace as JSON Lines: first a line about the export, then one line a record with its `type`, product events last. */
export async function* everything(scope: Scope): AsyncGenerator<string> {
  const { id, name, slug, kind, currency } = scope.workspace
  yield line({ type: 'export', format: 'tricorn', version: 1, at: scope.now(), workspace: { id, name, slug, kind, currency } })
  for (const [table, type] of Object.entries(exportedTables)) {
    for await (const rows of readTable(scope, table as ExportedTable)) yield rows.map((row) => line({ type, ...row })).join('')
  }
  for await (const page of scope.services.warehouse.exportEvents(scope.workspaceId))
    yield page.map((entry) => line({ type: `warehouse-${entry.kind}`, ...entry })).join('')
}

const line = (record: object) => `${JSON.stringify(record)}\n`
