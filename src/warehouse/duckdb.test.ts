import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackupLine, NewEvent, Warehouse } from './events.ts'
import { testWarehouse } from './test-warehouse.ts'

const now = new Date('2026-03-01T12:00:00Z')
let place: Awaited<ReturnType<typeof testWarehouse>>
let warehouse: Warehouse
beforeAll(async () => {
  place = await testWarehouse({ now: () => now })
  warehouse = place.get()
})
afterAll(() => place.remove())

const event = (change: Partial<NewEvent> = {}): NewEvent => ({ event: 'opened', distinctId: 'ana', at: new Date('2026-02-20'), ...change })
const countOf = async (workspaceId: string) => (await warehouse.eventNames(workspaceId)).reduce((sum, { count }) => sum + count, 0)

async function pagesOf(workspaceId: string) {
  const pages: BackupLine[][] = []
  for await (const page of warehouse.exportEvents(workspaceId)) pages.push(page)
  return pages
}

test('an event sent twice counts once, within a batch, across batches and after a restart', async () => {
  expect(await warehouse.append('w1', [event({ id: 'a' }), event({ id: 'a' }), event({ id: 'b' })])).toEqual({
    added: 2,
    duplicates: 1,
    refused: [],
  })
  expect(await warehouse.append('w1', [event({ id: 'b' })])).toMatchObject({ added: 0, duplicates: 1 })
  warehouse = await place.reopen()
  expect(await warehouse.append('w1', [event({ id: 'a' }), event({ id: 'c' })])).toMatchObject({ added: 1, duplicates: 1 })
  expect(await warehouse.append('w2', [event({ id: 'a' })])).toMatchObject({ added: 1, duplicates: 0 })
})

test('events without an id count each time, and deliveries at the same time all arrive', async () => {
  const receipts = await Promise.all(
    Array.from({ length: 40 }, (_, n) => warehouse.append('w3', [event(), event(), event({ id: `same ${n % 4}` })])),
  )
  expect(receipts.reduce((sum, { added }) => sum + added, 0)).toBe(84)
  expect(await countOf('w3')).toBe(84)
})

test('what is refused is counted and kept with its reason, and the rest of the batch counts', async () => {
  const receipt = await warehouse.append('w4', [event({ event: '' }), event(), event({ at: new Date('1900-01-01') })])
  expect(receipt).toMatchObject({ added: 1, refused: [{ index: 0 }, { index: 2, reason: 'The event is dated before 1970.' }] })
  await warehouse.reject(
    'w4',
    Array.from({ length: 1_500 }, (_, n) => ({ reason: 'Too odd.', sample: `number ${n}` })),
  )
  const { total, reasons, latest } = await warehouse.rejections('w4')
  expect(total).toBe(1_502)
  expect(reasons[0]).toEqual({ reason: 'Too odd.', count: 1_500, lastAt: now })
  expect(latest).toHaveLength(1_000)
  expect(latest[0]).toEqual({ at: now, reason: 'Too odd.', sample: 'number 1499' })
})

test('later merges carry the old events of both ids along', async () => {
  await warehouse.append('w5', [
    event({ distinctId: 'anon' }),
    event({ distinctId: 'ana' }),
    event({ distinctId: 'old' }),
    event({ distinctId: 'ben' }),
  ])
  await warehouse.identify('w5', { distinctId: 'ana', anonymousId: 'anon', set: { plan: 'team' } })
  await warehouse.alias('w5', { distinctId: 'anon', alias: 'old' })
  expect(await warehouse.personEvents('w5', 'old', 10)).toHaveLength(3)
  expect(await warehouse.findPerson('w5', 'anon')).toMatchObject({ distinctIds: ['ana', 'anon', 'old'], properties: { plan: 'team' } })
  await warehouse.alias('w5', { distinctId: 'ben', alias: 'ana', force: true })
  expect(await warehouse.personEvents('w5', 'anon', 10)).toHaveLength(4)
  expect(await warehouse.findPerson('w5', 'old')).toMatchObject({ distinctIds: ['ben', 'ana', 'anon', 'old'] })
  expect(await warehouse.findPerson('w5', 'nobody')).toBeUndefined()
})

