import type { CompiledQuery } from 'kysely'
import { atMost, type BenchRow, median } from './bench-row.ts'
import type { FilledTricorn } from './filled-tricorn.ts'

const WARM_UP = 300
const ROUNDS = 1_000

type Asked = { what: string; address: string; queries: CompiledQuery[] }

/** Half of all requests to the API take at most twice as long as the same SQL through `pg` alone. */
export async function besideSql({ ask, direct }: FilledTricorn, { what, address, queries }: Asked): Promise<BenchRow> {
  const statements = queries.map(({ sql, parameters }) => ({ text: sql, values: [...parameters] }))
  const times: { api: number; sql: number }[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const api = await timed(() => ask(address))
    const sql = await timed(async () => {
      for (const statement of statements) await direct.query(statement)
    })
    times.push({ api, sql })
  }
  const counted = times.slice(WARM_UP)
  const [api, sql] = [median(counted.map((time) => time.api)), median(counted.map((time) => time.sql))]
  return { what, measured: shown(api), against: `${shown(sql)} of the same SQL through pg alone`, ...atMost(2, api / sql) }
}

async function timed(work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const shown = (milliseconds: number) => `${milliseconds.toFixed(2)} ms`
