import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { isAtLeast, type Role, roles } from '#domain/member.ts'
import { addressesIn, makeOneOfEach } from '#test/one-of-each.ts'
import { type World, world } from '#test/world.ts'
import { createApi } from './app.ts'
import { describeApi, type RouteFacts, routesOf } from './openapi/openapi.ts'

// More than a hundred routes, one after the other, and some of them make a whole workspace.
vi.setConfig({ testTimeout: 60_000 })

let w: World
let routes: RouteFacts[]
const people = new Map<Role, { headers: Record<string, string> }>()
let addressOf: (path: string) => string

beforeAll(async () => {
  w = await world()
  routes = routesOf(createApi(w.services))
  for (const role of roles) people.set(role, role === 'owner' ? w.owner : await w.person(`Walking ${role}`, role))
  addressOf = addressesIn(w, await makeOneOfEach(w))
})
afterAll(() => w.close())

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
