import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import type { Statement } from '#domain/learn/statement.ts'
import { type Person, type World, world } from '#test/world.ts'
import { lessonIds, testCourse, writeTestCourse } from '../course-for-tests.ts'
import { finishTestCourse } from '../finish-for-tests.ts'
import { readRecordStore } from './record-store.ts'
import { sendStatements } from './send-statements.ts'

type Post = { path: string; headers: NodeJS.Dict<string | string[]>; statements: Statement[] }

let w: World
let posts: Post[] = []
let answer: (post: Post) => { status: number; text: string } = () => ({ status: 200, text: '[]' })

/** Stands for a learning record store: hears what is posted, and answers as the test wants. */
const store = createServer(async (request, response) => {
  let body = ''
  for await (const piece of request) body += piece
  const post = { path: request.url ?? '', headers: request.headers, statements: JSON.parse(body) as Statement[] }
  posts.push(post)
  const { status, text } = answer(post)
  response.writeHead(status, { 'content-type': 'application/json' }).end(text)
})

beforeAll(async () => {
  w = await world()
  writeTestCourse(w.services)
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve))
  const XAPI_ENDPOINT = `http://127.0.0.1:${(store.address() as AddressInfo).port}/xapi/`
  w.services.recordStore = readRecordStore({ XAPI_ENDPOINT, XAPI_KEY: 'key', XAPI_SECRET: 'secret', ALLOW_PRIVATE_ADDRESSES: 'yes' })
  w.services.address = 'https://tricorn.example'
})
afterAll(async () => {
  store.close()
  await w.close()
})
beforeEach(async () => {
  answer = () => ({ status: 200, text: '[]' })
  await sendStatements(w.services)
  posts = []
})

const heard = () => posts.flatMap(({ statements }) => statements)
const verbs = () => heard().map(({ verb }) => verb.display.en)
const deliveries = () => read(w.ada.api.learning.statements.deliveries.$get())
const enrol = ({ api }: Person) => read(api.courses[':courseId'].enrolment.$put({ param: { courseId: testCourse } }))
const markRead = ({ api }: Person) =>
  read(
    api.courses[':courseId'].lessons[':lessonId'].reading.$put({ param: { courseId: testCourse, lessonId: lessonIds.reading }, json: {} }),
  )

test('what somebody learned reaches the store once, signed and in order', async () => {
  const mia = await w.person('Mia', 'viewer')
  await finishTestCourse(mia, () => w.passTime(60_000))
  await sendStatements(w.services)
  expect(verbs()).toEqual([
    'initialized',
    'completed',
    'progressed',
    'passed',
    'completed',
    'progressed',
    'passed',
    'completed',
    'progressed',
    'completed',
    'progressed',
    'completed',
  ])
  expect(posts[0]).toMatchObject({
    path: '/xapi/statements',
    headers: { authorization: `Basic ${btoa('key:secret')}`, 'x-experience-api-version': '1.0.3', 'content-type': 'application/json' },
  })
  expect(heard()[0]).toMatchObject({
    actor: { name: 'Mia', account: { homePage: 'https://tricorn.example', name: mia.id } },
    object: { id: `https://tricorn.example/api/v1/courses/${testCourse}` },
  })
  posts = []
  await sendStatements(w.services)
  expect(posts).toEqual([])
  expect(await deliveries()).toMatchObject({ sent: 12, waiting: 0, refused: 0, problems: [] })
})

test('a store that is down is told later, and each time later still', async () => {
  answer = () => ({ status: 503, text: 'closed  for\nrepair' })
  await enrol(await w.person('Lou', 'viewer'))
  await sendStatements(w.services)
  expect(await deliveries()).toMatchObject({
    store: expect.stringContaining('127.0.0.1'),
    waiting: 1,
    problems: [{ problem: 'The record store answered 503: closed for repair', count: 1, tries: 1 }],
  })
  await sendStatements(w.services)
  expect(posts).toHaveLength(1)
  w.passTime(61_000)
  await sendStatements(w.services)
  expect(posts).toHaveLength(2)
  w.passTime(61_000)
  await sendStatements(w.services)
  expect(posts).toHaveLength(2)
  answer = () => ({ status: 200, text: '[]' })
  w.passTime(60_000)
  await sendStatements(w.services)
  expect(new Set(heard().map(({ id }) => id)).size).toBe(1)
  expect(await deliveries()).toMatchObject({ waiting: 0, problems: [] })
})

