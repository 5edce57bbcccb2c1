import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Changes } from '#db/installation-tables.ts'
import type { Kind } from '#domain/keys.ts'
import { noticeChange } from './learn/practice/notice-change.ts'
import { titleOf } from './records/kinds.ts'
import type { Scope } from './scope.ts'

export const JOURNAL_CHANNEL = 'tricorn_journal'

/** What customers said is never copied into the journal: it may have to be redacted later. */
const ownWords = new Set<Kind>(['feedback', 'insight'])

export type Happening = {
  what: string
  kind: Kind
  record: { id: string; key?: string }
  changes?: Changes
  why?: string | null
  undoes?: string | null
  importId?: string | null
}

/** Writes one row of the journal, in the transaction of the change it tells of, and wakes the journal's readers at commit. */
export async function record(scope: Scope, { what, kind, record, changes = {}, why = null, undoes = null, importId = null }: Happening) {
  const { id } = await scope.db
    .insertInto('activities')
    .values({
      workspaceId: scope.workspaceId,
      at: scope.now(),
      memberId: scope.member.id,
      origin: importId ? 'import' : scope.origin,
      what,
      aboutKind: kind,
      aboutId: record.id,
      aboutKey: record.key ?? null,
      aboutTitle: ownWords.has(kind) ? '' : titleOf(record),
      changes: JSON.stringify(changes) as unknown as Changes,
      why,
      undoes,
      importId,
      requestId: scope.requestId || null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  scope.activities.push(id)
  await sql`select pg_notify(${JOURNAL_CHANNEL}, ${scope.workspaceId})`.execute(scope.db)
  await noticeChange(scope, kind)
}

/** The fields that really differ: `{ title: { before, after } }`. */
export function changesBetween(record: object, changes: object): Changes {
  const before = record as Record<string, unknown>
  const pairs = Object.entries(changes).filter(
    ([field, after]) => after !== undefined && !isDeepStrictEqual(asJson(before[field]), asJson(after)),
  )
  return Object.fromEntries(pairs.map(([field, after]) => [field, { before: before[field] ?? null, after }]))
}

/** Dates and their text are the same thing in the journal. */
function asJson(value: unknown) {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
