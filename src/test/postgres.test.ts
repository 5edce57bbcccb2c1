import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from './postgres.ts'

async function query(config: pg.PoolConfig, statement: string) {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query(statement).finally(() => client.end())
  return rows as Record<string, unknown>[]
}

test('every test gets a database of its own, with the tables in it', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()])
  await query(one.owner, 'create table only_here (id int)')
  await expect(query(two.owner, 'select * from only_here')).rejects.toThrow('does not exist')
  expect(await query(two.owner, 'select count(*)::int as n from workspaces')).toEqual([{ n: 0 }])
  await Promise.all([one.drop(), two.drop()])
})

test('the server works as a role that owns nothing and stays that role', async () => {
  const { app, drop } = await freshDatabase()
  expect(await query(app, 'select current_user::text as name')).toEqual([{ name: 'tricorn_app' }])
  const client = new pg.Client(app)
  await client.connect()
  await client.query('reset role')
  expect((await client.query('select current_user::text as name')).rows).toEqual([{ name: 'tricorn_app' }])
  await client.end()
  await drop()
})
