import { feedbackSearch, titledSearch } from '#server/search/routes.ts'
import { type BenchRow, report } from './bench-row.ts'
import { besideSql } from './beside-sql.ts'
import { startFilled } from './filled-tricorn.ts'

/** One word that nearly everybody used, one in a thousand, and one that nobody did: each needs another way through the index. */
const words = ['customer', 'receipt', 'zeppelin']

export async function run(): Promise<BenchRow[]> {
  const tricorn = await startFilled()
  const rows: BenchRow[] = []
  try {
    for (const q of words) {
      const asked = { q, limit: 8 }
      const queries = [titledSearch(tricorn.scope, asked).compile(tricorn.db), feedbackSearch(tricorn.scope, asked).compile()]
      rows.push(await besideSql(tricorn, { what: `search for “${q}” in 100,000`, address: `/api/v1/search?q=${q}`, queries }))
    }
    return rows
  } finally {
    await tricorn.close()
  }
}

if (import.meta.main) await report(run)
