import { type Kysely, sql } from 'kysely'

/** Row-level security: the application's role sees and writes only rows of the workspace that its transaction has set. */
export async function protect(db: Kysely<unknown>, tables: string[]) {
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`create policy own_workspace on ${sql.table(table)}
      using (workspace_id = nullif(current_setting('tricorn.workspace', true), '')::uuid)
      with check (workspace_id = nullif(current_setting('tricorn.workspace', true), '')::uuid)`.execute(db)
  }
}
