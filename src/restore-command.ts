import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { openDataFolder } from '#db/data-folder.ts'
import { migrate } from '#db/migrate.ts'
import { Conflict, NotAccepted } from '#domain/problems.ts'
import { connectOwner } from '#server/backup/connect-owner.ts'
import { describeCounts } from '#server/backup/describe-counts.ts'
import { type Checked, checkBackup } from '#server/backup/read-backup.ts'
import { refuseFilled, restoreBackup } from '#server/backup/restore-backup.ts'
import { openWarehouse } from '#warehouse/duckdb.ts'
import { startPostgres } from './records.ts'
import type { Settings } from './settings.ts'

/** Inside the data folder, so that moving out of it is renaming; what a restore cut short leaves here, the next one removes. */
const workplace = 'restore.unfinished'

/** Brings a backup back into an empty data folder. Until all of it has arrived and been counted, nothing is in its place. */
export async function restore(settings: Settings, [file]: string[]) {
  if (!file) throw new NotAccepted('Name the backup: tricorn restore tricorn-backup.gz')
  refuseFilledFolder(resolve(settings.folder))
  const checked = await checkBackup(file)
  const folder = await openDataFolder(settings.folder, `restoring a backup, process ${process.pid}`)
  const unfinished = join(folder.path, workplace)
  try {
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { mode: 0o700 })
    await restoreInto(unfinished, settings, { file, ...checked })
    moveIntoPlace(unfinished, folder.path)
    folder.stamp()
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    await folder.release()
  }
  console.log(`Restored ${describeCounts(checked.counts)} of ${checked.header.at} into ${folder.path}.`)
}

function refuseFilledFolder(folder: string) {
  const names = existsSync(folder) ? readdirSync(folder) : []
  if (names.every((name) => name === workplace || name.startsWith('tricorn.lock.'))) return
  throw new Conflict(
    `The data folder ${folder} is not empty. Restore into another one (TRICORN_DATA), or move it away first. Nothing was changed.`,
  )
}

async function restoreInto(place: string, settings: Settings, { file, header, counts }: Checked & { file: string }) {
  const { owner, close } = await startPostgres(settings, place)
  const closes = [close]
  try {
    await refuseFilledDatabase(owner)
    await migrate(owner, header.migration)
    const warehouse = await openWarehouse(join(place, 'warehouse'))
    closes.unshift(() => warehouse.close())
    await restoreBackup(file, { owner, warehouse, folder: place }, counts)
    await migrate(owner)
    await warehouse.checkpoint()
  } finally {
    for (const close of closes) await close()
  }
}

async function refuseFilledDatabase(owner: pg.PoolConfig) {
  const client = await connectOwner(owner)
  await refuseFilled(client).finally(() => client.end())
}

/** Records last: a folder without them is an empty one to the next start. */
function moveIntoPlace(from: string, to: string) {
  const names = readdirSync(from).sort((a, b) => Number(a === 'postgres') - Number(b === 'postgres'))
  for (const name of names) renameSync(join(from, name), join(to, name))
}
