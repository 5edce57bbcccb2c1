import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Warehouse } from '#warehouse/events.ts'
import { type Counts, counterOf, type Ending, formatVersion, type Header, type Line, readLine, writeLine } from './backup-line.ts'
import { connectOwner } from './connect-owner.ts'
import { fileLines } from './kept-files.ts'
import { recordLines } from './records-out.ts'

export type Source = { owner: pg.PoolConfig; warehouse: Pick<Warehouse, 'exportEvents'>; folder: string; now: () => Date }

/** A whole installation as lines. Records are of one moment; events may be a little younger, and files a little older. */
export async function* backupLines(source: Source): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const counts: Counts = {}
  for await (const text of allParts(source)) {
    const line = readLine(text.slice(0, -1))
    if (line.part !== 'header') counts[counterOf(line)] = (counts[counterOf(line)] ?? 0) + line.count
    hash.update(text)
    yield text
  }
  yield part('end', { counts, sha256: hash.digest('hex') } satisfies Ending)
}

async function* allParts({ owner, warehouse, folder, now }: Source) {
  const client = await connectOwner(owner)
  try {
    yield part('header', {
      format: 'tricorn-backup',
      version: formatVersion,
      migration: await readMigration(client),
      at: now().toISOString(),
    })
    yield* fileLines(folder)
    await client.query('begin isolation level repeatable read read only')
    yield* recordLines(client)
    const { rows } = await client.query<{ id: string }>('select id from workspaces order by id')
    await client.query('commit')
    for (const { id } of rows) yield* eventLines(warehouse, id)
  } finally {
    await client.end()
  }
}

const part = (name: Line['part'], content: Header | Ending) => writeLine({ part: name, name: '', count: 0, json: JSON.stringify(content) })

async function readMigration(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name desc limit 1')
  return rows[0]!.name
}

async function* eventLines(warehouse: Source['warehouse'], workspaceId: string) {
  for await (const page of warehouse.exportEvents(workspaceId))
    yield writeLine({ part: 'warehouse', name: workspaceId, count: page.length, json: JSON.stringify(page) })
}
