import type { Kysely } from 'kysely'
import type { WhoAndWhen } from '#domain/learn/practice.ts'
import type { PracticeScope } from '#domain/learn/practice-check.ts'
import type { FieldValue, PracticeRecord } from '#domain/learn/practice-rules.ts'
import { type RecordKind, type RecordOf, recordTables } from '../../records/kinds.ts'
import type { Scope } from '../../scope.ts'

/** A check looks at the newest of what counts; more than this nobody makes by hand. */
const MOST = 500

export type Asked = { scope: PracticeScope; who: WhoAndWhen }
type AnyTable = Kysely<Record<string, Record<string, unknown>>>

/** The records of a kind that count for this learner, the last changed first. Said in SQL as `countsFor` says it. */
export async function candidates<K extends RecordKind>({ db, workspaceId }: Scope, kind: K, { scope, who }: Asked): Promise<RecordOf<K>[]> {
  let rows = (db as unknown as AnyTable)
    .selectFrom(recordTables[kind].table)
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
  if (scope.author === 'me') rows = rows.where('createdBy', '=', who.learnerId)
  if (scope.since === 'enrolled') rows = rows.where(scope.author === 'me' ? 'createdAt' : 'updatedAt', '>=', who.enrolledAt)
  return (await rows.orderBy('updatedAt', 'desc').limit(MOST).execute()) as unknown as RecordOf<K>[]
}

type Wanted<K extends RecordKind, Column extends keyof RecordOf<K>> = {
  columns: readonly Column[]
  /** One column and the ids it must hold one of; no ids, no rows. */
  where?: Partial<Record<keyof RecordOf<K>, readonly (string | null)[]>>
}

/** Columns of the records of a kind that are not archived. */
export async function rowsOf<K extends RecordKind, Column extends keyof RecordOf<K>>(
  { db, workspaceId }: Scope,
  kind: K,
  { columns, where = {} }: Wanted<K, Column>,
): Promise<Pick<RecordOf<K>, Column>[]> {
  let rows = (db as unknown as AnyTable)
    .selectFrom(recordTables[kind].table)
    .select(columns as readonly string[])
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
  for (const [column, values] of Object.entries(where) as [string, readonly (string | null)[]][]) {
    const ids = [...new Set(values.filter((id) => id !== null))]
    if (!ids.length) return []
    rows = rows.where(column, 'in', ids)
  }
  return (await rows.execute()) as unknown as Pick<RecordOf<K>, Column>[]
}

type Base = { id: string; ownerId: string | null; createdAt: Date; updatedAt: Date; key?: string }

/** What every record has, in the words of a check. */
export function everyField(row: Base, title: string): PracticeRecord {
  const short = title.length > 80 ? `${title.slice(0, 79)}…` : title
  return {
    id: row.id,
    title: short,
    key: row.key ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    hasOwner: row.ownerId !== null,
  }
}

export const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length
export const distinct = (values: readonly FieldValue[]) =>
  new Set(values.filter((value) => value !== null && value !== undefined && value !== '')).size
export const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))
export const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** `countBy(rows, 'betId')` → how many rows carry each bet. */
export function countBy<Row, Column extends keyof Row>(rows: readonly Row[], column: Column) {
  const counts = new Map<Row[Column], number>()
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1)
  return (id: Row[Column]) => counts.get(id) ?? 0
}
