/** The program of the database process: answers the calls its parent sends, and closes the file in good order when the parent is gone. */
import type { Answer, CallName, Calls, Greeting, Request } from './protocol.ts'
import { openStore } from './store.ts'

const [folder = '', memoryLimitMb, threads] = process.argv.slice(2)

const say = (message: Answer | Greeting) => {
  if (process.connected) process.send?.(message)
}

const RESTS_AFTER_MS = 20_000

/** Calls `rest` once when nothing has been going on for a while. */
function watchRest(rest: () => Promise<void>) {
  let busy = 0
  let timer: NodeJS.Timeout | undefined
  return async function during(work: Promise<void>) {
    busy++
    clearTimeout(timer)
    await work
    busy--
    // A rest that fails (somebody came back and is reading) is simply the next time's.
    if (busy === 0) timer = setTimeout(() => void rest().catch(() => {}), RESTS_AFTER_MS)
  }
}

async function answer(store: Calls, { id, call, args }: Request) {
  try {
    const method = store[call as CallName] as (...args: unknown[]) => Promise<unknown>
    say({ id, value: await method(...args) })
  } catch (error) {
    say({ id, error: error instanceof Error ? error.message : String(error) })
  }
}

// The parent decides when to stop: a Ctrl-C in the terminal reaches this process as well.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

try {
  const store = await openStore(folder, { memoryLimitMb: Number(memoryLimitMb), threads: Number(threads) })
  const during = watchRest(async () => {
    await store.rest()
    await globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' })
  })
  process.on('message', (request: Request) => void during(answer(store, request)))
  process.on('disconnect', () => void store.close().finally(() => process.exit(0)))
  say({ ready: true })
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}
