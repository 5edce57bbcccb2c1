import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { schema } from './schema.ts'

export type DatabaseOptions = { memoryLimitMb: number; threads: number }
export type Row = Record<string, unknown>

const READERS = 4
const LOCK_PATIENCE_MS = 15_000
const RESTING_MB = 32

// A predecessor that was killed or is just closing holds the lock for a moment longer.
async function openPatiently(file: string, settings: Record<string, string>) {
  const giveUpAt = Date.now() + LOCK_PATIENCE_MS
  for (;;) {
    try {
      return await DuckDBInstance.create(file, settings)
    } catch (error) {
      if (!String(error).includes('lock') || Date.now() > giveUpAt) throw error
      await sleep(200)
    }
  }
}

export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS()
}

/** Connections for reading, a few at a time; whoever comes later waits in line. */
function createReaders(idle: DuckDBConnection[]) {
  const waiting: ((connection: DuckDBConnection) => void)[] = []

  function take() {
    const connection = idle.pop()
    return connection ? Promise.resolve(connection) : new Promise<DuckDBConnection>((resolve) => waiting.push(resolve))
  }
  function giveBack(connection: DuckDBConnection) {
    const next = waiting.shift()
    if (next) next(connection)
    else idle.push(connection)
  }
  return async function read<T = Row>(sql: string): Promise<T[]> {
    const connection = await take()
    try {
      return (await rowsOf(connection, sql)) as T[]
    } finally {
      giveBack(connection)
    }
  }
}

/** The file in `folder`, its tables, one connection that writes and a few that read. */
export async function openDatabase(folder: string, { memoryLimitMb, threads }: DatabaseOptions) {
  mkdirSync(folder, { recursive: true })
  const instance = await openPatiently(path.join(folder, 'events.duckdb'), {
    threads: String(threads),
    memory_limit: `${memoryLimitMb}MB`,
    checkpoint_threshold: '64MB',
    temp_directory: path.join(folder, 'spill'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const writing = await instance.connect()
  await writing.run(schema)
  // A change of tables that only sits in the write-ahead log is replayed at every start.
  await writing.run('checkpoint')
  const read = createReaders(await Promise.all(Array.from({ length: READERS }, () => instance.connect())))

  return {
    writing,
    read,
    connect: () => instance.connect(),
    /** Gives back the memory of cached blocks, which DuckDB would otherwise keep; a lower limit makes it do so at once. */
    async release() {
      await writing.run(`set memory_limit = '${RESTING_MB}MB'`).catch(() => {})
      await writing.run(`set memory_limit = '${memoryLimitMb}MB'`)
    },
    close() {
      writing.closeSync()
      instance.closeSync()
    },
  }
}
export type Database = Awaited<ReturnType<typeof openDatabase>>
export type Read = Database['read']
