import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import type { Role } from '#domain/member.ts'
import { type Person, type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const setRole = (by: Pick<Person, 'api'>, memberId: string, role: Role) =>
  by.api.members[':memberId'].role.$put({ param: { memberId }, json: { role } })
const remove = (by: Pick<Person, 'api'>, memberId: string) => by.api.members[':memberId'].$delete({ param: { memberId } })
const roleOf = async (id: string) => (await read(w.ada.api.members.$get())).rows.find((member) => member.id === id)?.role
const newest = async () => (await read(w.ada.api.activities.$get({ query: {} }))).rows[0]!

test('a role is changed by an admin, and the journal says so', async () => {
  const ned = await w.person('Ned Vos', 'viewer')
  await read(setRole(w.ada, ned.id, 'maker'))
  expect(await roleOf(ned.id)).toBe('maker')
  expect(await newest()).toMatchObject({
    what: 'member.role-changed',
    aboutId: ned.id,
    changes: { role: { before: 'viewer', after: 'maker' } },
  })
})

test('what is saved as it was leaves no line in the journal', async () => {
  const ned = await w.person('Ned Same', 'viewer')
  const { workspace } = await read(w.ada.api.me.$get())
  const linesNow = async () => (await read(w.ada.api.activities.$get({ query: { limit: '1' } }))).rows[0]?.id
  const before = await linesNow()
  await read(setRole(w.ada, ned.id, 'viewer'))
  await read(w.ada.api.workspace.$patch({ json: { name: workspace.name, currency: workspace.currency } }))
  expect(await linesNow()).toBe(before)
  await read(w.ada.api.workspace.$patch({ json: { name: workspace.name, currency: 'CHF' } }))
  expect((await read(w.ada.api.activities.$get({ query: { limit: '1' } }))).rows[0]).toMatchObject({
    what: 'workspace.changed',
    changes: { currency: { before: workspace.currency, after: 'CHF' } },
  })
})

test('an admin makes no owner, touches no owner, and a maker changes nobody', async () => {
  expect((await setRole(w.ada, w.ben.id, 'owner')).status).toBe(403)
  expect((await setRole(w.ada, w.owner.id, 'viewer')).status).toBe(403)
  expect((await remove(w.ada, w.owner.id)).status).toBe(403)
  expect((await setRole(w.ana, w.ben.id, 'maker')).status).toBe(403)
  expect(await roleOf(w.ben.id)).toBe('viewer')
})

test('the last owner stays an owner', async () => {
  expect((await setRole(w.owner, w.owner.id, 'admin')).status).toBe(409)
  expect((await remove(w.owner, w.owner.id)).status).toBe(409)
  expect(await roleOf(w.owner.id)).toBe('owner')
})

test('of two owners who step down at the same moment one stays', async () => {
  const second = await w.person('Olga Second', 'owner')
  const both = await Promise.all([setRole(w.owner, w.owner.id, 'admin'), setRole(second, second.id, 'admin')])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const owners = (await read(w.ada.api.members.$get())).rows.filter(({ role }) => role === 'owner')
  expect(owners).toHaveLength(1)
  const left = owners[0]!.id === w.owner.id ? w.owner : second
  await read(setRole(left, w.owner.id, 'owner'))
})

test('a removed member is gone from the list, and their keys stop at once', async () => {
  const pia = await w.person('Pia Gone', 'maker')
  const { secret } = await read(pia.api['api-keys'].$post({ json: { name: 'Mine' } }))
  const ask = () => w.request('/api/v1/me', { headers: { authorization: `Bearer ${secret}` } })
  expect((await ask()).status).toBe(200)
  await read(remove(w.ada, pia.id))
  expect((await ask()).status).toBe(401)
  expect((await pia.api.me.$get()).status).toBe(401)
  expect(await roleOf(pia.id)).toBe(undefined)
  expect((await remove(w.ada, pia.id)).status).toBe(404)
})

test('members of another workspace are not found', async () => {
  expect((await setRole(w.ada, w.eve.id, 'viewer')).status).toBe(404)
  expect((await remove(w.eve, w.ben.id)).status).toBe(404)
})

test('a revoked API key stops at once, and its secret is shown only when it is made', async () => {
  const { id, secret, prefix } = await read(w.ben.api['api-keys'].$post({ json: { name: 'Report' } }))
  const { rows } = await read(w.ben.api['api-keys'].$get())
  expect(rows.find((key) => key.id === id)).toMatchObject({ name: 'Report', prefix })
  expect(JSON.stringify(rows)).not.toContain(secret)
  const ask = () => w.request('/api/v1/me', { headers: { authorization: `Bearer ${secret}` } })
  expect((await ask()).status).toBe(200)
  await read(w.ben.api['api-keys'][':apiKeyId'].$delete({ param: { apiKeyId: id } }))
  expect((await ask()).status).toBe(401)
  expect((await w.ben.api['api-keys'][':apiKeyId'].$delete({ param: { apiKeyId: id } })).status).toBe(404)
})

test('one sees and revokes one’s own keys, an admin all of the workspace', async () => {
  const { id } = await read(w.ana.api['api-keys'].$post({ json: { name: 'Ana’s' } }))
  const seenBy = async (who: 'ben' | 'ada' | 'eve') => (await read(w[who].api['api-keys'].$get())).rows.some((key) => key.id === id)
  expect([await seenBy('ben'), await seenBy('ada'), await seenBy('eve')]).toEqual([false, true, false])
  const revoke = (who: 'ben' | 'ada' | 'eve') => w[who].api['api-keys'][':apiKeyId'].$delete({ param: { apiKeyId: id } })
  expect([(await revoke('ben')).status, (await revoke('eve')).status, (await revoke('ada')).status]).toEqual([403, 404, 200])
})

test('a key acts with its member’s role of the moment', async () => {
  const tom = await w.person('Tom Keyes', 'maker')
  const add = () => tom.api.problems.$post({ json: { title: 'By key' } })
  expect((await add()).status).toBe(201)
  await read(setRole(w.ada, tom.id, 'viewer'))
  expect((await add()).status).toBe(403)
})

test('a capture key leads to its workspace until it is revoked', async () => {
  const { sql } = await import('kysely')
  const workspaceOf = async (key: string) =>
    (await sql<{ id: string | null }>`select workspace_by_capture_key(${key}) as id`.execute(w.services.db)).rows[0]!.id
  expect((await w.ana.api['capture-keys'].$post({ json: { name: 'Web app' } })).status).toBe(403)
  const { id, key } = await read(w.ada.api['capture-keys'].$post({ json: { name: 'Web app' } }))
  expect(await workspaceOf(key)).toBe(w.workspaceId)
  expect((await w.eve.api['capture-keys'][':captureKeyId'].$delete({ param: { captureKeyId: id } })).status).toBe(404)
  await read(w.ada.api['capture-keys'][':captureKeyId'].$delete({ param: { captureKeyId: id } }))
  expect(await workspaceOf(key)).toBe(null)
  expect((await read(w.ada.api['capture-keys'].$get())).rows.some((one) => one.id === id)).toBe(false)
})
