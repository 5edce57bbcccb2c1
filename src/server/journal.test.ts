import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'
import { record } from './activity.ts'
import { type JournalRow, journalEnd, readJournal } from './journal.ts'

let w: World
let url: string
let closeServer: () => void

beforeAll(async () => {
  w = await world()
  await w.services.journal.start()
  const server = createServer(getRequestListener(w.app.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  closeServer = () => {
    server.close()
    server.closeAllConnections()
  }
})
afterAll(async () => {
  closeServer()
  await w.close()
})

const note = (what: string, hold: Promise<void> = Promise.resolve(), who: 'ana' | 'eve' = 'ana') =>
  w[who].scoped(async (scope) => {
    await record(scope, { what, kind: 'workspace', record: { id: scope.workspaceId } })
    await hold
  })
const namesOf = (rows: JournalRow[]) => rows.map(({ what }) => what)

function hold() {
  let release!: () => void
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  return { held, release }
}

async function until(isSo: () => boolean, ms = 5_000) {
  const end = performance.now() + ms
  while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(isSo()).toBe(true)
}

test('a transaction that commits late is never skipped, and comes in its place', async () => {
  const start = await journalEnd(w.services)
  const { held, release } = hold()
  const begun = hold()
  const late = w.ana.scoped(async (scope) => {
    await record(scope, { what: 'test.late', kind: 'workspace', record: { id: scope.workspaceId } })
    begun.release()
    await held
  })
  await begun.held
  await note('test.early')
  const early = await readJournal(w.services, w.workspaceId, start)
  expect(namesOf(early.rows)).toEqual([])
  expect(early.settled).toBe(false)
  release()
  await late
  const all = await readJournal(w.services, w.workspaceId, start)
  expect(namesOf(all.rows)).toEqual(['test.late', 'test.early'])
})

test('a subscriber gets every row once and in order while many write at once', async () => {
  const taken: JournalRow[] = []
  onTestFinished(w.services.journal.subscribe(w.workspaceId, await journalEnd(w.services), (rows) => taken.push(...rows)))
  const slow = () => new Promise<void>((resolve) => setTimeout(resolve, Math.random() * 40))
  await Promise.all(Array.from({ length: 30 }, (_, n) => note(`test.many-${n}`, slow())))
  await until(() => taken.length >= 30)
  expect(new Set(namesOf(taken)).size).toBe(30)
  expect(taken).toHaveLength(30)
  const places = taken.map(({ transactionId, id }) => [BigInt(transactionId), BigInt(id)] as const)
  const sorted = places.toSorted(([a, x], [b, y]) => (a === b ? Number(x - y) : Number(a - b)))
  expect(places).toEqual(sorted)
})

test('two workspaces never see each other in the journal', async () => {
  const mine: JournalRow[] = []
  onTestFinished(w.services.journal.subscribe(w.workspaceId, await journalEnd(w.services), (rows) => mine.push(...rows)))
  await note('test.elsewhere', undefined, 'eve')
  await note('test.here')
  await until(() => mine.length > 0)
  expect(namesOf(mine)).toEqual(['test.here'])
})

/** Reads server-sent events from the live stream until `stop`. */
async function listen(headers: Record<string, string>) {
  const controller = new AbortController()
  onTestFinished(() => controller.abort())
  const response = await fetch(`${url}/api/v1/live`, { headers, signal: controller.signal })
  let text = ''
  void (async () => {
    const decoder = new TextDecoder()
    for await (const bytes of response.body!) text += decoder.decode(bytes, { stream: true })
  })().catch(() => {})
  await until(() => text.includes('hello'))
  return { response, said: () => text, stop: () => controller.abort() }
}

const messagesIn = (text: string) => [...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data!))
const lastIdIn = (text: string) => [...text.matchAll(/^id: (.+)$/gm)].at(-1)![1]!

test('a change is told to an open browser within a second', async () => {
  const live = await listen(w.ben.headers)
  expect(live.response.headers.get('content-type')).toContain('text/event-stream')
  const problem = await read(w.ana.api.problems.$post({ json: { title: 'Photos are lost' } }))
  const begin = performance.now()
  await until(() => live.said().includes(problem.id))
  expect(performance.now() - begin).toBeLessThan(1_000)
})

test('Last-Event-ID picks up where a broken connection stopped, with nothing missing or twice', async () => {
  const first = await listen(w.ben.headers)
  await note('test.before')
  await until(() => first.said().includes('test.before'))
  first.stop()
  await note('test.meanwhile')
  const second = await listen({ ...w.ben.headers, 'last-event-id': lastIdIn(first.said()) })
  await note('test.after')
  await until(() => second.said().includes('test.after'))
  expect(second.said()).not.toContain('test.before')
  expect(second.said().match(/test\.meanwhile/g)).toHaveLength(1)
})

test('a browser that comes back is told what was begun before it broke off and committed afterwards', async () => {
  const first = await listen(w.ben.headers)
  await note('test.told')
  await until(() => first.said().includes('test.told'))
  const { held, release } = hold()
  const late = note('test.begun-early', held)
  await note('test.committed-first')
  first.stop()
  release()
  await late
  const second = await listen({ ...w.ben.headers, 'last-event-id': lastIdIn(first.said()) })
  await until(() => second.said().includes('test.committed-first') && second.said().includes('test.begun-early'))
  expect(first.said()).not.toContain('test.begun-early')
  expect(
    second
      .said()
      .match(/test\.(told|begun-early|committed-first)/g)
      ?.sort(),
  ).toEqual(['test.begun-early', 'test.committed-first'])
})

test('the live stream of one workspace says nothing of another', async () => {
  const live = await listen(w.eve.headers)
  await note('test.secret')
  await note('test.own', undefined, 'eve')
  await until(() => live.said().includes('test.own'))
  expect(live.said()).not.toContain('test.secret')
})

test('of a view that somebody keeps to themselves the live stream tells nobody else, but that a shared one is taken back', async () => {
  const [own, other] = [await listen(w.cora.headers), await listen(w.ben.headers)]
  const view = { list: 'problems' as const, state: { sort: 'title' } }
  const kept = await read(w.cora.api['saved-views'].$post({ json: { ...view, name: 'My doubts' } }))
  await read(w.cora.api.comments.$post({ json: { about: `saved-view:${kept.id}`, text: 'Hm' } }))
  const shared = await read(w.cora.api['saved-views'].$post({ json: { ...view, name: 'For all', shared: true } }))
  const param = { id: shared.id }
  await until(() => other.said().includes(shared.id))
  await read(w.cora.api['saved-views'][':id'].$patch({ param, json: { shared: false } }))
  await until(() => own.said().includes('saved-view.taken-back') && other.said().includes('saved-view.taken-back'))
  expect(own.said()).toContain(kept.id)
  expect(other.said()).not.toContain(kept.id)
  expect(messagesIn(other.said())).toMatchObject([
    { what: 'saved-view.added', aboutId: shared.id, memberId: w.cora.id },
    { what: 'saved-view.taken-back', aboutKind: 'saved-view', aboutId: null, memberId: null },
  ])
})

test('the live stream is not for strangers', async () => {
  expect((await fetch(`${url}/api/v1/live`)).status).toBe(401)
})
