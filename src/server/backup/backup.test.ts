import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { read } from '#client/api.ts'
import { freshDatabase } from '#test/postgres.ts'
import { type World, world } from '#test/world.ts'
import { openWarehouse } from '#warehouse/duckdb.ts'
import type { BackupLine, Warehouse } from '#warehouse/events.ts'
import { zippedBackup } from './backup-door.ts'
import { checkBackup } from './read-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { listTables, quoted } from './tables.ts'
import { writeBackup } from './write-backup.ts'

let w: World
const place = mkdtempSync(join(tmpdir(), 'tricorn-backup-'))
const whole = join(place, 'whole.gz')

beforeAll(async () => {
  w = await world()
  await read(
    w.ana.api.feedback.$post({
      json: { text: 'Exports take “ages” 🐌\nand a second line', channel: 'sales', saidAt: '2026-02-20T09:00:00Z' },
    }),
  )
  await read(
    w.ana.api.feedback.$post({ json: { text: 'The invoice lacks our VAT number', channel: 'email', saidAt: '2026-02-20T09:00:00Z' } }),
  )
  await read(w.ana.api.problems.$post({ json: { title: 'Exports are slow' } }))
  await w.services.warehouse.deliver(w.workspaceId, {
    events: Array.from({ length: 3_000 }, (_, n) => ({
      id: `e${n}`,
      event: 'report exported',
      distinctId: `p${n % 40}`,
      at: new Date('2026-02-01T00:00:00Z'),
      properties: { n, 'odd "name"': [null, 1.5] },
    })),
    identifications: [{ distinctId: 'ana@larkfield.test', anonymousId: 'p1', set: { plan: 'Team' } }],
    groups: [{ type: 'company', key: 'larkfield', traits: { seats: 12 } }],
    rejections: [{ reason: 'It has no name.', sample: '{}' }],
  })
  mkdirSync(join(w.services.folder, 'imports', 'somewhere'), { recursive: true })
  writeFileSync(join(w.services.folder, 'imports', 'somewhere', 'a "quoted" % file'), Buffer.alloc(2_500_000, 'upload'))
  writeFileSync(join(w.services.folder, 'secret'), 'kept')
  await writeBackup(whole, zippedBackup({ ...w.services, owner: w.database.owner }))
})
afterAll(async () => {
  await w.close()
  rmSync(place, { recursive: true, force: true })
})

async function emptyTarget() {
  const folder = mkdtempSync(join(place, 'target-'))
  const database = await freshDatabase()
  const warehouse = await openWarehouse(join(folder, 'warehouse'))
  onTestFinished(async () => {
    await warehouse.close()
    await database.drop()
  })
  return { owner: database.owner, warehouse, folder }
}

async function ask<Row extends pg.QueryResultRow>(owner: pg.PoolConfig, statement: string) {
  const client = new pg.Client(owner)
  await client.connect()
  return (await client.query<Row>(statement).finally(() => client.end())).rows
}

async function recordsOf(owner: pg.PoolConfig) {
  const client = new pg.Client(owner)
  await client.connect()
  const tables: Record<string, unknown[]> = {}
  for (const { name, order } of await listTables(client)) {
    const { rows } = await client.query<{ row: string }>(
      `select (to_jsonb(r) - 'transaction_id')::text as row from (select * from ${quoted(name)} order by ${order}) r`,
    )
    tables[name] = rows.map(({ row }) => row)
  }
  await client.end()
  return tables
}

async function eventsOf(warehouse: Warehouse, workspaceId: string) {
  const lines: BackupLine[] = []
  for await (const page of warehouse.exportEvents(workspaceId)) lines.push(...page)
  return lines.map((line) => JSON.stringify(line)).sort()
}

const sequences = 'select sequencename, last_value::text from pg_sequences order by 1'
const foreignKeys = `select conrelid::regclass::text as at, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where contype = 'f' order by 1, 2`

