import type { SqlContext } from './action-sql.ts'
import type { Read } from './database.ts'
import type { Person, Properties, StoredEvent } from './events.ts'
import { fingerprint, toHex } from './fingerprint.ts'

type EventRow = {
  id: bigint
  event: string
  distinct_id: string
  person: bigint
  happened_at: Date
  received_at: Date
  properties: string
  import_id: string | null
}

const SAMPLED = 10_000
const OFFERED_VALUES = 50

function toEvent(row: EventRow): StoredEvent {
  return {
    id: toHex(row.id),
    event: row.event,
    distinctId: row.distinct_id,
    person: toHex(row.person),
    at: row.happened_at,
    receivedAt: row.received_at,
    properties: JSON.parse(row.properties) as Properties,
    ...(row.import_id !== null && { importId: row.import_id }),
  }
}

function eventsSql({ workspace, hasMerges }: SqlContext) {
  const join = hasMerges ? ` left join merged m on m.workspace = ${workspace} and m.person = e.person` : ''
  const person = hasMerges ? 'coalesce(m.into_person, e.person)' : 'e.person'
  return `select e.id, e.event, e.distinct_id, ${person} as person, e.happened_at, e.received_at, e.properties, e.import_id
    from events e${join} where e.workspace = ${workspace}`
}

/** In the order they were received, latest first. */
export async function readRecentEvents(read: Read, context: SqlContext, limit: number) {
  return (await read<EventRow>(`${eventsSql(context)} order by e.rowid desc limit ${limit}`)).map(toEvent)
}

async function readRoot(read: Read, workspace: number, distinctId: string) {
  const person = fingerprint(distinctId)
  const [row] = await read<{ into_person: bigint }>(`select into_person from merged where workspace = ${workspace} and person = ${person}`)
  return row?.into_person ?? person
}

export async function readPersonEvents(read: Read, context: SqlContext, { distinctId, limit }: { distinctId: string; limit: number }) {
  const root = await readRoot(read, context.workspace, distinctId)
  const joined = context.hasMerges
    ? ` or e.person in (select person from merged where workspace = ${context.workspace} and into_person = ${root})`
    : ''
  const rows = await read<EventRow>(
    `${eventsSql(context)} and (e.person = ${root}${joined}) order by e.happened_at desc, e.rowid desc limit ${limit}`,
  )
  return rows.map(toEvent)
}

/** Whoever is behind a distinct id, once anything but events is known of them. */
export async function readPerson(read: Read, workspace: number, distinctId: string): Promise<Person | undefined> {
  const root = await readRoot(read, workspace, distinctId)
  const [row] = await read<{ distinct_id: string; properties: string }>(
    `select distinct_id, properties from people where workspace = ${workspace} and person = ${root}`,
  )
  if (!row) return undefined
  const others = await read<{ distinct_id: string }>(
    `select distinct_id from merged where workspace = ${workspace} and into_person = ${root} order by distinct_id`,
  )
  return {
    person: toHex(root),
    distinctIds: [row.distinct_id, ...others.map((other) => other.distinct_id)],
    properties: JSON.parse(row.properties) as Properties,
  }
}

export async function readEventNames(read: Read, workspace: number) {
  const rows = await read<{ event: string; count: bigint; lastAt: Date }>(
    `select event, count(*) as count, max(happened_at) as "lastAt" from events where workspace = ${workspace}
       group by event order by count desc, event limit 1000`,
  )
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

function sampleSql({ dialect, workspace }: SqlContext, event: string | null) {
  if (event === null) return `select properties from people where workspace = ${workspace} order by rowid desc limit ${SAMPLED}`
  return `select properties from events where workspace = ${workspace} and event = ${dialect.text(event)} order by rowid desc limit ${SAMPLED}`
}

export async function readPropertyNames(read: Read, context: SqlContext, event: string | null) {
  const rows = await read<{ name: string }>(
    `select distinct unnest(json_keys(properties)) as name from (${sampleSql(context, event)}) s order by name limit 1000`,
  )
  return rows.map(({ name }) => name)
}

export async function readPropertyValues(read: Read, context: SqlContext, { event, property }: { event: string | null; property: string }) {
  const rows = await read<{ value: string; count: bigint }>(
    `select value, count(*) as count from (select ${context.dialect.property('properties', property)} as value from (${sampleSql(context, event)}) s) v
       where value is not null and length(value) <= 200 group by value order by count desc, value limit ${OFFERED_VALUES}`,
  )
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
