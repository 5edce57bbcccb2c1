import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Conflict } from '#domain/problems.ts'
import { lockFolder, type Release } from './folder-lock.ts'

/** How the files lie in the folder: 1 is `postgres/` by PostgreSQL 18 and `warehouse/` by DuckDB. */
const layout = 1

type Stamp = { layout: number; migration: string }

export type DataFolder = { path: string; release: Release; stamp: () => void }

/** Opens the folder for this process alone. A folder that a newer Tricorn has written is refused before anything in it is touched. */
export async function openDataFolder(folder: string, holder: string): Promise<DataFolder> {
  const path = resolve(folder)
  refuseNewer(path)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return { path, release: await lockFolder(path, holder), stamp: () => writeStamp(path) }
}

/** Read from the names of the files, because at this point of the start nothing else needs their code. */
const knownMigrations = () =>
  readdirSync(new URL('./migrations/', import.meta.url))
    .filter((name) => /^\d{4}-.*\.ts$/.test(name))
    .map((name) => name.replace('.ts', ''))
    .sort()

const stampFile = (path: string) => join(path, 'tricorn.json')

function refuseNewer(path: string) {
  if (!existsSync(stampFile(path))) return
  const stamp = JSON.parse(readFileSync(stampFile(path), 'utf8')) as Stamp
  if (stamp.layout <= layout && knownMigrations().includes(stamp.migration)) return
  throw new Conflict(
    `The data folder ${path} was written by a newer Tricorn. Start that version, or restore a backup of this one. Nothing was changed.`,
  )
}

function writeStamp(path: string) {
  const stamp: Stamp = { layout, migration: knownMigrations().at(-1)! }
  const half = `${stampFile(path)}.unfinished`
  writeFileSync(half, `${JSON.stringify(stamp, null, 2)}\n`)
  renameSync(half, stampFile(path))
}

/** The key that signs sessions: made once, readable by this user alone. */
export function readSecret(path: string) {
  const file = join(path, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8')
}
