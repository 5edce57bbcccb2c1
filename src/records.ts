import type pg from 'pg'
import type { DataFolder } from '#db/data-folder.ts'
import { startEmbeddedPostgres } from '#db/embedded-postgres.ts'
import type { Settings } from './settings.ts'

/** The database, up to date. `lost` resolves when it has ended by itself; it says what to look at. */
export type Records = { owner: pg.PoolConfig; lost: Promise<string>; close: () => Promise<void> }

const never = new Promise<never>(() => {})

export async function openRecords(settings: Settings, folder: DataFolder): Promise<Records> {
  const records = await startPostgres(settings, folder.path)
  try {
    // Read while Postgres was starting: what is needed to migrate takes longer to load than Postgres to start.
    await (await import('#db/migrate.ts')).migrate(records.owner)
    folder.stamp()
    return records
  } catch (error) {
    await records.close()
    throw error
  }
}

/** The database as it stands, not migrated. */
export async function startPostgres({ databaseUrl }: Pick<Settings, 'databaseUrl'>, folder: string): Promise<Records> {
  if (databaseUrl) {
    const { reachPostgres } = await import('#db/external-postgres.ts')
    return { owner: await reachPostgres(databaseUrl), lost: never, close: async () => {} }
  }
  const { connection, gone, stop } = await startEmbeddedPostgres(folder)
  return { owner: connection, lost: gone.then(() => `PostgreSQL ended by itself. ${folder}/postgres.log says why.`), close: stop }
}
