import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { addressesIn, makeOneOfEach } from '#test/one-of-each.ts'
import { type World, world } from '#test/world.ts'
import { createApi } from './app.ts'
import { type RouteFacts, routesOf } from './openapi/openapi.ts'

// Some thousand requests.
vi.setConfig({ testTimeout: 300_000 })

let w: World
let routes: RouteFacts[]
let writes: RouteFacts[]
let addressOf: (path: string) => string

beforeAll(async () => {
  w = await world()
  routes = routesOf(createApi(w.services))
  writes = routes.filter(({ body }) => body)
  addressOf = addressesIn(w, await makeOneOfEach(w))
})
afterAll(() => w.close())

type Sent = { body?: string | Uint8Array<ArrayBuffer>; type?: string; address?: string }

function send({ method, path }: RouteFacts, { body, type = 'application/json', address = addressOf(path) }: Sent) {
  const headers = { ...w.owner.headers, ...(body === undefined ? {} : { 'content-type': type }) }
  return w.request(address, { method: method.toUpperCase(), headers, ...(body === undefined ? {} : { body }) })
}

const shown = (value: unknown) => String(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60)

/** What is wrong with an answer: a failure of ours, or a refusal that does not say in a sentence what is wrong. */
async function faultOf(answer: Response, { method, path }: RouteFacts, given: unknown) {
  const name = `${method} ${path} with ${shown(given)}: ${answer.status}`
  if (answer.status < 400) return undefined
  const problem = await answer.json().catch(() => undefined)
  if (answer.status >= 500) return `${name} ${problem?.detail}`
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return `${name} is no problem`
  if (/\b(expected|received|Invalid input)\b/.test(problem?.detail)) return `${name} “${problem.detail}” is the checker’s own language`
  return /^\P{Ll}.*[.?!)…”]$/su.test(problem?.detail ?? '') || problem?.fields ? undefined : `${name} “${problem?.detail}” is no sentence`
}

async function rowsThere() {
  const { rows } = await sql<{ table: string }>`select table_name as "table" from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('api_keys')`.execute(w.services.db)
  return w.owner.scoped(async ({ db }) => {
    const counts: Record<string, number> = {}
    for (const { table } of rows) {
      const { rows: counted } = await sql<{ count: string }>`select count(*) as count from ${sql.table(table)}`.execute(db)
      counts[table] = Number(counted[0]!.count)
    }
    return counts
  })
}

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))))