test('everything comes back: every row of every table, sequences, foreign keys, events, people, files', async () => {
  const target = await emptyTarget()
  const { counts } = await checkBackup(whole)
  await restoreBackup(whole, target, counts)

  const before = await recordsOf(w.database.owner)
  expect(before.feedback).toHaveLength(2)
  expect(before.activities!.length).toBeGreaterThan(3)
  expect(await recordsOf(target.owner)).toEqual(before)
  expect(await ask(target.owner, sequences)).toEqual(await ask(w.database.owner, sequences))
  expect(await ask(target.owner, foreignKeys)).toEqual(await ask(w.database.owner, foreignKeys))

  const events = await eventsOf(target.warehouse, w.workspaceId)
  expect(events).toHaveLength(counts[`warehouse:${w.workspaceId}`]!)
  expect(events).toEqual(await eventsOf(w.services.warehouse, w.workspaceId))
  expect(await target.warehouse.findPerson(w.workspaceId, 'p1')).toMatchObject({ properties: { plan: 'Team' } })

  expect(readFileSync(join(target.folder, 'secret'), 'utf8')).toBe('kept')
  const upload = ['imports', 'somewhere', 'a "quoted" % file']
  expect(readFileSync(join(target.folder, ...upload)).equals(readFileSync(join(w.services.folder, ...upload)))).toBe(true)
})

test('the journal of a restored workspace has no row from the future', async () => {
  const target = await emptyTarget()
  await restoreBackup(whole, target, (await checkBackup(whole)).counts)
  const [row] = await ask<{ late: string }>(
    target.owner,
    'select count(*) as late from activities where transaction_id >= pg_snapshot_xmin(pg_current_snapshot())',
  )
  expect(row!.late).toBe('0')
})

test('a database that holds records takes no backup', async () => {
  const target = { ...(await emptyTarget()), owner: w.database.owner }
  const before = await recordsOf(w.database.owner)
  await expect(restoreBackup(whole, target, {})).rejects.toThrow('already holds records')
  expect(await recordsOf(w.database.owner)).toEqual(before)
})

const text = () => gunzipSync(readFileSync(whole)).toString()
const withoutEnd = () => text().trimEnd().split('\n').slice(0, -1).join('\n')

test.each<[string, () => Buffer]>([
  ['cut short', () => readFileSync(whole).subarray(0, -50)],
  ['with a changed byte', () => changedByte(readFileSync(whole))],
  ['without its last line', () => gzipSync(`${withoutEnd()}\n`)],
  ['with a changed text', () => gzipSync(text().replace('Exports are slow', 'Exports are fast'))],
  ['with something after its end', () => gzipSync(`${text()}${text()}`)],
  ['that is another file', () => Buffer.from('name,price\nchair,12\n')],
  ['that is empty', () => Buffer.alloc(0)],
  ['that is zipped, and no backup', () => gzipSync('{"a":1}\n')],
])('a file %s is refused', async (_, damage) => {
  const file = join(place, 'damaged.gz')
  writeFileSync(file, damage())
  await expect(checkBackup(file)).rejects.toThrow('damaged or cut short')
})

function changedByte(bytes: Buffer) {
  const place = Math.floor(bytes.length / 2)
  bytes[place] = bytes[place]! ^ 1
  return bytes
}

test.each([
  ['"version":1', '"version":2'],
  ['"migration":"0', '"migration":"9'],
])('a backup of a newer Tricorn is refused (%s)', async (now, later) => {
  const file = join(place, 'newer.gz')
  writeFileSync(file, gzipSync(text().replace(now, later)))
  await expect(checkBackup(file)).rejects.toThrow('newer Tricorn')
})

test('a restore that breaks half-way leaves no row', async () => {
  const target = await emptyTarget()
  const { counts } = await checkBackup(whole)
  await expect(restoreBackup(whole, target, { ...counts, 'rows:feedback': 3 })).rejects.toThrow('holds 3 rows of feedback, and 2 arrived')
  expect(Object.values(await recordsOf(target.owner)).flat()).toEqual([])
  expect(await ask(target.owner, foreignKeys)).toEqual(await ask(w.database.owner, foreignKeys))
})

test('a file that is there is not written over, and a backup that fails leaves none', async () => {
  await expect(writeBackup(whole, zippedBackup({ ...w.services, owner: w.database.owner }))).rejects.toThrow('is there already')
  const failing = join(place, 'failing.gz')
  await expect(writeBackup(failing, zippedBackup({ ...w.services, owner: { host: '/nowhere' } }))).rejects.toThrow()
  expect(readdirSync(place).filter((name) => name.startsWith('failing'))).toEqual([])
})
