import { type SpawnOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { postgresUser } from './postgres-binaries.ts'

/** Where one PostgreSQL keeps its records, and the programs that work on it. */
export type Cluster = { folder: string; binaries: string }

/**
 * The folder as the program should be told. Root's Postgres runs as a user who may not be able to walk down to the folder, but who
 * is set down in it: Linux lets it name the place where it stands.
 */
const asSeenByPostgres = (folder: string) => (postgresUser && process.platform === 'linux' ? '/proc/self/cwd' : folder)

/** In its own process group, so that Ctrl-C reaches Tricorn alone and Tricorn stops things in order. */
export function spawnProgram({ folder, binaries }: Cluster, name: string, args: string[], options: SpawnOptions) {
  const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, TZ: 'UTC', LC_ALL: 'C', PGDATA: asSeenByPostgres(folder) }
  return spawn(join(binaries, 'bin', name), args, { cwd: folder, detached: true, windowsHide: true, env, ...postgresUser, ...options })
}

/** Runs a program to its end; what it complained about becomes the error. */
export async function runProgram(cluster: Cluster, name: string, args: string[], input = '') {
  const child = spawnProgram(cluster, name, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  child.stdin?.end(input)
  const [code, , complaint] = await Promise.all([ended, text(child.stdout!), text(child.stderr!)])
  if (code !== 0) throw new Error(`PostgreSQL's ${name} failed: ${complaint.trim() || `exit code ${code}`}`)
}
