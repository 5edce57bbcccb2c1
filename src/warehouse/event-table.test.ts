import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { appendNew, findStoredIds, incoming, refillRecentIds } from './event-table.ts'
import { packDelivery } from './packing.ts'
import { createRecentIds } from './recent-ids.ts'

const start = Date.UTC(2026, 0, 1)
const HOUR = 3_600_000

test('an event repeated long after it was received is found on disk', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tricorn-events-'))
  const database = await openDatabase(folder, { memoryLimitMb: 256, threads: 1 })
  const recent = createRecentIds(2)

  async function receive(hour: number, ids: string[]) {
    const now = new Date(start + hour * HOUR)
    const events = ids.map((id) => ({ id, event: 'opened', distinctId: 'ana', at: new Date(start + Number(id.slice(1)) * HOUR) }))
    const delivery = incoming(1, now.getTime(), packDelivery({ events }, now).packed.events)
    const stored = await findStoredIds(database.writing, [delivery], recent)
    const appender = await database.writing.createAppender('events')
    const counts = appendNew(appender, delivery, recent, stored)
    appender.closeSync()
    return counts
  }

  for (let hour = 0; hour < 10; hour++) expect(await receive(hour, [`e${hour}`])).toEqual({ added: 1, duplicates: 0 })
  expect(recent.since()).toBeGreaterThan(start)
  expect(await receive(11, ['e0', 'e1', 'e9', 'e11'])).toEqual({ added: 1, duplicates: 3 })

  await refillRecentIds(database.writing, recent, 3)
  expect(await receive(12, ['e0', 'e11', 'e12'])).toEqual({ added: 1, duplicates: 2 })
  database.close()
  rmSync(folder, { recursive: true, force: true })
})