test('pickers offer the names and values that were really sent, whatever they are called', async () => {
  const odd = 'a.b/c~"d\' e'
  await warehouse.append('w6', [
    event({ properties: { [odd]: 'x', n: 1 } }),
    event({ properties: { [odd]: 'x' } }),
    event({ event: 'it’s; --' }),
  ])
  expect(await warehouse.eventNames('w6')).toMatchObject([
    { event: 'opened', count: 2 },
    { event: 'it’s; --', count: 1 },
  ])
  expect(await warehouse.propertyNames('w6', 'opened')).toEqual([odd, 'n'])
  expect(await warehouse.propertyValues('w6', 'opened', odd)).toEqual([{ value: 'x', count: 2 }])
  expect(await warehouse.recentEvents('w6', 1)).toMatchObject([{ event: 'it’s; --', distinctId: 'ana', receivedAt: now, properties: {} }])
})

test('an import can be undone as a whole, and done again', async () => {
  const imported = [event({ id: 'i1', importId: 'imp' }), event({ id: 'i2', importId: 'imp' })]
  await warehouse.append('w7', [...imported, event({ id: 'live' })])
  expect(await warehouse.undoImport('w7', 'imp')).toBe(2)
  expect(await countOf('w7')).toBe(1)
  expect(await warehouse.append('w7', imported)).toMatchObject({ added: 2 })
})

test('a backup brings back events, people, groups and rejections, and a second restore adds nothing', async () => {
  await warehouse.append('w8', [
    event({ id: 'a', properties: { n: 1.5 } }),
    event({ distinctId: 'anon', importId: 'imp' }),
    event({ event: '' }),
  ])
  await warehouse.identify('w8', { distinctId: 'ana', anonymousId: 'anon', set: { city: 'Köln 🙂' } })
  await warehouse.group('w8', { type: 'firm', key: 'larkfield', traits: { seats: 4 } })
  const pages = await pagesOf('w8')
  expect(await warehouse.importEvents('w9', JSON.parse(JSON.stringify(pages)))).toEqual({ added: 2, duplicates: 0 })
  expect(await warehouse.importEvents('w9', pages)).toEqual({ added: 0, duplicates: 2 })
  expect(await pagesOf('w9')).toEqual(pages)
  expect(await warehouse.findPerson('w9', 'anon')).toMatchObject({ properties: { city: 'Köln 🙂' } })
  expect(await warehouse.append('w9', [event({ id: 'a' })])).toMatchObject({ duplicates: 1 })
})

test('a deleted workspace leaves nothing, and others keep theirs', async () => {
  await warehouse.deleteWorkspace('w8')
  expect(await pagesOf('w8')).toEqual([])
  expect(await countOf('w9')).toBe(2)
  expect(await warehouse.append('w8', [event({ id: 'a' })])).toMatchObject({ added: 1 })
})

test('a workspace nobody has sent to is empty, not an error', async () => {
  const unknown = randomUUID()
  expect(await warehouse.eventNames(unknown)).toEqual([])
  expect(await warehouse.traffic(unknown, { event: 'opened', filters: [] }, 2)).toEqual([
    { at: new Date('2026-02-09'), people: 0 },
    { at: new Date('2026-02-16'), people: 0 },
  ])
})

// Finds the database process of this test by its parent and its folder, so that no other one is touched.
function databaseProcess() {
  const rows = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n')
  const row = rows
    .map((line) => line.trim().split(/\s+/))
    .find(([, parent, ...args]) => Number(parent) === process.pid && args.includes(place.folder))
  return Number(row?.[0])
}

test.skipIf(process.platform === 'win32')(
  'a killed database process loses nothing that was acknowledged, and the work goes on',
  async () => {
    let acknowledged = 0
    const sending = Array.from({ length: 30 }, async (_, n) => {
      await warehouse.append('w10', [event({ id: `k${n}` }), event({ id: `l${n}` })])
      acknowledged += 2
      if (n === 10) process.kill(databaseProcess(), 'SIGKILL')
    })
    await Promise.all(sending)
    expect(acknowledged).toBe(60)
    expect(await countOf('w10')).toBe(60)
  },
)
