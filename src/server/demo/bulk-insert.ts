import { sql } from 'kysely'
import type { Schema } from '#db/schema.ts'
import type { Scope } from '../scope.ts'
import type { Row } from './story-shape.ts'

const AT_ONCE = 1_000

/** Inserts many rows in few statements: Postgres reads them from one JSON text. Every row names the same columns. */
export async function insertRows<Table extends keyof Schema>(
  { db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>,
  table: Table,
  rows: Row<Table>[],
) {
  if (rows.length === 0) return
  const columns = ['workspaceId', ...Object.keys(rows[0]!)].map((column) => sql.ref(column))
  const target = sql.table(table)
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const lines = JSON.stringify(rows.slice(start, start + AT_ONCE).map((row) => inSnakeCase({ ...row, workspaceId })))
    await sql`insert into ${target} (${sql.join(columns)}) select ${sql.join(columns)} from jsonb_populate_recordset(null::${target}, ${lines}::jsonb)`.execute(
      db,
    )
  }
}

const inSnakeCase = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  )
