import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureServer, KEY } from './test-server.ts'

const now = new Date('2026-03-01T12:00:00Z')
let server: Awaited<ReturnType<typeof captureServer>>
beforeAll(async () => {
  server = await captureServer(() => now)
})
afterAll(() => server.close())

const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { method: 'POST', body: body as BodyInit, headers })
const event = (change: object = {}) => ({ event: 'opened', distinct_id: 'ana', ...change })
const batch = (...events: unknown[]) => JSON.stringify({ api_key: KEY, batch: events })
const latestReason = async () => (await server.warehouse.rejections('w')).latest[0]?.reason
const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each<[string, string, () => string | Uint8Array, Record<string, string>]>([
  ['plain', '/batch/', () => batch(event()), {}],
  ['without the last slash', '/batch', () => batch(event()), {}],
  ['gzip by header', '/batch/', () => gzipSync(batch(event())), { 'Content-Encoding': 'gzip' }],
  ['gzip by address', '/e/?compression=gzip-js', () => gzipSync(batch(event())), { 'Content-Type': 'text/plain' }],
  [
    'base64 in a form',
    '/e/',
    () => `data=${encodeURIComponent(base64(batch(event())))}`,
    { 'Content-Type': 'application/x-www-form-urlencoded' },
  ],
  ['JSON in a form', '/e/', () => `data=${encodeURIComponent(batch(event()))}`, { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['one event', '/capture/', () => JSON.stringify({ ...event(), api_key: KEY }), {}],
  ['a key among the properties', '/i/v0/e/', () => JSON.stringify({ event: 'opened', properties: { token: KEY, distinct_id: 'ana' } }), {}],
  ['an array', '/i/v0/e/', () => JSON.stringify([{ event: 'opened', properties: { token: KEY, distinct_id: 7 } }]), {}],
  ['a key in the address', `/e/?token=${KEY}`, () => JSON.stringify([event()]), {}],
])('PostHog, %s: the event is stored', async (_, path, body, headers) => {
  const response = await post(path, body(), headers)
  expect([response.status, await response.json()]).toEqual([200, { status: 'Ok', added: 1, duplicates: 0, refusedCount: 0, refused: [] }])
})

test('an event in the address of a GET is stored', async () => {
  const response = await fetch(`${server.url}/e/?data=${encodeURIComponent(base64(batch(event())))}`)
  expect(await response.json()).toMatchObject({ added: 1 })
})

test.each([
  ['track', { userId: 'ana', event: 'opened' }],
  ['page', { anonymousId: 'a1' }],
  ['screen', { userId: 'ana', name: 'Home' }],
  ['batch', { batch: [{ type: 'track', userId: 'ana', event: 'opened' }] }],
])('Segment’s %s is stored, with the key as user name or in the body', async (type, body) => {
  const byHeader = await post(`/v1/${type}`, JSON.stringify(body), { Authorization: `Basic ${base64(`${KEY}:`)}` })
  expect(await byHeader.json()).toMatchObject({ success: true, added: 1 })
  expect(await (await post(`/v1/${type}`, JSON.stringify({ ...body, writeKey: KEY }))).json()).toMatchObject({ added: 1 })
})

test('a batch sent again counts once, and times are kept to the millisecond', async () => {
  const sent = batch(event({ uuid: '0190b0a0-0000-7000-8000-000000000001', timestamp: '1997-01-01T23:59:59.999Z' }))
  expect(await (await post('/batch/', sent)).json()).toMatchObject({ added: 1, duplicates: 0 })
  expect(await (await post('/batch/', sent)).json()).toMatchObject({ added: 0, duplicates: 1 })
  expect(await server.warehouse.recentEvents('w', 1)).toMatchObject([{ at: new Date('1997-01-01T23:59:59.999Z'), receivedAt: now }])
})

test('the good events of a batch count, and the answer says which were refused and why', async () => {
  const response = await post(
    '/batch/',
    batch(
      event(),
      'text',
      event({ event: '' }),
      event({ timestamp: '2400-01-01' }),
      event({ distinct_id: null }),
      event({ properties: [] }),
      event(),
    ),
  )
  expect([response.status, await response.json()]).toEqual([
    200,
    {
      status: 'Ok',
      added: 2,
      duplicates: 0,
      refusedCount: 5,
      refused: [
        { index: 1, reason: 'The event is not an object.' },
        { index: 2, reason: 'The event has no event name.' },
        { index: 3, reason: 'The event is dated more than a day in the future.' },
        { index: 4, reason: 'The event has no distinct id.' },
        { index: 5, reason: 'The event has properties that are not an object.' },
      ],
    },
  ])
  expect((await server.warehouse.rejections('w')).latest.slice(0, 5).map(({ sample }) => sample)).toContain('text')
})

test.each<[string, string | Uint8Array, number, string]>([
  ['no JSON', '{"batch": [', 400, 'The request is not valid JSON.'],
  ['nothing', '', 400, 'The request is not valid JSON.'],
  ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'The request is not valid UTF-8.'],
  ['broken gzip', new Uint8Array([0x1f, 0x8b, 1, 2, 3]), 400, 'The request is compressed in a way that cannot be undone.'],
  ['too much', 'x'.repeat(21 * 1024 * 1024), 413, 'The request is larger than 20 MB.'],
  ['a small parcel that unpacks to too much', gzipSync('x'.repeat(21 * 1024 * 1024)), 413, 'The request is larger than 20 MB.'],
])('%s is answered and noted with its reason', async (_, body, status, reason) => {
  const response = await post(`/e/?token=${KEY}`, body)
  expect([response.status, await response.json()]).toEqual([status, { error: reason }])
  expect(await latestReason()).toBe(reason)
})

test('JSON that is too deep is refused, and the event beside it counts', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const response = await post(
    '/batch/',
    `{"api_key":"${KEY}","batch":[{"event":"a","distinct_id":"b","properties":{"deep":${deep}}},${JSON.stringify(event())}]}`,
  )
  expect(await response.json()).toMatchObject({
    added: 1,
    refused: [{ index: 0, reason: 'The event has properties nested deeper than 16.' }],
  })
})

test('a key of no workspace is not let in', async () => {
  const response = await post('/batch/', JSON.stringify({ api_key: 'other', batch: [event()] }))
  expect([response.status, await response.json()]).toEqual([401, { error: 'No workspace has this key.' }])
  expect((await post('/v1/track', JSON.stringify({ userId: 'ana', event: 'opened' }))).status).toBe(401)
})

test('browsers of any origin may send', async () => {
  const asked = await fetch(`${server.url}/e/`, { method: 'OPTIONS', headers: { 'Access-Control-Request-Headers': 'x-custom' } })
  expect(asked.status).toBe(204)
  expect(asked.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(asked.headers.get('Access-Control-Allow-Headers')).toBe('x-custom')
  expect((await post('/batch/', batch(event()))).headers.get('Access-Control-Allow-Origin')).toBe('*')
})

test('flags are answered with none', async () => {
  expect(await (await post('/flags/?v=2', '{}')).json()).toMatchObject({ flags: {}, errorsWhileComputingFlags: false })
  expect(await (await post('/decide/?v=3', '{}')).json()).toMatchObject({ featureFlags: {} })
})

test('other addresses and pages are left to the application', async () => {
  for (const path of ['/', '/api/v1/me', '/batch', '/v1/unknown', '//']) expect((await fetch(server.url + path)).status).toBe(404)
})
