import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { feedbackPage } from '#server/customer/feedback/queries.ts'
import { type BenchRow, report } from './bench-row.ts'
import { besideSql } from './beside-sql.ts'
import { startFilled } from './filled-tricorn.ts'

const address = '/api/v1/feedback?state=new'
const what = 'first page of an inbox of 100,000'

/** Against all the SQL that the request runs (in, page, out), and against the page's own query alone, which leaves no room for who is asking. */
export async function run(): Promise<BenchRow[]> {
  const tricorn = await startFilled()
  try {
    const page = feedbackPage(tricorn.scope, { state: 'new', limit: 50 }).compile()
    const enter = CompiledQuery.raw('select * from enter_by_api_key($1)', [createHash('sha256').update(tricorn.key).digest('hex')])
    const request = [CompiledQuery.raw('start transaction read only'), enter, page, CompiledQuery.raw('commit')]
    return [
      await besideSql(tricorn, { what, address, queries: request }),
      await besideSql(tricorn, { what: `${what}, against the page’s query alone`, address, queries: [page], limit: 2.5 }),
    ]
  } finally {
    await tricorn.close()
  }
}

if (import.meta.main) await report(run)
