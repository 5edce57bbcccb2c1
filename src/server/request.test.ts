import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'
import { encodeCursor } from './page.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

type Body = string | Uint8Array<ArrayBuffer>
type Problem = { type: string; status: number; title: string; detail: string; instance: string; requestId: string }

const JSON_TYPE = { 'content-type': 'application/json' }

async function send(method: string, path: string, { body, headers = {} }: { body?: Body; headers?: Record<string, string> } = {}) {
  const own = body === undefined ? {} : JSON_TYPE
  const response = await w.request(`/api/v1${path}`, {
    method,
    headers: { ...w.ada.headers, ...own, ...headers },
    ...(body === undefined ? {} : { body }),
  })
  return { status: response.status, response, problem: (await response.json().catch(() => null)) as Problem }
}

const post = (path: string, body: Body, headers?: Record<string, string>) => send('POST', path, { body, ...(headers && { headers }) })
const capture = (text: string, rest: object = {}) => post('/feedback', JSON.stringify({ text, ...rest }))

/** How many rows a refused request must leave as they are. */
async function rows() {
  return w.ada.scoped(async ({ db }) => {
    const tables = ['feedback', 'problems', 'accounts', 'bets', 'activities', 'idempotencyKeys'] as const
    const counts = []
    for (const table of tables) counts.push((await db.selectFrom(table).select('workspaceId').execute()).length)
    return counts
  })
}

async function expectRefused(status: number, detail: string | RegExp, ask: () => ReturnType<typeof send>) {
  const before = await rows()
  const { status: answered, problem, response } = await ask()
  expect([answered, problem.detail]).toEqual([status, expect.stringMatching(detail)])
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await rows()).toEqual(before)
}

test('a problem has one shape, its own content type, and the number of the request', async () => {
  const { response, problem } = await send('GET', '/bets/BET-9999', { headers: { 'x-request-id': 'mine-1' } })
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(response.headers.get('x-request-id')).toBe('mine-1')
  expect(problem).toEqual({
    type: 'about:blank',
    status: 404,
    title: 'Not found',
    detail: expect.stringMatching(/^There is no such bet/),
    instance: '/api/v1/bets/BET-9999',
    requestId: 'mine-1',
  })
})

test('an address of the API that does not exist is told as a problem', async () => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
    await expectRefused(404, 'There is nothing at this address.', () => send(method, '/nothing/here'))
  expect((await w.request('/api/nothing')).status).toBe(404)
})

test('a body of more than 2 MB is refused before it is read', async () => {
  await expectRefused(413, 'too large: at most 2 MB', () => capture('x'.repeat(2_200_000)))
})

test('JSON nested 1,000 or 100,000 levels deep is refused', async () => {
  for (const depth of [1_000, 100_000]) {
    const deep = `{"text":${'['.repeat(depth)}${']'.repeat(depth)}}`
    await expectRefused(422, 'nested more than 24 levels', () => post('/feedback', deep))
  }
})

test('malformed and empty JSON is refused', async () => {
  for (const body of ['{', '', '{"text":"a"', 'text=a', '{"text":"a"}}']) await expectRefused(400, /JSON/, () => post('/feedback', body))
})

test('JSON of the wrong shape is refused with the field at fault', async () => {
  for (const body of ['null', '[]', '"text"', '7', '{}', '{"text":7}', '{"text":["a"]}', '{"text":{"a":1}}'])
    await expectRefused(422, /./, () => post('/feedback', body))
})

test('a body of another content type is refused, not taken for an empty one', async () => {
  const body = '{"text":"words"}'
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])
    await expectRefused(422, 'content type application/json', () => post('/feedback', body, { 'content-type': type }))
  const { key } = await read(w.ana.api.problems.$post({ json: { title: 'Stays' } }))
  await expectRefused(422, 'content type application/json', () =>
    send('PATCH', `/problems/${key}`, { body: '{"title":"Lost"}', headers: { 'content-type': 'text/plain' } }),
  )
})

test('JSON is also taken under its own more exact content types', async () => {
  for (const type of ['application/json; charset=utf-8', 'Application/JSON'])
    expect((await post('/feedback', '{"text":"typed"}', { 'content-type': type })).status).toBe(201)
})

