import { sql } from 'kysely'
import type { Changes } from '#db/installation-tables.ts'
import { changesBetween, record } from '../activity.ts'
import { stored } from '../records/records.ts'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'

const tables = { account: 'accounts', contact: 'contacts' } as const
type PersonKind = keyof typeof tables
type KnownRecord = { id: string; name: string; version: number; traits: Record<string, unknown>; [column: string]: unknown }
type Fill = { kind: PersonKind; known: KnownRecord; values: Record<string, unknown> }

/** Accounts of these names, or contacts with these addresses, by lower-case name or address. */
export async function knownPeople({ db, workspaceId }: Scope, kind: PersonKind, keys: string[]): Promise<Map<string, KnownRecord>> {
  const key = kind === 'account' ? sql`lower(name)` : sql`lower(email::text)`
  const { rows } = await sql<KnownRecord & { matched: string }>`select *, ${key} as matched from ${sql.table(tables[kind])}
    where workspace_id = ${workspaceId} and ${key} = any(${keys}::text[]) and archived_at is null order by created_at desc`.execute(db)
  return new Map(rows.map(({ matched, ...known }) => [matched, known]))
}

/** Writes what the file knows over what is there; the journal keeps what stood before. False when the file brings nothing new. */
export async function fillIn(scope: Scope, row: Import, { kind, known, values }: Fill): Promise<boolean> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const changes = changesBetween(known, { ...given, traits: { ...known.traits, ...(values.traits as object) } })
  if (Object.keys(changes).length === 0) return false
  await write(scope, { kind, id: known.id }, afterOf(changes))
  await record(scope, { what: `${kind}.changed`, kind, record: known, changes, importId: row.id })
  return true
}

/** Puts back what an import wrote over, field by field, unless somebody has changed the field since. Tells how many records. */
export async function takeBackFills(scope: Scope, importId: string): Promise<number> {
  const { db, workspaceId } = scope
  const filled = await db
    .selectFrom('activities')
    .select(['aboutKind', 'aboutId', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('importId', '=', importId)
    .where('what', 'in', ['account.changed', 'contact.changed'])
    .orderBy('id', 'desc')
    .execute()
  for (const { aboutKind, aboutId, changes } of filled)
    await takeBackFill(scope, { kind: aboutKind as PersonKind, id: aboutId }, { changes, importId })
  return new Set(filled.map(({ aboutId }) => aboutId)).size
}

async function takeBackFill(
  scope: Scope,
  place: { kind: PersonKind; id: string },
  { changes, importId }: { changes: Changes; importId: string },
) {
  const { rows } =
    await sql<KnownRecord>`select * from ${sql.table(tables[place.kind])} where workspace_id = ${scope.workspaceId} and id = ${place.id}`.execute(
      scope.db,
    )
  const [now] = rows
  if (!now) return
  const moved = changesBetween(now, afterOf(changes))
  const back = Object.fromEntries(Object.entries(changes).flatMap(([column, { before }]) => (moved[column] ? [] : [[column, before]])))
  const undone = changesBetween(now, back)
  if (Object.keys(undone).length === 0) return
  await write(scope, place, back)
  await record(scope, { what: `${place.kind}.undone`, kind: place.kind, record: now, changes: undone, importId })
}

const afterOf = (changes: Changes) => Object.fromEntries(Object.entries(changes).map(([column, { after }]) => [column, after]))

async function write({ db, workspaceId, now }: Scope, { kind, id }: { kind: PersonKind; id: string }, values: Record<string, unknown>) {
  await db
    .updateTable(tables[kind])
    .set({ ...stored(values), version: sql`version + 1`, updatedAt: now() } as never)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
