import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Address, type Connection, chooseAddress, isAnswering } from './postgres-address.ts'
import { findPostgresBinaries } from './postgres-binaries.ts'
import { makeCluster } from './postgres-cluster.ts'
import { type Cluster, runProgram, spawnProgram } from './postgres-program.ts'

export type EmbeddedPostgres = { connection: Connection; pid: number; gone: Promise<void>; stop: () => Promise<void> }

/** For tests: `durable: false` trades every promise about power cuts for speed. */
export type Options = { durable?: boolean }

const settings = [
  'shared_buffers=64MB',
  'max_connections=60',
  'work_mem=8MB',
  'maintenance_work_mem=64MB',
  'max_wal_size=512MB',
  'max_wal_senders=0',
  'max_logical_replication_workers=0',
  'autovacuum_max_workers=2',
  'io_method=sync',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
]

const carefree = ['max_connections=200', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']

/** Starts the PostgreSQL that holds the records of this data folder, and makes it on first use. */
export async function startEmbeddedPostgres(dataFolder: string, { durable = true }: Options = {}): Promise<EmbeddedPostgres> {
  const home = resolve(dataFolder)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const cluster = { folder: join(home, 'postgres'), binaries: findPostgresBinaries(home) }
  if (!existsSync(cluster.folder)) await makeCluster(cluster)
  const address = await chooseAddress(cluster)
  await stopOrphan(cluster, address)
  return launch(cluster, address, durable ? settings : [...settings, ...carefree])
}

const MOST_WAITS = 100

async function launch(cluster: Cluster, address: Address, settings: string[], waits = 0): Promise<EmbeddedPostgres> {
  const logFile = `${cluster.folder}.log`
  const child = spawnLogged(cluster, logFile, [...settings, ...address.settings])
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()).on('error', () => resolve()))
  if (!(await isReady(cluster, child))) {
    if (waits < MOST_WAITS && isInUse(lastLines(logFile))) return wait(100).then(() => launch(cluster, address, settings, waits + 1))
    address.forget()
    throw new Error(`PostgreSQL did not start. The end of ${logFile}:\n${lastLines(logFile)}`)
  }
  const stop = async () => {
    if (child.exitCode === null) await runProgram(cluster, 'pg_ctl', stopNow)
    await gone
    address.forget()
  }
  return { connection: address.connection, pid: child.pid!, gone, stop }
}

/** Those who worked for a Postgres that was killed need a moment to notice. */
const isInUse = (log: string) => log.includes('pre-existing shared memory block')

function spawnLogged(cluster: Cluster, logFile: string, settings: string[]) {
  const log = openSync(logFile, 'a', 0o600)
  const child = spawnProgram(
    cluster,
    'postgres',
    settings.flatMap((setting) => ['-c', setting]),
    { stdio: ['ignore', log, log] },
  )
  closeSync(log)
  return child
}

/** Replaying the log after a crash may take long, so there is no time limit: it becomes ready or it ends. */
async function isReady(cluster: Cluster, child: ChildProcess) {
  while (child.pid && child.exitCode === null && child.signalCode === null) {
    const { pid, status } = readPostmaster(cluster)
    if (pid === child.pid && status === 'ready') return true
    await wait(10)
  }
  return false
}

const stopNow = ['stop', '--mode=fast', '--wait', '--silent']

/** A Tricorn that was killed leaves its Postgres running; one that lost its power leaves the locks of a Postgres that is gone. */
async function stopOrphan(cluster: Cluster, { connection }: Address) {
  const pidFile = join(cluster.folder, 'postmaster.pid')
  if (existsSync(pidFile) && (await isAnswering(connection, readPostmaster(cluster).port))) return runProgram(cluster, 'pg_ctl', stopNow)
  for (const lock of ['.s.PGSQL.5432.lock', '.s.PGSQL.5432']) rmSync(join(cluster.folder, lock), { force: true })
  if (existsSync(pidFile)) disown(pidFile)
}

/**
 * The number in the pid file may by now belong to somebody else, or to a process that is dead but not yet buried, and Postgres would take
 * either for a running one. Our own number it lets pass, since that is its parent's, and still sees to it that nobody uses the memory that
 * the rest of the file names. Windows has no parents; there the file goes.
 */
function disown(pidFile: string) {
  if (process.platform === 'win32') return rmSync(pidFile)
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n')
  writeFileSync(pidFile, [process.pid, ...rest].join('\n'))
}

function readPostmaster({ folder }: Cluster) {
  const lines = readOrNothing(join(folder, 'postmaster.pid')).split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() }
}

const readOrNothing = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

const lastLines = (file: string) => readOrNothing(file).trimEnd().split('\n').slice(-5).join('\n')
