import { sql } from 'kysely'
import { refuseUndo } from '#domain/import/import-progress.ts'
import { record } from '../activity.ts'
import type { Scope } from '../scope.ts'
import { takeBackFills } from './fill-people.ts'
import { changeImport, findImport, type Import, type Undone } from './imports.ts'
import { forgetUpload } from './uploads.ts'

/**
 * Takes a whole import back in one transaction. Records that nobody has touched are removed, so that the file can be imported again;
 * those that somebody has worked on are archived and can be restored.
 */
export async function undoImport(scope: Scope, id: string): Promise<Undone & { import: Import }> {
  const row = await findImport(scope, id, { locked: true })
  refuseUndo(row, scope.now())
  const undone = row.mapping.kind === 'events' ? await removeEvents(scope, id) : await removeRecords(scope, id)
  const changed = await changeImport(scope, id, { state: 'undone', undoneAt: scope.now(), undoneBy: scope.member.id, undone })
  await forgetUpload(scope.services, { workspaceId: scope.workspaceId, id })
  await record(scope, {
    what: 'import.undone',
    kind: 'import',
    record: { id, title: row.fileName } as { id: string },
    importId: id,
    changes: { removed: { before: 0, after: undone.removed }, archived: { before: 0, after: undone.archived } },
  })
  return { ...undone, import: changed }
}

async function removeEvents({ services, workspaceId }: Scope, id: string): Promise<Undone> {
  return { removed: await services.warehouse.undoImport(workspaceId, id), archived: 0, kept: 0, putBack: 0 }
}

/** Feedback first: it holds on to contacts, and both to accounts. */
async function removeRecords(scope: Scope, id: string): Promise<Undone> {
  const total = { removed: 0, archived: 0, kept: 0, putBack: await takeBackFills(scope, id) }
  for (const table of ['feedback', 'contacts', 'accounts'] as const) {
    total.removed += await removeUntouched(scope, table, id)
    total.archived += await archiveRest(scope, table, id)
    total.kept += await countKept(scope, table, id)
  }
  return total
}

const heldBy = {
  feedback: [sql`select 1 from insights i where i.workspace_id = r.workspace_id and i.feedback_id = r.id`],
  contacts: [sql`select 1 from feedback f where f.workspace_id = r.workspace_id and f.contact_id = r.id`],
  accounts: [
    sql`select 1 from feedback f where f.workspace_id = r.workspace_id and f.account_id = r.id`,
    sql`select 1 from contacts c where c.workspace_id = r.workspace_id and c.account_id = r.id`,
  ],
}
type PeopleTable = keyof typeof heldBy

async function removeUntouched({ db, workspaceId }: Scope, table: PeopleTable, id: string) {
  const free = [...heldBy[table], sql`select 1 from comments c where c.workspace_id = r.workspace_id and c.about_id = r.id`].map(
    (holder) => sql`not exists (${holder})`,
  )
  const removed =
    await sql`delete from ${sql.table(table)} r where r.workspace_id = ${workspaceId} and r.import_id = ${id} and r.version = 1 and ${sql.join(free, sql` and `)}`.execute(
      db,
    )
  return Number(removed.numAffectedRows ?? 0)
}

/** An account or contact that other feedback speaks of stays: it is no longer only this import's. */
async function archiveRest({ db, workspaceId, now }: Scope, table: PeopleTable, id: string) {
  const inUse = table === 'feedback' ? [] : heldBy[table].map((holder) => sql`and not exists (${holder} and archived_at is null)`)
  const archived =
    await sql`update ${sql.table(table)} r set archived_at = ${now()}::timestamptz, updated_at = ${now()}::timestamptz, version = version + 1
    where r.workspace_id = ${workspaceId} and r.import_id = ${id} and r.archived_at is null ${sql.join(inUse, sql` `)}`.execute(db)
  return Number(archived.numAffectedRows ?? 0)
}

async function countKept({ db, workspaceId }: Scope, table: PeopleTable, id: string) {
  const kept = db.selectFrom(table).where('workspaceId', '=', workspaceId).where('importId', '=', id).where('archivedAt', 'is', null)
  return Number((await kept.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()).count)
}
