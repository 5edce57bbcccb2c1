import type pg from 'pg'
import { Conflict } from '#domain/problems.ts'
import type { BackupLine, Warehouse } from '#warehouse/events.ts'
import type { Counts, Line } from './backup-line.ts'
import { connectOwner } from './connect-owner.ts'
import { takeFile } from './kept-files.ts'
import { readBackup } from './read-backup.ts'
import { takeRecords } from './records-in.ts'

/** Where a backup goes: a migrated database without rows, an empty warehouse, an empty folder. */
export type Target = { owner: pg.PoolConfig; warehouse: Pick<Warehouse, 'importEvents'>; folder: string }

/** Brings everything back, in one transaction of the database that commits last. `counts` are those of the checked file. */
export async function restoreBackup(file: string, target: Target, counts: Counts) {
  const client = await connectOwner(target.owner)
  try {
    await client.query('begin')
    await refuseFilled(client)
    const records = await takeRecords(client)
    for await (const line of readBackup(file)) await takeLine(line, target, records.take)
    await records.finish(counts)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function takeLine(line: Line, { warehouse, folder }: Target, takeRecord: (line: Line) => Promise<void>) {
  if (line.part === 'warehouse') return takeEvents(warehouse, line)
  if (line.part === 'file' || line.part === 'bytes') return takeFile(folder, line)
  return takeRecord(line)
}

async function takeEvents(warehouse: Target['warehouse'], { name, json }: Line) {
  const lines = JSON.parse(json) as BackupLine[]
  const { added, duplicates } = await warehouse.importEvents(name, [lines])
  const events = lines.filter(({ kind }) => kind === 'event').length
  if (added + duplicates !== events) throw new Conflict(`Of ${events} events only ${added} arrived. Nothing was restored.`)
}

export async function refuseFilled(client: pg.ClientBase) {
  const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('public.workspaces') is not null as exists`)
  if (!rows[0]!.exists) return
  const filled = await client.query<{ any: boolean }>('select exists (select from workspaces) or exists (select from users) as any')
  if (filled.rows[0]!.any)
    throw new Conflict('The database at DATABASE_URL already holds records. Restore into an empty one. Nothing was changed.')
}
