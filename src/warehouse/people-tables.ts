import type { Database } from './database.ts'
import { rowsOf } from './database.ts'
import type { Properties } from './events.ts'
import { fingerprint } from './fingerprint.ts'
import { type IdentityChanges, idsIn, type PersonRecord, planIdentities, type StoredPeople } from './identities.ts'
import type { PackedDelivery } from './protocol.ts'

type Connection = Database['writing']

const inList = (numbers: Iterable<bigint>) => `(${[...numbers].join(', ')})`

async function loadPeople(connection: Connection, workspace: number, distinctIds: string[]): Promise<StoredPeople> {
  const prints = new Set(distinctIds.map(fingerprint))
  const mergedRows = await rowsOf(
    connection,
    `select person, into_person from merged where workspace = ${workspace} and person in ${inList(prints)}`,
  )
  const roots = new Map(mergedRows.map((row) => [row.person as bigint, row.into_person as bigint]))
  const wanted = new Set([...prints].map((print) => roots.get(print) ?? print))
  const rows = await rowsOf(
    connection,
    `select person, distinct_id, known, properties from people where workspace = ${workspace} and person in ${inList(wanted)}`,
  )
  return { roots, records: new Map(rows.map((row) => [row.person as bigint, toRecord(row)])) }
}

function toRecord(row: Record<string, unknown>): PersonRecord {
  return {
    person: row.person as bigint,
    distinctId: row.distinct_id as string,
    known: row.known as boolean,
    properties: JSON.parse(row.properties as string) as Properties,
  }
}

async function writeMerges(connection: Connection, workspace: number, merges: IdentityChanges['merges']) {
  // Whoever was joined to somebody who goes now follows them, so that one step always leads to the one who stays.
  const moves = merges.map(({ person, into }) => `(${person}, ${into})`).join(', ')
  await connection.run(
    `update merged set into_person = moves.stays from (values ${moves}) moves(goes, stays) where workspace = ${workspace} and into_person = moves.goes`,
  )
  const appender = await connection.createAppender('merged')
  for (const merge of merges) {
    appender.appendInteger(workspace)
    appender.appendBigInt(merge.person)
    appender.appendVarchar(merge.distinctId)
    appender.appendBigInt(merge.into)
    appender.endRow()
  }
  appender.closeSync()
}

async function writePeople(connection: Connection, workspace: number, { changed, removed }: IdentityChanges) {
  const gone = [...removed, ...changed.map((record) => record.person)]
  if (gone.length) await connection.run(`delete from people where workspace = ${workspace} and person in ${inList(gone)}`)
  const appender = await connection.createAppender('people')
  for (const record of changed) {
    appender.appendInteger(workspace)
    appender.appendBigInt(record.person)
    appender.appendVarchar(record.distinctId)
    appender.appendBoolean(record.known)
    appender.appendVarchar(JSON.stringify(record.properties))
    appender.endRow()
  }
  appender.closeSync()
}

/** Joins people and changes what is known about them, inside the caller's transaction; returns the joins that were refused. */
export async function writeIdentities(connection: Connection, workspace: number, delivery: PackedDelivery) {
  const { identifications, aliases } = delivery
  if (!identifications.length && !aliases.length) return []
  const stored = await loadPeople(connection, workspace, idsIn(identifications, aliases))
  const changes = planIdentities(stored, identifications, aliases)
  if (changes.merges.length) await writeMerges(connection, workspace, changes.merges)
  if (changes.changed.length || changes.removed.length) await writePeople(connection, workspace, changes)
  return changes.refusals
}
