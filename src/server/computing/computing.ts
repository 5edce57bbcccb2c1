import { Tinypool } from 'tinypool'
import type { Task, Works } from './works.ts'

/** Computes beside the event loop. What goes in and comes out is copied, so it is plain data. */
export type Compute = <Name extends keyof Works>(name: Name, ...input: Parameters<Works[Name]>) => Promise<Awaited<ReturnType<Works[Name]>>>

export type Computing = { compute: Compute; stop: () => Promise<void> }

const KEPT_IDLE_MS = 5 * 60_000

/** Threads start with the first work and end when there has been none for a while: an idle server holds no memory for them. */
export function openComputing(): Computing {
  const pool = new Tinypool({
    filename: new URL('./works.ts', import.meta.url).href,
    name: 'run',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: KEPT_IDLE_MS,
  })
  const compute: Compute = (name, ...input) => pool.run({ name, input } satisfies Task)
  return { compute, stop: () => pool.destroy() }
}
