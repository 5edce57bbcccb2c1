import { type Kysely, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { isId, keyOf, parseKey, type prefixes } from '#domain/keys.ts'
import { Conflict, NotAllowed, NotFound, OutOfDate } from '#domain/problems.ts'
import { changesBetween, record as recordActivity } from '../activity.ts'
import type { Editable, Scope } from '../scope.ts'
import { hasKey, type NewRecord, type RecordChanges, type RecordKind, type RecordOf, recordTables } from './kinds.ts'
import { rulesOf } from './rules.ts'

type AnyTable = Kysely<Record<string, Record<string, unknown>>>
type Row = Record<string, unknown> & { id: string; version: number }

/** The tables of all kinds look alike to this file; its exported functions give the types back. */
const anyTable = ({ db }: Scope) => db as unknown as AnyTable

/** Finds by id or by human key. What another workspace holds is not there. */
export async function findRecord<K extends RecordKind>(scope: Scope, kind: K, idOrKey: string): Promise<RecordOf<K>> {
  const { table, noun } = recordTables[kind]
  const column = isId(idOrKey) ? 'id' : hasKey(kind) && parseKey(idOrKey)?.kind === kind ? 'key' : undefined
  const value = column === 'key' ? idOrKey.trim().toUpperCase() : idOrKey.toLowerCase()
  const row =
    column &&
    (await anyTable(scope)
      .selectFrom(table)
      .selectAll()
      .where('workspaceId', '=', scope.workspaceId)
      .where(column, '=', value)
      .executeTakeFirst())
  const record = row && shown<K>(row)
  if (!record || !rulesOf(kind).maySee(scope.member, record)) throw new NotFound(`There is no such ${noun}.`)
  return record
}

/** Finds a record and permits to change it: by role, by version (`If-Match`), and while it is not archived. */
export async function editableRecord<K extends RecordKind>(
  scope: Scope,
  kind: K,
  idOrKey: string,
  { version, archived = false }: { version?: number | undefined; archived?: boolean } = {},
) {
  const record = await findRecord(scope, kind, idOrKey)
  if (!rulesOf(kind).mayChange(scope.member, record))
    throw new NotAllowed(`You may read this ${recordTables[kind].noun}, but not change it.`)
  if (version !== undefined && version !== record.version) throw outOfDate(kind)
  if (record.archivedAt && !archived) throw new Conflict(`This ${recordTables[kind].noun} is archived. Restore it first.`)
  return record as Editable<RecordOf<K>>
}

/** Adds a record with the next key, and writes `kind.added` to the journal. Owned by whoever adds it unless the record says otherwise. */
export async function addRecord<K extends RecordKind>(
  scope: Scope,
  kind: K,
  values: NewRecord<K>,
  trace: { what?: string; why?: string | null } = {},
): Promise<RecordOf<K>> {
  const now = scope.now()
  const keyed = hasKey(kind) ? { key: keyOf(kind, await takeNumbers(scope, kind, 1)) } : {}
  const row = {
    ownerId: scope.member.id,
    ...values,
    ...keyed,
    workspaceId: scope.workspaceId,
    id: uuidv7(),
    createdBy: scope.member.id,
    createdAt: now,
    updatedAt: now,
  }
  const added = await anyTable(scope).insertInto(recordTables[kind].table).values(stored(row)).returningAll().executeTakeFirstOrThrow()
  const record = shown<K>(added)
  await recordActivity(scope, { what: trace.what ?? `${kind}.added`, kind, record, why: trace.why ?? null })
  return record
}

/** Changes a record and writes what was before and after to the journal. Changing nothing writes nothing. */
export async function changeRecord<K extends RecordKind>(
  scope: Scope,
  { kind, record }: { kind: K; record: Editable<RecordOf<K>> },
  changes: RecordChanges<K>,
  trace: { what?: string; why?: string | null; undoes?: string | null } = {},
): Promise<RecordOf<K>> {
  const difference = changesBetween(record, changes)
  if (Object.keys(difference).length === 0) return record
  const after = Object.fromEntries(Object.keys(difference).map((column) => [column, (changes as Record<string, unknown>)[column]]))
  await rulesOf(kind).checkChange(scope, { ...record, ...after }, difference)
  const row = await anyTable(scope)
    .updateTable(recordTables[kind].table)
    .set(stored({ ...after, version: record.version + 1, updatedAt: scope.now() }))
    .where('workspaceId', '=', scope.workspaceId)
    .where('id', '=', record.id)
    .where('version', '=', record.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw outOfDate(kind)
  const changed = shown<K>(row)
  await recordActivity(scope, {
    what: trace.what ?? `${kind}.changed`,
    kind,
    record: changed,
    changes: difference,
    why: trace.why ?? null,
    undoes: trace.undoes ?? null,
  })
  return changed
}

export function archiveRecord<K extends RecordKind>(scope: Scope, kind: K, record: Editable<RecordOf<K>>, trace: { undoes?: string } = {}) {
  if (record.archivedAt) throw new Conflict(`This ${recordTables[kind].noun} is archived already.`)
  const archived = { archivedAt: scope.now() } as unknown as RecordChanges<K>
  return changeRecord(scope, { kind, record }, archived, { what: `${kind}.archived`, ...trace })
}

export function restoreRecord<K extends RecordKind>(scope: Scope, kind: K, record: Editable<RecordOf<K>>) {
  if (!record.archivedAt) throw new Conflict(`This ${recordTables[kind].noun} is not archived.`)
  return changeRecord(scope, { kind, record }, { archivedAt: null } as unknown as RecordChanges<K>, { what: `${kind}.restored` })
}

/** Reserves `count` numbers and answers the first: the next key is `first`, then `first + 1` … */
export async function takeNumbers({ db, workspaceId }: Scope, kind: keyof typeof prefixes, count: number) {
  const { rows } = await sql<{ last: string }>`insert into counters (workspace_id, kind, last) values (${workspaceId}, ${kind}, ${count})
    on conflict (workspace_id, kind) do update set last = counters.last + ${count} returning last`.execute(db)
  return Number(rows[0]!.last) - count + 1
}

function outOfDate(kind: RecordKind) {
  return new OutOfDate(`Somebody else changed this ${recordTables[kind].noun} in the meantime. Look at it again, then repeat your change.`)
}

function shown<K extends RecordKind>(row: Record<string, unknown>) {
  const { search: _search, workspaceId: _workspace, ...rest } = row as Row & { title?: string }
  return rest as unknown as RecordOf<K>
}

/** Lists and nested values live in jsonb columns, and the driver takes those as JSON text. */
export function stored(row: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, isNested(value) ? JSON.stringify(value) : value]))
}

function isNested(value: unknown) {
  return Array.isArray(value) || (typeof value === 'object' && value !== null && !(value instanceof Date))
}
