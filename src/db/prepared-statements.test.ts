import { expect, test } from 'vitest'
import { freshDatabase } from '#test/postgres.ts'
import { openPool } from './connect.ts'

test('a statement that is asked often is prepared, one that is asked once is not', async () => {
  const database = await freshDatabase()
  const pool = openPool({ ...database.app, max: 1 })
  try {
    for (let n = 0; n < 6; n++) expect((await pool.query('select $1::int + 1 as next', [n])).rows).toEqual([{ next: n + 1 }])
    await pool.query('select $1::int - 1 as before', [1])
    expect((await pool.query('select statement from pg_prepared_statements')).rows).toEqual([{ statement: 'select $1::int + 1 as next' }])
  } finally {
    await pool.end()
    await database.drop()
  }
})
