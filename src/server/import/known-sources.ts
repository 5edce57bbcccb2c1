import { sql } from 'kysely'
import type { Draft } from '#domain/import/check-rows.ts'
import type { Mapping } from '#domain/import/mapping.ts'
import type { Scope } from '../scope.ts'

/** Which of these source ids the workspace has already, archived records included. */
export async function knownSources(
  scope: Scope,
  { kind, sourceSystem }: Pick<Mapping, 'kind' | 'sourceSystem'>,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0 || kind === 'events') return new Set()
  const { db, workspaceId } = scope
  // One array, not thousands of parameters.
  const among = sql<boolean>`source_id = any(${ids}::text[])`
  const found =
    kind === 'feedback'
      ? db
          .selectFrom('feedback')
          .select('sourceId')
          .where('workspaceId', '=', workspaceId)
          .where('sourceSystem', '=', sourceSystem)
          .where(among)
      : db.selectFrom(kind).select('sourceId').where('workspaceId', '=', workspaceId).where(among)
  const rows = await found.execute()
  return new Set(rows.map((row) => row.sourceId!))
}

/** How many of these drafts are there already. The warehouse tells of events only when it is given them. */
export async function countKnown(scope: Scope, mapping: Mapping, drafts: Draft[]) {
  const ids = drafts.map((draft) => ('sourceId' in draft ? draft.sourceId : ''))
  return (await knownSources(scope, mapping, ids)).size
}
