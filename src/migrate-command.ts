import { openDataFolder } from '#db/data-folder.ts'
import { openRecords } from './records.ts'
import type { Settings } from './settings.ts'

/** Brings the database up to date and ends, for operators who do that before they start the servers. */
export async function migrateOnly(settings: Settings) {
  const folder = await openDataFolder(settings.folder, `migrating, process ${process.pid}`)
  try {
    const records = await openRecords(settings, folder)
    await records.close()
  } finally {
    await folder.release()
  }
  console.log('The database is up to date.')
}