test('one statement the store will not have does not hold up the others, and can be sent again', async () => {
  answer = ({ statements }) =>
    statements.some(({ verb }) => verb.display.en === 'progressed') ? { status: 400, text: 'no such verb' } : { status: 200, text: '[]' }
  const lou = await w.person('Lou', 'viewer')
  await markRead(lou)
  const before = (await deliveries()).sent
  await sendStatements(w.services)
  expect(await deliveries()).toMatchObject({
    sent: before + 2,
    waiting: 0,
    refused: 1,
    problems: [{ problem: 'The record store answered 400: no such verb' }],
  })
  answer = () => ({ status: 204, text: '' })
  expect(await read(w.ada.api.learning.statements.retries.$post())).toMatchObject({ waiting: 1, refused: 0 })
  await w.jobs.drain()
  expect(await deliveries()).toMatchObject({ sent: before + 3, waiting: 0, refused: 0 })
})

test('a wrong key is said in words', async () => {
  answer = () => ({ status: 401, text: '' })
  await enrol(await w.person('Lou', 'viewer'))
  await sendStatements(w.services)
  expect((await deliveries()).problems).toMatchObject([{ problem: 'The record store does not accept XAPI_KEY and XAPI_SECRET (401).' }])
  answer = () => ({ status: 200, text: '[]' })
  w.passTime(120_000)
})

test('a store in a private network is refused unless that is allowed, and the reason is kept', async () => {
  const allowed = w.services.recordStore!
  w.services.recordStore = { ...allowed, allowPrivate: false }
  await enrol(await w.person('Lou', 'viewer'))
  await sendStatements(w.services)
  w.services.recordStore = allowed
  expect(posts).toEqual([])
  expect((await deliveries()).problems).toMatchObject([{ problem: expect.stringContaining('ALLOW_PRIVATE_ADDRESSES') }])
  w.passTime(120_000)
})

test('all statements can be taken away as JSON, with the ids the store knows', async () => {
  const mia = await w.person('Mia', 'viewer')
  await finishTestCourse(mia)
  await sendStatements(w.services)
  const sent = heard().map(({ id }) => id)
  const download = await w.request('/api/v1/learning/statements', { headers: w.ada.headers })
  expect(download.headers.get('content-disposition')).toContain('statements.json')
  const { statements } = (await download.json()) as { statements: Statement[] }
  expect(statements.map(({ id }) => id)).toEqual(expect.arrayContaining(sent))
  const elsewhere = (await (await w.request('/api/v1/learning/statements', { headers: w.eve.headers })).json()) as {
    statements: Statement[]
  }
  expect(elsewhere.statements).toEqual([])
})

test('who may: admins', async () => {
  expect((await w.request('/api/v1/learning/statements', { headers: w.ana.headers })).status).toBe(403)
  expect((await w.ana.api.learning.statements.deliveries.$get()).status).toBe(403)
  expect((await w.ana.api.learning.statements.retries.$post()).status).toBe(403)
  expect((await w.request('/api/v1/learning/statements')).status).toBe(401)
})

test('without a store nothing is sent, and asking to try again says why not', async () => {
  const before = w.services.recordStore
  w.services.recordStore = undefined
  await enrol(await w.person('Lou', 'viewer'))
  await sendStatements(w.services)
  expect(posts).toEqual([])
  expect((await deliveries()).store).toBeNull()
  expect((await w.ada.api.learning.statements.retries.$post()).status).toBe(409)
  w.services.recordStore = before
  await sendStatements(w.services)
  expect(verbs()).toContain('initialized')
})

test.each([
  [{}, undefined],
  [
    { XAPI_ENDPOINT: 'https://lrs.example/xapi', XAPI_KEY: 'k', XAPI_SECRET: 's' },
    { key: 'k', secret: 's', allowPrivate: false },
  ],
])('from %j the store is %j', (environment, expected) => {
  const found = readRecordStore(environment)
  if (expected) expect(found).toMatchObject(expected)
  else expect(found).toBeUndefined()
})

test.each([
  [{ XAPI_ENDPOINT: 'https://lrs.example' }, 'XAPI_KEY'],
  [{ XAPI_ENDPOINT: 'lrs.example', XAPI_KEY: 'k', XAPI_SECRET: 's' }, 'must be an address'],
  [{ XAPI_ENDPOINT: 'file:///x', XAPI_KEY: 'k', XAPI_SECRET: 's' }, 'must be an address'],
])('%j is refused at the start', (environment, words) => {
  expect(() => readRecordStore(environment)).toThrow(words)
})