test('broken UTF-8 is refused: the customer’s words are never changed on the way in', async () => {
  const encoder = new TextEncoder()
  const whole = encoder.encode('{"text":"café"}')
  const halfInside = new Uint8Array([...whole.slice(0, 12), ...whole.slice(13)])
  const halfAtTheEnd = whole.slice(0, 13)
  for (const body of [halfInside, halfAtTheEnd]) await expectRefused(422, 'not valid UTF-8', () => post('/feedback', body))
  await expectRefused(422, 'half a character', () => post('/feedback', '{"text":"half \\ud83d"}'))
})

test('NUL is refused wherever it stands', async () => {
  await expectRefused(422, 'NUL', () => capture('a\0b'))
  await expectRefused(422, 'NUL', () => post('/accounts', JSON.stringify({ name: 'N\0' })))
  await expectRefused(422, 'NUL', () => send('GET', '/search?q=%00'))
  await expectRefused(404, /./, () => send('GET', '/bets/%00'))
  await expectRefused(422, 'NUL', () => send('GET', '/activities?about=%00'))
})

test('a name of 10,000 characters is refused', async () => {
  const long = 'n'.repeat(10_000)
  for (const [path, body] of [
    ['/accounts', { name: long }],
    ['/problems', { title: long }],
    ['/bets', { title: long }],
    ['/api-keys', { name: long }],
  ] as const)
    await expectRefused(422, /./, () => post(path, JSON.stringify(body)))
  await expectRefused(422, /./, () => send('PATCH', '/workspace', { body: JSON.stringify({ name: long }) }))
})

test('right-to-left text, emoji and odd marks come back to the letter', async () => {
  for (const text of [
    '‏לא עובד בכלל‎',
    'انقطع الاتصال مرة أخرى',
    '👩🏽‍🔧🇳🇴 ok',
    'e\u0301\u200b\ufeff\u202e!',
    '𝔘𝔫𝔦',
    '<script>alert(1)</script>',
  ]) {
    const { id } = await read(w.ana.api.feedback.$post({ json: { text } }))
    expect((await read(w.ana.api.feedback[':id'].$get({ param: { id } }))).text).toBe(text)
  }
})

test('dates long ago, far ahead and impossible are refused', async () => {
  for (const saidAt of ['1900-01-01T00:00:00Z', '2400-01-01T00:00:00Z', '2026-02-30T00:00:00Z', 'yesterday', '+275760-09-13T00:00:00Z'])
    await expectRefused(422, /./, () => capture('when', { saidAt }))
  for (const since of ['yesterday', '2400', '0000-00-00'])
    await expectRefused(422, /./, () => send('GET', `/activities?since=${encodeURIComponent(since)}`))
})

test('negative and absurd money is refused', async () => {
  for (const revenue of ['-1', '-0.01', '1e300', '1e999', '"12"', 'true'])
    await expectRefused(422, /revenue/i, () => post('/accounts', `{"name":"A","revenue":${revenue}}`))
})

test('a cursor that is not ours is refused', async () => {
  const forged = [
    encodeCursor(['\0']),
    encodeCursor(['x']),
    encodeCursor([7]),
    encodeCursor([]),
    'rubbish',
    'e30',
    encodeCursor(['x', 'y', 'z']),
  ]
  for (const cursor of forged)
    for (const path of ['/feedback', '/activities', '/accounts', '/problems', '/decisions'])
      expect([path, cursor, (await send('GET', `${path}?cursor=${encodeURIComponent(cursor)}`)).status < 500]).toEqual([path, cursor, true])
  await expectRefused(422, /cursor|form/, () => send('GET', '/activities?cursor=rubbish'))
  await expectRefused(422, /./, () => send('GET', `/activities?cursor=${encodeCursor(['\0'])}`))
})

test('a limit that is none is refused', async () => {
  for (const limit of ['0', '-1', '201', 'many', '1e9']) await expectRefused(422, 'limit', () => send('GET', `/activities?limit=${limit}`))
})

