import { DuckDBTimestampValue } from '@duckdb/node-api'
import type { Database, Read } from './database.ts'
import { duckdb } from './dialect.ts'
import type { NewRejection, Rejections } from './events.ts'

const KEPT = 1_000

/** Counts all of them and keeps the latest with their samples, inside the caller's transaction. */
export async function writeRejections(connection: Database['writing'], workspace: number, at: Date, rejections: NewRejection[]) {
  if (!rejections.length) return
  const appender = await connection.createAppender('rejections')
  for (const { reason, sample } of rejections.slice(-KEPT)) {
    appender.appendInteger(workspace)
    appender.appendTimestamp(new DuckDBTimestampValue(BigInt(at.getTime()) * 1_000n))
    appender.appendVarchar(reason)
    appender.appendVarchar(sample)
    appender.endRow()
  }
  appender.closeSync()
  for (const [reason, same] of Map.groupBy(rejections, (rejection) => rejection.reason))
    await count(connection, workspace, at, reason, same.length)
  await forgetOldest(connection, workspace)
}

async function count(connection: Database['writing'], workspace: number, at: Date, reason: string, more: number) {
  const where = `workspace = ${workspace} and reason = ${duckdb.text(reason)}`
  const changed = await connection.run(`update rejection_counts set count = count + ${more}, last_at = ${duckdb.time(at)} where ${where}`)
  if (changed.rowsChanged === 0)
    await connection.run(`insert into rejection_counts values (${workspace}, ${duckdb.text(reason)}, ${more}, ${duckdb.time(at)})`)
}

async function forgetOldest(connection: Database['writing'], workspace: number) {
  await connection.run(
    `delete from rejections where workspace = ${workspace} and rowid not in
       (select rowid from rejections where workspace = ${workspace} order by rowid desc limit ${KEPT})`,
  )
}

export async function readRejections(read: Read, workspace: number): Promise<Rejections> {
  const reasons = await read<{ reason: string; count: bigint; lastAt: Date }>(
    `select reason, count, last_at as "lastAt" from rejection_counts where workspace = ${workspace} order by count desc, reason`,
  )
  const latest = await read<{ at: Date; reason: string; sample: string }>(
    `select happened_at as "at", reason, sample from rejections where workspace = ${workspace} order by rowid desc limit ${KEPT}`,
  )
  return {
    total: reasons.reduce((sum, { count }) => sum + Number(count), 0),
    reasons: reasons.map((row) => ({ ...row, count: Number(row.count) })),
    latest,
  }
}
