import { type Database, rowsOf } from './database.ts'
import { duckdb } from './dialect.ts'
import { appendNew, findStoredIds, type Incoming, incoming, refillRecentIds } from './event-table.ts'
import type { GroupTraits } from './events.ts'
import { writeIdentities } from './people-tables.ts'
import type { Counts, PackedDelivery } from './protocol.ts'
import { createRecentIds } from './recent-ids.ts'
import { writeRejections } from './rejection-tables.ts'

type Waiting = {
  workspace: number
  delivery: PackedDelivery
  arrived: Incoming
  done: (counts: Counts) => void
  failed: (error: unknown) => void
}
type Step = { deliveries: Waiting[] } | { alone: () => Promise<void> }

// One transaction takes what has queued up meanwhile, so that many small batches share one wait for the disk.
const MOST_EVENTS_TOGETHER = 20_000

async function writeGroups(connection: Database['writing'], workspace: number, groups: GroupTraits[]) {
  for (const { type, key, traits } of groups) {
    const where = `workspace = ${workspace} and type = ${duckdb.text(type)} and key = ${duckdb.text(key)}`
    const [stored] = await rowsOf(connection, `select properties from groups where ${where}`)
    const properties = { ...(stored ? JSON.parse(stored.properties as string) : {}), ...traits }
    if (stored) await connection.run(`delete from groups where ${where}`)
    await connection.run(
      `insert into groups values (${workspace}, ${duckdb.text(type)}, ${duckdb.text(key)}, ${duckdb.text(JSON.stringify(properties))})`,
    )
  }
}

/** Everything that changes the database goes through here, one transaction after the other. */
export async function createWriter({ writing }: Database) {
  const recent = createRecentIds()
  await refillRecentIds(writing, recent)
  const queue: Step[] = []
  let working: Promise<void> | undefined

  async function transaction<T>(work: () => Promise<T>) {
    await writing.run('begin')
    try {
      const result = await work()
      await writing.run('commit')
      return result
    } catch (error) {
      await writing.run('rollback').catch(() => {})
      // Ids noted on the way are not on disk after all.
      await refillRecentIds(writing, recent)
      throw error
    }
  }

  async function appendEvents(group: Incoming[]) {
    const stored = await findStoredIds(writing, group, recent)
    const appender = await writing.createAppender('events')
    const counts = group.map((delivery) => appendNew(appender, delivery, recent, stored))
    appender.closeSync()
    return counts
  }

  async function writeAround({ workspace, delivery }: Waiting) {
    const refusals = await writeIdentities(writing, workspace, delivery)
    await writeGroups(writing, workspace, delivery.groups)
    await writeRejections(writing, workspace, new Date(delivery.receivedAt), [...delivery.rejections, ...refusals])
  }

  const writeTogether = (group: Waiting[]) =>
    transaction(async () => {
      const counts = await appendEvents(group.map(({ arrived }) => arrived))
      for (const waiting of group) await writeAround(waiting)
      return counts
    })

  async function settle(group: Waiting[]) {
    try {
      const counts = await writeTogether(group)
      group.forEach(({ done }, place) => void done(counts[place]!))
    } catch (error) {
      if (group.length === 1) group[0]!.failed(error)
      else for (const waiting of group) await settle([waiting])
    }
  }

  async function work() {
    for (let step = queue.shift(); step; step = queue.shift()) {
      if ('alone' in step) await step.alone()
      else await settle(step.deliveries)
    }
    working = undefined
  }
  function start() {
    working ??= work()
  }

  function join(waiting: Waiting) {
    const last = queue.at(-1)
    const together = last && 'deliveries' in last ? last.deliveries : undefined
    const size = together?.reduce((sum, { delivery }) => sum + delivery.events.ids.length, 0) ?? Number.POSITIVE_INFINITY
    if (together && size + waiting.delivery.events.ids.length <= MOST_EVENTS_TOGETHER) together.push(waiting)
    else queue.push({ deliveries: [waiting] })
  }

  /** Work that shares its transaction with nobody. */
  function alone<T>(task: () => Promise<T>) {
    return new Promise<T>((resolve, reject) => {
      queue.push({ alone: () => task().then(resolve, reject) })
      start()
    })
  }

  return {
    deliver(workspace: number, delivery: PackedDelivery) {
      // Fingerprints are made on arrival, while the disk is still busy with what came before.
      const arrived = incoming(workspace, delivery.receivedAt, delivery.events)
      return new Promise<Counts>((done, failed) => {
        join({ workspace, delivery, arrived, done, failed })
        start()
      })
    },
    alone,
    transaction: <T>(task: () => Promise<T>) => alone(() => transaction(task)),
    /** Removes rows; what they were known by may come again. */
    remove: <T>(task: () => Promise<T>) =>
      alone(async () => {
        const result = await transaction(task)
        await refillRecentIds(writing, recent)
        return result
      }),
    idle: async () => working,
  }
}
export type Writer = Awaited<ReturnType<typeof createWriter>>
