import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { feedbackPage } from '#server/customer/feedback/queries.ts'
import { type BenchRow, report } from './bench-row.ts'
import { besideSql } from './beside-sql.ts'
import { startFilled } from './filled-tricorn.ts'

/** Against all the SQL that the request runs: in, page, out. */
export async function run(): Promise<BenchRow[]> {
  const tricorn = await startFilled()
  try {
    const page = feedbackPage(tricorn.scope, { state: 'new', limit: 50 }).compile()
    const enter = CompiledQuery.raw('select * from enter_by_api_key($1)', [createHash('sha256').update(tricorn.key).digest('hex')])
    const queries = [CompiledQuery.raw('start transaction read only'), enter, page, CompiledQuery.raw('commit')]
    return [await besideSql(tricorn, { what: 'first page of an inbox of 100,000', address: '/api/v1/feedback?state=new', queries })]
  } finally {
    await tricorn.close()
  }
}

if (import.meta.main) await report(run)
