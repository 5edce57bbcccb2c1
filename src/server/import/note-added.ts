import { sql } from 'kysely'
import type { Kind } from '#domain/keys.ts'
import { JOURNAL_CHANNEL } from '../activity.ts'
import { titleOf } from '../records/kinds.ts'
import type { Scope } from '../scope.ts'

type Added = { id: string; key?: string }

/** One journal row for each record that an import made: `feedback.added`, in one statement. */
export async function noteAdded(scope: Scope, { kind, importId }: { kind: Kind; importId: string }, records: Added[]) {
  if (records.length === 0) return
  const rows = JSON.stringify(records.map((record) => ({ id: record.id, key: record.key ?? null, title: titleOf(record) })))
  await sql`insert into activities (workspace_id, at, member_id, origin, what, about_kind, about_id, about_key, about_title, import_id)
    select ${scope.workspaceId}, ${scope.now()}::timestamptz, ${scope.member.id}, 'import', ${`${kind}.added`}, ${kind}, r.id, r.key, r.title, ${importId}
    from json_to_recordset(${rows}::json) as r(id uuid, key text, title text)`.execute(scope.db)
  await sql`select pg_notify(${JOURNAL_CHANNEL}, ${scope.workspaceId})`.execute(scope.db)
}
