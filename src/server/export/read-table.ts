import { sql } from 'kysely'
import { inWorkspace } from '../enter.ts'
import type { Scope } from '../scope.ts'
import type { ExportedTable } from './exported-tables.ts'

const rowsAtOnce = 2_000

export type TableRow = Record<string, unknown>

/** All rows of a table in pages. Each page is a short transaction, so that a slow reader holds nothing up. */
export async function* readTable(scope: Scope, table: ExportedTable): AsyncGenerator<TableRow[]> {
  // The physical place of a row is the one order that every table has; a row that changes meanwhile moves to the end and is sent again.
  for (let after = '(0,0)'; ; ) {
    const rows = await inOwnTransaction(scope, (own) => pageAfter(own, table, after))
    if (rows.length > 0) yield rows.map(shown)
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)!.place as string
  }
}

async function pageAfter({ db, workspaceId }: Scope, table: ExportedTable, after: string) {
  const { rows } = await sql<TableRow>`select *, ctid::text as place from ${sql.table(table)}
    where workspace_id = ${workspaceId} and ctid > ${after}::tid order by ctid limit ${rowsAtOnce}`.execute(db)
  return rows
}

function shown({ place: _place, search: _search, workspaceId: _workspaceId, ...row }: TableRow): TableRow {
  return row
}

function inOwnTransaction<T>({ services, workspaceId, member, origin }: Scope, work: (scope: Scope) => Promise<T>) {
  return inWorkspace(services, { workspaceId, memberId: member.id, origin }, work, { readOnly: true })
}
