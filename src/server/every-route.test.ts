import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from '#client/api.ts'
import { isAtLeast, type Role, roles } from '#domain/member.ts'
import { type World, world } from '#test/world.ts'
import { createApi } from './app.ts'
import { describeApi, type RouteFacts, routesOf } from './openapi/openapi.ts'
import { addRecord } from './records/records.ts'

// More than a hundred routes, one after the other, and some of them make a whole workspace.
vi.setConfig({ testTimeout: 60_000 })

let w: World
let routes: RouteFacts[]
const people = new Map<Role, { headers: Record<string, string> }>()
const ids: Record<string, string> = {}

beforeAll(async () => {
  w = await world()
  routes = routesOf(createApi(w.services))
  for (const role of roles) people.set(role, role === 'owner' ? w.owner : await w.person(`Walking ${role}`, role))
  await makeOneOfEach()
})
afterAll(() => w.close())

/** One record of every kind, so that every address leads somewhere. */
async function makeOneOfEach() {
  const { api } = w.ana
  const account = await read(api.accounts.$post({ json: { name: 'Nordlys Heating' } }))
  const contact = await read(api.contacts.$post({ json: { name: 'Marit Dahl' } }))
  await read(api.feedback.$post({ json: { text: 'The crew was already on the way.' } }))
  for (const title of ['First', 'Second']) await read(api.problems.$post({ json: { title } }))
  const insight = await read(api.insights.$post({ json: { feedback: 'FB-1', problem: 'PROB-1', from: 0, to: 8 } }))
  await read(api.metrics.$post({ json: { name: 'Jobs', definition: { kind: 'engagement', of: { event: 'job_completed' } } } }))
  await read(api.bets.$post({ json: { title: 'Photos', problems: ['PROB-1'] } }))
  await read(api.specs.$post({ json: { title: 'Photos' } }))
  const story = await read(api.specs[':id'].stories.$post({ param: { id: 'SPEC-1' }, json: { asA: 'crew', iWant: 'a photo' } }))
  const question = await read(api.specs[':id'].questions.$post({ param: { id: 'SPEC-1' }, json: { question: 'Who pays?' } }))
  await read(api.launches.$post({ json: { title: 'Photos' } }))
  await read(
    api.decisions.$post({
      json: {
        question: 'Which?',
        options: [
          { id: 'seat', title: 'Seat' },
          { id: 'crew', title: 'Crew' },
        ],
      },
    }),
  )
  const forecast = await read(
    api.decisions[':id'].forecasts.$post({ param: { id: 'DEC-1' }, json: { statement: 'x', probability: 0.5, resolveOn: '2026-12-01' } }),
  )
  const comment = await read(api.comments.$post({ json: { about: 'BET-1', text: 'Hm' } }))
  await w.ana.scoped(async (scope) => {
    const bet = await scope.db.selectFrom('bets').select('id').where('key', '=', 'BET-1').executeTakeFirstOrThrow()
    await addRecord(scope, 'verdict', {
      betId: bet.id,
      planHash: null,
      state: 'not-measured',
      sentence: 'x',
      result: {},
      readThrough: scope.now(),
      final: false,
    })
  })
  const activity = (await read(api.activities.$get({ query: { about: 'BET-1' } }))).rows[0]!
  Object.assign(ids, {
    feedback: 'FB-1',
    problems: 'PROB-1',
    metrics: 'METRIC-1',
    bets: 'BET-1',
    specs: 'SPEC-1',
    launches: 'LAUNCH-1',
    decisions: 'DEC-1',
    verdicts: 'VER-1',
    stories: story.key,
    accounts: account.id,
    contacts: contact.id,
    insights: insight.id,
    forecasts: forecast.id,
    comments: comment.id,
    activities: activity.id,
    records: 'BET-1',
    chain: 'BET-1',
    questionId: question.id,
  })
}

function addressOf(path: string) {
  const segment = path.split('/')[1]!
  const value = (name: string) =>
    ({ kind: 'bet', problemId: 'PROB-1', questionId: ids.questionId, memberId: w.ben.id })[name] ??
    ids[segment] ??
    '01a20bc9-ba33-7c82-a323-beed5ffa8303'
  return `/api/v1${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => value(name)!)}`
}

function ask({ method, path, body, query, allowed }: RouteFacts, headers: Record<string, string>) {
  const search = query && allowed.example ? `?${new URLSearchParams(allowed.example as Record<string, string>)}` : ''
  const json = body
    ? { body: JSON.stringify(allowed.example ?? {}), headers: { ...headers, 'content-type': 'application/json' } }
    : { headers }
  return w.request(addressOf(path) + search, { method: method.toUpperCase(), ...json })
}

test('every route says who may call it and what it is for', () => {
  expect(routes.length).toBeGreaterThan(80)
  expect(routes.filter(({ allowed }) => !allowed?.summary).map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

test('every route with a body shows an example that its schema accepts', () => {
  const without = routes.filter(({ body, allowed }) => body && !body.safeParse(allowed.example).success)
  expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

test('nobody comes in without signing in', async () => {
  for (const route of routes) expect([route.method, route.path, (await ask(route, {})).status]).toEqual([route.method, route.path, 401])
})

test('every route refuses the roles below the one it names', async () => {
  const wrong: string[] = []
  for (const route of routes) {
    for (const role of roles.filter((one) => !isAtLeast({ role: one }, route.allowed.role))) {
      const { status } = await ask(route, people.get(role)!.headers)
      if (status !== 403) wrong.push(`${role} ${route.method} ${route.path}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
})

test('a stranger from another workspace finds nothing, on every route with an id', async () => {
  const found: string[] = []
  for (const route of routes.filter(({ path }) => path.includes(':') && !/^\/(courses|imports|export|sandbox)/.test(path))) {
    const { status } = await ask(route, w.eve.headers)
    if (status !== 404) found.push(`${route.method} ${route.path}: ${status}`)
  }
  expect(found).toEqual([])
})

test('no route breaks for the role it names', async () => {
  const broken: string[] = []
  for (const route of routes.filter(({ method }) => method !== 'delete')) {
    const { status } = await ask(route, people.get(route.allowed.role)!.headers)
    if (status >= 500 || status === 401) broken.push(`${route.method} ${route.path}: ${status}`)
  }
  expect(broken).toEqual([])
})

test('the OpenAPI document is valid and lists every route', async () => {
  const document = JSON.parse(JSON.stringify(await describeApi(createApi(w.services)))) as {
    paths: Record<string, Record<string, unknown>>
  }
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  const missing = routes.filter(({ method, path }) => !document.paths[path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')]?.[method])
  expect(missing.map(({ path }) => path)).toEqual([])
  expect((await w.request('/api/docs')).status).toBe(200)
})
