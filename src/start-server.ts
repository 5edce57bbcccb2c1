import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type DataFolder, openDataFolder, readSecret } from '#db/data-folder.ts'
import { openWarehouse } from '#warehouse/duckdb.ts'
import type { Warehouse } from '#warehouse/events.ts'
import { refuseTakenPort } from './free-port.ts'
import { openRecords, type Records } from './records.ts'
import { type Settings, urlOf } from './settings.ts'

type Close = () => Promise<void>

/** `lost` resolves when something the server cannot do without has ended by itself; it says what. */
export type Running = { url: string; lost: Promise<string>; stop: Close }

/** What runs beside the server's own process; both start while the server's code is read. */
type Parts = { folder: DataFolder; records: Promise<Records>; warehouse: Promise<Warehouse> }

const patience = 3500
const webFolder = fileURLToPath(new URL('../dist/web', import.meta.url))

export async function startServer(settings: Settings): Promise<Running> {
  const folder = await claimFolder(settings)
  const parts = { folder, records: openRecords(settings, folder), warehouse: openWarehouse(join(folder.path, 'warehouse')) }
  const server = startServing(parts, settings)
  const stop = () =>
    inOrder(
      () => closeOpened(server, (opened) => Promise.race([opened.stop(), wait(patience, undefined, { ref: false })])),
      () => closeOpened(parts.warehouse, (opened) => opened.close()),
      () => closeOpened(parts.records, (opened) => opened.close()),
      folder.release,
    )
  try {
    await server
    return { url: urlOf(settings), lost: (await parts.records).lost, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The folder for this process alone, and a free port: what can be refused is refused before anything runs. */
export async function claimFolder(settings: Settings): Promise<DataFolder> {
  const folder = await openDataFolder(settings.folder, `${urlOf(settings)}, process ${process.pid}`)
  try {
    await refuseTakenPort(settings)
    return folder
  } catch (error) {
    await folder.release()
    throw error
  }
}

async function startServing(parts: Parts, { host, port, secret }: Settings) {
  const code = Promise.all([import('#server/serve.ts'), import('#db/as-app.ts')])
  const [{ owner }, warehouse, [{ serve }, { asApp }]] = await Promise.all([parts.records, parts.warehouse, code])
  const { path } = parts.folder
  return serve({ owner, app: asApp(owner), warehouse, folder: path, secret: secret ?? readSecret(path), host, port, webFolder })
}

/** What never opened has nothing to close. */
async function closeOpened<Opened>(opening: Promise<Opened>, close: (opened: Opened) => Promise<unknown>) {
  const [outcome] = await Promise.allSettled([opening])
  if (outcome.status === 'fulfilled') await close(outcome.value)
}

/** One after the other; a failure to close one does not leave the others open. */
async function inOrder(...closes: Close[]) {
  const failures: unknown[] = []
  for (const close of closes) await close().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