test('If-Match of the wrong form is 422, of an old version 412, and neither changes anything', async () => {
  const { key } = await read(w.ana.api.problems.$post({ json: { title: 'First' } }))
  const change = (version: string) => send('PATCH', `/problems/${key}`, { body: '{"title":"Second"}', headers: { 'if-match': version } })
  for (const wrong of ['abc', '"x"', '-1', '1.5', '"1", "2"']) await expectRefused(422, 'If-Match', () => change(wrong))
  await expectRefused(412, 'Somebody else changed this problem', () => change('"9"'))
  expect((await change('W/"1"')).status).toBe(200)
  await expectRefused(412, 'Somebody else', () => change('"1"'))
})

test('HEAD answers as GET does, without a body', async () => {
  const response = await w.request('/api/v1/me', { method: 'HEAD', headers: w.ben.headers })
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect((await w.request('/api/v1/me', { method: 'HEAD' })).status).toBe(401)
})

test('fields that do not exist are not written', async () => {
  const { problem: added } = await post('/problems', '{"title":"Known","id":"x","workspaceId":"y","createdBy":"z","__proto__":{"a":1}}')
  expect(added).toMatchObject({ title: 'Known', key: expect.stringMatching(/^PROB-/) })
  const { problem: changed } = await send('PATCH', `/problems/${(added as unknown as { key: string }).key}`, {
    body: '{"title":"Still known","version":99,"key":"PROB-1","archivedAt":"2026-01-01T00:00:00Z"}',
  })
  expect(changed).toMatchObject({ title: 'Still known', version: 2, key: (added as unknown as { key: string }).key })
})

test('an Idempotency-Key is held once: the same again is the same answer, another body is refused, a refused try leaves it free', async () => {
  const key = { 'idempotency-key': 'once-1' }
  await expectRefused(422, /./, () => post('/problems', '{"title":""}', key))
  const first = await post('/problems', '{"title":"Once"}', key)
  const again = await post('/problems', '{"title":"Once"}', key)
  expect(again.problem).toEqual(first.problem)
  expect(again.response.headers.get('idempotent-replay')).toBe('true')
  await expectRefused(422, 'different request', () => post('/problems', '{"title":"Twice"}', key))
  await expectRefused(422, '200 characters', () => post('/problems', '{"title":"A"}', { 'idempotency-key': 'k'.repeat(201) }))
})

test('the same create sent five times at once adds one', async () => {
  const before = (await rows())[1]!
  const key = { 'idempotency-key': 'storm-1' }
  const answers = await Promise.all(Array.from({ length: 5 }, () => post('/problems', '{"title":"Storm"}', key)))
  expect(new Set(answers.map(({ problem }) => (problem as unknown as { id: string }).id)).size).toBe(1)
  expect((await rows())[1]).toBe(before + 1)
})

test('after a redaction the stored answer no longer holds the words, and a repeat adds nothing', async () => {
  const body = '{"text":"Call me on 555 0199 please"}'
  const { problem: added } = await post('/feedback', body, { 'idempotency-key': 'words-1' })
  const { id } = added as unknown as { id: string }
  await read(w.ada.api.feedback[':id'].redaction.$put({ param: { id }, json: { passages: [{ from: 11, to: 19 }], reason: 'A number' } }))
  await expectRefused(409, 'redacted', () => post('/feedback', body, { 'idempotency-key': 'words-1' }))
  const kept = await w.ada.scoped(({ db }) => db.selectFrom('idempotencyKeys').select('answer').execute())
  expect(JSON.stringify(kept)).not.toContain('555 0199')
})

test('an unknown API key, an odd Authorization header and an odd address of a workspace are refused', async () => {
  for (const authorization of ['Bearer trc_none', 'Bearer', 'Basic YTpi', 'Bearer a b'])
    expect((await w.request('/api/v1/me', { headers: { authorization } })).status).toBe(401)
})

test('what must be the only one of its kind is a conflict, told with what is the same', async () => {
  const place = { sourceSystem: 'crm', sourceId: '17' }
  await read(w.ana.api.accounts.$post({ json: { name: 'Nordlys', ...place } }))
  await expectRefused(409, 'an account with the same id in its source already', () =>
    post('/accounts', JSON.stringify({ name: 'Other', ...place })),
  )
})