const bodies: Sent[] = [
  { body: '' },
  { body: 'not JSON' },
  { body: '[]' },
  { body: 'null' },
  { body: '"text"' },
  { body: '{"title":"cut sho' },
  { body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` },
  { body: `{"title":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}}` },
  { body: bytes('{"title":"half a character ', [0xf0, 0x9f, 0x98], '"}') },
  { body: bytes('{"title":"cut there ', [0xe2, 0x82]) },
  { body: '{"title":"a\\u0000b"}' },
  { body: '{"title":"\\ud83d"}' },
  { body: 'title=x', type: 'application/x-www-form-urlencoded' },
  { body: '{"title":"x"}', type: 'text/plain' },
]

test('a body that is none is refused by every route that takes one, in a sentence, and nothing is written', async () => {
  const before = await rowsThere()
  const wrong: string[] = []
  for (const route of writes) {
    // Where every field may be left out, an empty list of fields is a body too.
    for (const sent of bodies.filter(({ body }) => !route.body!.safeParse(parsed(body)).success)) {
      const answer = await send(route, sent)
      wrong.push(
        (await faultOf(answer, route, sent.body)) ?? (answer.status < 400 ? `${route.method} ${route.path} took ${shown(sent.body)}` : ''),
      )
    }
  }
  expect(wrong.filter(Boolean)).toEqual([])
  expect(await rowsThere()).toEqual(before)
})

function parsed(body: Sent['body']) {
  try {
    return JSON.parse(String(body))
  } catch {
    return undefined
  }
}

test('a body of more than 2 MB is refused by every route that takes one', async () => {
  const body = JSON.stringify({ title: 'x'.repeat(2.1 * 1024 * 1024) })
  const statuses = new Set<number>()
  for (const route of writes) statuses.add((await send(route, { body })).status)
  expect([...statuses]).toEqual([413])
})

const values = [
  null,
  true,
  -1,
  0,
  0.1,
  -1e300,
  2 ** 53,
  '',
  ' ',
  'x'.repeat(10_000),
  'מֵאָה עֲגוּרִים \u202Eright to left\u202C',
  '👩‍👩‍👧‍👦',
  'a\u0000b',
  '\ud83d',
  '<script>alert(1)</script>',
  "'; drop table bets; --",
  '1900-01-01',
  '2400-12-31',
  '2026-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  'BET-999999999999999999999',
  'PROB-1',
  '01a20bc9-ba33-7c82-a323-beed5ffa8303',
  [],
  [null],
  ['x', 'x'],
  Array.from({ length: 300 }, (_, n) => ({ id: `${n}`, title: 'x' })),
  {},
  { low: 3, likely: 1, high: 2 },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') as object,
]

type Path = (string | number)[]

/** Where a value can stand: every field of the schema, and everything inside the example. */
function placesIn({ body, allowed }: RouteFacts): Path[] {
  const schema = z.toJSONSchema(body!, { io: 'input', unrepresentable: 'any' })
  const fields = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) =>
    Object.keys((one as typeof schema).properties ?? {}),
  )
  const places = [...fields.map((field) => [field]), ...insideOf(allowed.example, [])]
  return [...new Map(places.map((place) => [place.join('.'), place])).values()]
}

function insideOf(value: unknown, at: Path): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = [...at, Array.isArray(value) ? Number(name) : name]
    return [place, ...insideOf(inner, place)]
  })
}

function withValue(example: unknown, place: Path, value: unknown) {
  const changed = structuredClone(example ?? {}) as Record<string | number, unknown>
  const last = place.at(-1)!
  const holder = place.slice(0, -1).reduce((inner, name) => inner[name] as typeof changed, changed)
  holder[last] = value
  return changed
}

/** Each of these makes a whole workspace, or takes away what the others need; once with every value in every place would be days. */
const heavy = /^\/(sandbox|practice|workspace|members|keys|invitations|courses)/

test('no value in any field of any body is a failure of ours', async () => {
  const wrong: string[] = []
  for (const route of writes) {
    const tried = heavy.test(route.path) ? values.filter((_, n) => n % 5 === 0) : values
    for (const place of placesIn(route)) {
      const answers = tried.map(async (value) => {
        const sent = withValue(route.allowed.example, place, value)
        return faultOf(await send(route, { body: JSON.stringify(sent) }), route, { [place.join('.')]: value })
      })
      wrong.push(...(await Promise.all(answers)).filter((fault) => fault !== undefined))
    }
  }
  expect(wrong).toEqual([])
  expect(({} as { polluted?: true }).polluted).toBeUndefined()
})

test('whatever was taken can be read again', async () => {
  const wrong: string[] = []
  for (const route of routes.filter(({ method }) => method === 'get')) {
    const answer = await send(route, {})
    if (answer.status >= 500) wrong.push((await faultOf(answer, route, 'nothing'))!)
  }
  expect(wrong).toEqual([])
})

test('no value in any query is a failure of ours', async () => {
  const wrong: string[] = []
  for (const route of routes.filter(({ query }) => query)) {
    const { properties = {} } = z.toJSONSchema(route.query!, { io: 'input', unrepresentable: 'any' })
    for (const name of Object.keys(properties)) {
      for (const value of values.filter((one) => typeof one !== 'object' && one !== '\ud83d')) {
        const search = new URLSearchParams({ ...(route.allowed.example as object), [name]: String(value) })
        wrong.push((await faultOf(await send(route, { address: `${addressOf(route.path)}?${search}` }), route, { [name]: value })) ?? '')
      }
    }
  }
  expect(wrong.filter(Boolean)).toEqual([])
})

const places = [
  '%00',
  '%F0%9F',
  '%',
  '..%2F..%2Fetc',
  'x'.repeat(5_000),
  'BET-99999999999999999999',
  '-1',
  '%E2%80%AEx',
  "'%20or%201=1",
  '__proto__',
]

test('no id that is none is a failure of ours, and none leads anywhere', async () => {
  const wrong: string[] = []
  for (const route of routes.filter(({ path }) => path.includes('/:'))) {
    for (const place of places) {
      const address = `/api/v1${route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, place)}`
      const body = route.body ? JSON.stringify(route.allowed.example ?? {}) : undefined
      const answer = await send(route, { address, ...(body ? { body } : {}) })
      wrong.push((await faultOf(answer, route, place)) ?? '')
    }
  }
  expect(wrong.filter(Boolean)).toEqual([])
})
