import { setTimeout as wait } from 'node:timers/promises'
import type { Settings } from './settings.ts'
import { startServer } from './start-server.ts'

const patience = 4500

/** Serves until Ctrl-C, a signal, the end of the launcher, or the loss of the database; then closes everything in order. */
export async function serveUntilTold(settings: Settings) {
  const told = untilTold()
  const server = await startServer(settings)
  console.log(`Tricorn is at ${server.url}`)
  const complaint = await Promise.race([told, server.lost])
  if (complaint) console.error(complaint)
  process.exitCode = complaint ? 1 : 0
  await Promise.race([server.stop(), giveUpLater()])
  process.exit()
}

/** Listens from the start, so that a signal during the start is obeyed as soon as there is something to close. Repeated signals change nothing. */
function untilTold() {
  return new Promise<undefined>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(name, () => resolve(undefined))
    process.channel?.unref()
  })
}

async function giveUpLater() {
  await wait(patience, undefined, { ref: false })
  console.error('Not everything closed in time. Nothing acknowledged is lost; the next start takes a little longer.')
  process.exitCode = 1
}
