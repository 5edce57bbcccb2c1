import { type Database, rowsOf } from './database.ts'
import { duckdb } from './dialect.ts'
import type { BackupLine, Json } from './events.ts'
import { fromHex, toHex } from './fingerprint.ts'
import type { PackedEvents } from './protocol.ts'

type Connection = Database['writing']
type Row = Record<string, unknown>

const iso = (value: unknown) => (value as Date).toISOString()
const parsed = (value: unknown) => JSON.parse(value as string) as Json
const text = (value: unknown) => value as string
const hex = (value: unknown) => toHex(value as bigint)

const lineOf: Record<BackupLine['kind'], (row: Row) => Omit<BackupLine, 'kind'>> = {
  person: (row) => ({
    person: hex(row.person),
    distinctId: text(row.distinct_id),
    known: Boolean(row.known),
    properties: parsed(row.properties),
  }),
  identity: (row) => ({ person: hex(row.person), distinctId: text(row.distinct_id), into: hex(row.into_person) }),
  group: (row) => ({ type: text(row.type), key: text(row.key), traits: parsed(row.properties) }),
  rejectionCount: (row) => ({ reason: text(row.reason), count: Number(row.count), at: iso(row.last_at) }),
  rejection: (row) => ({ at: iso(row.happened_at), reason: text(row.reason), sample: text(row.sample) }),
  event: (row) => ({
    id: hex(row.id),
    event: text(row.event),
    distinctId: text(row.distinct_id),
    at: iso(row.happened_at),
    receivedAt: iso(row.received_at),
    properties: parsed(row.properties),
    ...(row.import_id !== null && { importId: text(row.import_id) }),
  }),
}

const tableOf = {
  person: 'people',
  identity: 'merged',
  group: 'groups',
  rejectionCount: 'rejection_counts',
  rejection: 'rejections',
  event: 'events',
}
const kinds = Object.keys(tableOf) as BackupLine['kind'][]

/** Everything of a workspace as it stands when the first page is asked for, people first, then events in the order they were received. */
export async function* backupPages(connection: Connection, workspace: number): AsyncGenerator<BackupLine[]> {
  await connection.run('begin')
  try {
    for (const kind of kinds) {
      const result = await connection.stream(`select * from ${tableOf[kind]} where workspace = ${workspace}`)
      for await (const rows of result.yieldRowObjectJs()) yield rows.map((row) => ({ kind, ...lineOf[kind](row) }))
    }
  } finally {
    await connection.run('commit').catch(() => {})
    connection.closeSync()
  }
}

/** The events among backup lines, ready to append; a repeated restore recognises them by their ids. */
export function eventsOf(lines: BackupLine[]): PackedEvents {
  const events = lines.filter((line) => line.kind === 'event')
  return {
    ids: events.map((line) => `#${line.id}`),
    names: events.map((line) => text(line.event)),
    distinctIds: events.map((line) => text(line.distinctId)),
    times: Float64Array.from(events, (line) => Date.parse(text(line.at))),
    properties: events.map((line) => JSON.stringify(line.properties)),
    importIds: events.map((line) => (line.importId === undefined ? null : text(line.importId))),
    received: Float64Array.from(events, (line) => Date.parse(text(line.receivedAt))),
  }
}

const q = (value: unknown) => duckdb.text(text(value))
const print = (value: unknown) => String(fromHex(text(value)))
const time = (value: unknown) => duckdb.time(new Date(text(value)))
const json = (value: unknown) => duckdb.text(JSON.stringify(value))

/** By kind: the condition that finds the row a line replaces, and the values of the new row. */
const rowOf: Record<Exclude<BackupLine['kind'], 'event'>, (line: BackupLine) => { same: string; values: string }> = {
  person: (line) => ({
    same: `person = ${print(line.person)}`,
    values: `${print(line.person)}, ${q(line.distinctId)}, ${line.known === true}, ${json(line.properties)}`,
  }),
  identity: (line) => ({
    same: `person = ${print(line.person)}`,
    values: `${print(line.person)}, ${q(line.distinctId)}, ${print(line.into)}`,
  }),
  group: (line) => ({
    same: `type = ${q(line.type)} and key = ${q(line.key)}`,
    values: `${q(line.type)}, ${q(line.key)}, ${json(line.traits)}`,
  }),
  rejectionCount: (line) => ({ same: `reason = ${q(line.reason)}`, values: `${q(line.reason)}, ${Number(line.count)}, ${time(line.at)}` }),
  rejection: (line) => ({
    same: `happened_at = ${time(line.at)} and reason = ${q(line.reason)} and sample = ${q(line.sample)}`,
    values: `${time(line.at)}, ${q(line.reason)}, ${q(line.sample)}`,
  }),
}

/** Writes the lines that are not events inside the caller's transaction; a line replaces what it names. */
export async function restoreLines(connection: Connection, workspace: number, lines: BackupLine[]) {
  for (const kind of kinds) {
    if (kind === 'event') continue
    const rows = lines.filter((line) => line.kind === kind).map(rowOf[kind])
    if (!rows.length) continue
    const table = tableOf[kind]
    const [stored] = await rowsOf(connection, `select exists (select 1 from ${table} where workspace = ${workspace}) as has`)
    if (stored?.has) for (const { same } of rows) await connection.run(`delete from ${table} where workspace = ${workspace} and ${same}`)
    await connection.run(`insert into ${table} values ${rows.map(({ values }) => `(${workspace}, ${values})`).join(', ')}`)
  }
}
