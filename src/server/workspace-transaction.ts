import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from '#db/schema.ts'

/** From here on the transaction sees this workspace alone. */
export async function setWorkspace({ db }: { db: Kysely<Schema> }, workspaceId: string) {
  await sql`select set_config('tricorn.workspace', ${workspaceId}, true)`.execute(db)
}

/** A transaction of a workspace that nobody asked for, so there is no member to be: only the workspace is set. */
export function inWorkspaceAlone<T>(
  { db }: { db: Kysely<Schema> },
  workspaceId: string,
  work: (db: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await setWorkspace({ db: transaction }, workspaceId)
    return work(transaction)
  })
}
