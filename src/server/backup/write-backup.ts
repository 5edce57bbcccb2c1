import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Conflict } from '#domain/problems.ts'
import { type Checked, checkBackup } from './read-backup.ts'

/** Keeps zipped lines as a file that only this user may read, once they have been read back and found whole. */
export async function writeBackup(file: string, zipped: Readable): Promise<Checked> {
  const half = `${file}.unfinished`
  try {
    refuseExisting(file)
    await pipeline(zipped, createWriteStream(half, { mode: 0o600 }))
    await makeDurable(half)
    const checked = await checkBackup(half)
    await rename(half, file)
    return checked
  } catch (error) {
    zipped.destroy()
    await rm(half, { force: true })
    throw error
  }
}

export function refuseExisting(file: string) {
  if (existsSync(file)) throw new Conflict(`${file} is there already. Choose another name.`)
}

async function makeDurable(file: string) {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
