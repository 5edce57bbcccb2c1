import pg from 'pg'
import { Conflict } from '#domain/problems.ts'

const oldest = 15

/** A Postgres that somebody else operates, once it has shown that it answers and is not too old. */
export async function reachPostgres(connectionString: string): Promise<pg.PoolConfig> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new Conflict(`The PostgreSQL at DATABASE_URL cannot be reached: ${(error as Error).message}`)
  }
  const { rows } = await client.query<{ server_version: string }>('show server_version').finally(() => client.end())
  refuseOld(rows[0]!.server_version)
  return { connectionString }
}

export function refuseOld(version: string) {
  if (Number.parseInt(version, 10) >= oldest) return
  throw new Conflict(`Tricorn needs PostgreSQL ${oldest} or later, and the one at DATABASE_URL is ${version}. Nothing was changed.`)
}
