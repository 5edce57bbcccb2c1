import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { openDataFolder, readSecret } from '#db/data-folder.ts'
import { whoHolds } from '#db/folder-lock.ts'
import { Conflict, NotAccepted, NotFound } from '#domain/problems.ts'
import { backupPass, backupPath, zippedBackup } from '#server/backup/backup-door.ts'
import { describeCounts } from '#server/backup/describe-counts.ts'
import { refuseExisting, writeBackup } from '#server/backup/write-backup.ts'
import { openWarehouse } from '#warehouse/duckdb.ts'
import { startPostgres } from './records.ts'
import type { Settings } from './settings.ts'

/** Writes everything of this installation into one file, through the server when one is running. */
export async function backUp(settings: Settings, [file]: string[]) {
  if (!file) throw new NotAccepted('Name the file to write: tricorn backup tricorn-backup.gz')
  const folder = resolve(settings.folder)
  if (!existsSync(join(folder, 'tricorn.json'))) throw new NotFound(`There is no Tricorn in ${folder}. TRICORN_DATA says where it is.`)
  refuseExisting(file)
  const holder = await whoHolds(folder)
  const { counts } = await (holder ? fromServer(holder, settings, file) : fromFolder(settings, file))
  console.log(`${file} holds ${describeCounts(counts)}. Keep it safe: it also holds this installation's secret.`)
}

async function fromServer(holder: string, { folder, secret }: Settings, file: string) {
  const [url] = /^http:\/\/[^ ,]+/.exec(holder) ?? []
  if (!url) throw new Conflict(`The data folder ${folder} is in use (${holder}). Try again when that has ended.`)
  const response = await fetch(`${url}${backupPath}`, { headers: { authorization: `Bearer ${backupPass(secret ?? readSecret(folder))}` } })
  if (!response.ok || !response.body)
    throw new Conflict(`The Tricorn at ${url} does not give a backup. Set TRICORN_SECRET as it is set there, or stop it first.`)
  return writeBackup(file, Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]))
}

async function fromFolder(settings: Settings, file: string) {
  const folder = await openDataFolder(settings.folder, `making a backup, process ${process.pid}`)
  const closes = [folder.release]
  try {
    const { owner, close } = await startPostgres(settings, folder.path)
    closes.unshift(close)
    const warehouse = await openWarehouse(join(folder.path, 'warehouse'))
    closes.unshift(() => warehouse.close())
    return await writeBackup(file, zippedBackup({ owner, warehouse, folder: folder.path, now: () => new Date() }))
  } finally {
    for (const close of closes) await close()
  }
}
