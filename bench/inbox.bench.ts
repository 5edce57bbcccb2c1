import { feedbackPage } from '#server/customer/feedback/queries.ts'
import { type BenchRow, report } from './bench-row.ts'
import { besideSql } from './beside-sql.ts'
import { startFilled } from './filled-tricorn.ts'

export async function run(): Promise<BenchRow[]> {
  const tricorn = await startFilled()
  try {
    const page = feedbackPage(tricorn.scope, { state: 'new', limit: 50 }).compile()
    return [await besideSql(tricorn, { what: 'first page of an inbox of 100,000', address: '/api/v1/feedback?state=new', queries: [page] })]
  } finally {
    await tricorn.close()
  }
}

if (import.meta.main) await report(run)
