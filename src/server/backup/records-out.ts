import type pg from 'pg'
import { type Line, writeLine } from './backup-line.ts'
import { listTables, quoted, type Table } from './tables.ts'

const rowsAtOnce = 500

/** All rows of all tables and where the sequences stand. The caller holds one snapshot open around it. */
export async function* recordLines(client: pg.ClientBase): AsyncGenerator<string> {
  for (const table of await listTables(client)) yield* tableLines(client, table)
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null order by 1`,
  )
  for (const { name, last } of rows) yield writeLine({ part: 'sequence', name, count: 1, json: JSON.stringify(last) })
}

async function* tableLines(client: pg.ClientBase, { name, columns, order }: Table) {
  const chosen = columns.map(quoted).join(', ')
  await client.query(
    `declare rows no scroll cursor for select to_jsonb(r)::text as row from (select ${chosen} from ${quoted(name)} order by ${order}) r`,
  )
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from rows`)
    // A table without rows is named too, so that its count is known to be nothing.
    yield writeLine({ part: 'rows', name, count: rows.length, json: `[${rows.map(({ row }) => row).join(',')}]` } satisfies Line)
    if (rows.length < rowsAtOnce) break
  }
  await client.query('close rows')
}
