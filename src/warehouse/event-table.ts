import { DuckDBTimestampValue } from '@duckdb/node-api'
import type { Database } from './database.ts'
import { rowsOf } from './database.ts'
import { duckdb } from './dialect.ts'
import { familiarFingerprint, fromHex, idFingerprint } from './fingerprint.ts'
import type { Counts, PackedEvents } from './protocol.ts'
import type { RecentIds } from './recent-ids.ts'

type Connection = Database['writing']
type Appender = Awaited<ReturnType<Connection['createAppender']>>

/** A delivery's events on their way in, with the fingerprints of their ids. */
export type Incoming = { workspace: number; receivedAt: number; events: PackedEvents; ids: BigInt64Array; people: BigInt64Array }

// Senders' clocks run ahead by this much at most before the window of recent ids could miss a repetition.
const CLOCK_SLACK_MS = 600_000
const SEARCH_SLACK_MS = 86_400_000
const HEX_ID = /^#[0-9a-f]{16}$/

/** The fingerprint of a message id; `#` and 16 digits is a fingerprint already, as backups carry it. */
const idPrint = (id: string) => (HEX_ID.test(id) ? fromHex(id.slice(1)) : idFingerprint(id))

export function incoming(workspace: number, receivedAt: number, events: PackedEvents): Incoming {
  return {
    workspace,
    receivedAt,
    events,
    ids: BigInt64Array.from(events.ids, idPrint),
    people: BigInt64Array.from(events.distinctIds, familiarFingerprint),
  }
}

const searchKey = (workspace: number, id: bigint) => `${workspace}:${id}`

async function searchIds(connection: Connection, workspace: number, late: { id: bigint; time: number }[]) {
  const times = late.map(({ time }) => time)
  const from = times.reduce((a, b) => Math.min(a, b)) - SEARCH_SLACK_MS
  const to = times.reduce((a, b) => Math.max(a, b)) + SEARCH_SLACK_MS
  // The dates let DuckDB skip the parts of the table that cannot hold the event.
  const rows = await rowsOf(
    connection,
    `select id from events where workspace = ${workspace} and happened_at between ${duckdb.time(new Date(from))} and ${duckdb.time(new Date(to))}
       and id in (${late.map(({ id }) => id).join(', ')})`,
  )
  return rows.map((row) => searchKey(workspace, row.id as bigint))
}

function lateIn({ workspace, events, ids }: Incoming, recent: RecentIds) {
  const late: { id: bigint; time: number }[] = []
  const knownFrom = recent.since() + CLOCK_SLACK_MS
  for (let row = 0; row < ids.length; row++) {
    const time = events.times[row]!
    if (time < knownFrom && !recent.has(workspace, ids[row]!)) late.push({ id: ids[row]!, time })
  }
  return late
}

/** Ids that are on disk already, searched only for events that happened before the recent ids begin. */
export async function findStoredIds(connection: Connection, group: Incoming[], recent: RecentIds) {
  const found = new Set<string>()
  for (const [workspace, deliveries] of Map.groupBy(group, (delivery) => delivery.workspace)) {
    const late = deliveries.flatMap((delivery) => lateIn(delivery, recent))
    if (late.length) for (const key of await searchIds(connection, workspace, late)) found.add(key)
  }
  return found
}

const timestamp = (milliseconds: number) => new DuckDBTimestampValue(BigInt(Math.trunc(milliseconds)) * 1_000n)

function appendEvent(appender: Appender, { workspace, events, ids, people }: Incoming, row: number, receivedAt: DuckDBTimestampValue) {
  const distinctId = events.distinctIds[row]!
  const importId = events.importIds?.[row]
  appender.appendInteger(workspace)
  appender.appendBigInt(ids[row]!)
  appender.appendVarchar(events.names[row]!)
  appender.appendVarchar(distinctId)
  appender.appendBigInt(people[row]!)
  appender.appendTimestamp(timestamp(events.times[row]!))
  appender.appendTimestamp(receivedAt)
  appender.appendVarchar(events.properties[row]!)
  if (importId) appender.appendVarchar(importId)
  else appender.appendNull()
  appender.endRow()
}

/** Appends what is new; notes every id as seen. */
export function appendNew(appender: Appender, delivery: Incoming, recent: RecentIds, stored: Set<string>): Counts {
  const { workspace, ids, receivedAt } = delivery
  const received = timestamp(receivedAt)
  const times = delivery.events.received
  let added = 0
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!
    if (recent.has(workspace, id)) continue
    recent.add(workspace, id, receivedAt)
    if (stored.size && stored.has(searchKey(workspace, id))) continue
    appendEvent(appender, delivery, row, times ? timestamp(times[row]!) : received)
    added++
  }
  return { added, duplicates: ids.length - added }
}

/** Fills the window of recent ids with what was received last, after a start or after events were removed. */
export async function refillRecentIds(connection: Connection, recent: RecentIds, limit = 500_000) {
  const rows = await rowsOf(
    connection,
    `select workspace, id, epoch_ms(received_at) as received from events
       where rowid >= (select coalesce(max(rowid), 0) from events) - ${limit} order by rowid`,
  )
  const isAll = rows.length <= limit && (await rowsOf(connection, 'select count(*) as n from events'))[0]?.n === BigInt(rows.length)
  const first = rows[0]
  recent.clear(isAll || !first ? Number.NEGATIVE_INFINITY : Number(first.received))
  for (const row of rows) recent.add(row.workspace as number, row.id as bigint, Number(row.received))
}
