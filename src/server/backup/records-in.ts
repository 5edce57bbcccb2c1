import type pg from 'pg'
import { Conflict } from '#domain/problems.ts'
import { type Counts, counterOf, damaged, type Line } from './backup-line.ts'
import { listTables, quoted } from './tables.ts'

type Constraint = { table: string; name: string; definition: string }

export type RecordsIn = { take: (line: Line) => Promise<void>; finish: (counts: Counts) => Promise<void> }

/** Writes rows into empty tables inside the caller's transaction. `finish` checks that as many are there as the backup says. */
export async function takeRecords(client: pg.ClientBase): Promise<RecordsIn> {
  const writers = new Map(await readWriters(client))
  const constraints = await liftForeignKeys(client)

  async function take({ part, name, json }: Line) {
    if (part === 'sequence') return void (await client.query('select setval($1::regclass, $2::bigint)', [quoted(name), JSON.parse(json)]))
    const write = writers.get(name)
    if (!write) throw damaged()
    await client.query(write, [json])
  }

  async function finish(counts: Counts) {
    for (const { table, name, definition } of constraints)
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
    for (const name of writers.keys()) await compareCount(client, name, counts)
    await stopImports(client)
  }
  return { take, finish }
}

/** By table, the statement that takes an array of rows. */
async function readWriters(client: pg.ClientBase): Promise<[string, string][]> {
  const own = await readTransactionColumns(client)
  return (await listTables(client)).map(({ name, columns }) => {
    const chosen = columns
      .filter((column) => !own.has(`${name}.${column}`))
      .map(quoted)
      .join(', ')
    const statement = `insert into ${quoted(name)} (${chosen}) overriding system value select ${chosen} from jsonb_populate_recordset(null::${quoted(name)}, $1::jsonb)`
    return [name, statement]
  })
}

/**
 * Transaction numbers are the old cluster's: here they may lie in the future, where readers of the journal never look. Left out, they
 * become this transaction's, and the order of the rows is that of their ids.
 */
async function readTransactionColumns(client: pg.ClientBase) {
  const { rows } = await client.query<{ column: string }>(
    `select table_name || '.' || column_name as "column" from information_schema.columns where table_schema = 'public' and udt_name = 'xid8'`,
  )
  return new Set(rows.map(({ column }) => column))
}

/** Rows may then come in any order, also those that refer to their own table; putting the keys back checks all of them at once. */
async function liftForeignKeys(client: pg.ClientBase) {
  const { rows } = await client.query<Constraint>(`
    select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conrelid, conname`)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  return rows
}

async function compareCount(client: pg.ClientBase, name: string, counts: Counts) {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${quoted(name)}`)
  const expected = counts[counterOf({ part: 'rows', name, count: 0, json: '' })] ?? 0
  if (Number(rows[0]!.count) !== expected)
    throw new Conflict(`The backup holds ${expected} rows of ${name}, and ${rows[0]!.count} arrived. Nothing was restored.`)
}

/** The job that was running these is not in the backup. */
async function stopImports(client: pg.ClientBase) {
  await client.query(`update imports set state = 'failed', problem = 'A backup was made while this import was running. Start again to go on with the rest.'
    where state = 'running'`)
}
