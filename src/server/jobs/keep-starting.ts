import type { Logger } from 'pino'
import type { Jobs } from './jobs.ts'

const PAUSE_MS = 5_000

/** Jobs sent while the queue starts wait for it. Where it does not start they are refused, with the write that sent them, and it is tried again. */
export function keepStarting(start: () => Promise<Jobs>, { log, pause = PAUSE_MS }: { log: Logger; pause?: number }): Jobs {
  let stopped = false
  let started = attempt()

  function attempt() {
    const trying = start()
    trying.catch((error) => {
      log.error({ err: error }, 'the job queue did not start')
      setTimeout(again, pause).unref()
    })
    return trying
  }

  function again() {
    if (!stopped) started = attempt()
  }

  return {
    send: async (...sent) => (await started).send(...sent),
    stop: async () => {
      stopped = true
      await started.then((jobs) => jobs.stop()).catch(() => {})
    },
  }
}
