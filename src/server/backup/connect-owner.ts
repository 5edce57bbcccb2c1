import pg from 'pg'

/** One connection as the owner of the tables, who sees the rows of every workspace. */
export async function connectOwner(owner: pg.PoolConfig) {
  const client = new pg.Client(owner as pg.ClientConfig)
  // Without a listener a connection that Postgres closes would end the process; the query under way fails all the same.
  client.on('error', () => {})
  await client.connect()
  return client
}
