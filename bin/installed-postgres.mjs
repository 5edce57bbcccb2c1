// A PostgreSQL that this machine has of its own, started in a temporary folder: the oldest that Tricorn supports and the one it brings differ.
import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const places = '/usr/lib/postgresql'
const oldest = 15
const nobody = 65_534

/** The programs of the oldest PostgreSQL here that will do; nothing where there is none (Debian and its kin keep them here). */
function findPrograms() {
  if (!existsSync(places)) return undefined
  const versions = readdirSync(places)
    .map(Number)
    .filter((version) => version >= oldest)
  const folders = versions.sort((a, b) => a - b).map((version) => join(places, String(version), 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}

/** Postgres refuses to run as root. */
const asRoot = process.getuid?.() === 0
const user = asRoot ? { uid: nobody, gid: nobody } : {}

/** Starts it, or answers nothing. It listens on a socket in its own folder only. */
export async function startInstalledPostgres() {
  const programs = findPrograms()
  if (!programs) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'tricorn-pg-'))
  if (asRoot) chownSync(folder, nobody, nobody)
  const records = join(folder, 'records')
  const ask = (program, args) => promisify(execFile)(join(programs, program), args, { ...user, cwd: folder })
  const stop = async () => {
    await ask('pg_ctl', ['-D', records, '-m', 'immediate', 'stop']).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ask('initdb', ['-D', records, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'trust', '--no-sync'])
    const settings = `-c listen_addresses= -c fsync=off -c max_connections=200 -k '${folder}'`
    await ask('pg_ctl', ['-D', records, '-w', '-l', join(folder, 'log'), '-o', settings, 'start'])
    return { programs, url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
