import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from '#client/api.ts'
import { connectTo, openPool } from '#db/connect.ts'
import type { Role } from '#domain/member.ts'
import { freshDatabase } from '#test/postgres.ts'
import { type World, world } from '#test/world.ts'
import { createAuth } from '../auth/auth.ts'
import { browser } from '../auth/test-browser.ts'
import { setUp } from './setup.ts'

const password = 'a long enough password'
const DAY = 24 * 3600 * 1000

// Passwords are slow to make on purpose.
vi.setConfig({ testTimeout: 60_000 })

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

let people = 0
const person = () => ({ name: 'Ida Holm', email: `ida${++people}@example.com`, password })
const join = (path: string) => `/api/v1/public${path}`

async function invite(role: Role = 'maker') {
  return read(w.ada.api.invitations.$post({ json: { role } }))
}
const members = async () => (await read(w.ada.api.members.$get())).rows
const countUsers = async () => (await w.services.db.selectFrom('users').select('id').execute()).length

test('somebody new joins by the link with the role it names, and can sign in', async () => {
  const { path } = await invite('contributor')
  expect((await browser(w).ask(join(path))).answer).toEqual({ workspaceName: 'Larkfield', role: 'contributor' })
  const ida = person()
  const joined = await browser(w).post(join(path), ida)
  expect([joined.status, joined.answer?.workspaceName]).toEqual([201, 'Larkfield'])
  const again = browser(w)
  await again.signIn(ida.email, password)
  expect((await again.ask('/api/v1/me')).answer).toMatchObject({ member: { name: 'Ida Holm', role: 'contributor' } })
})

test('whoever is signed in joins a second workspace with the same account', async () => {
  const ida = person()
  await browser(w).post(join((await invite()).path), ida)
  const desk = browser(w)
  await desk.signIn(ida.email, password)
  const elsewhere = await read(w.eve.api.invitations.$post({ json: { role: 'viewer' } }))
  expect((await desk.post(join(elsewhere.path), {})).status).toBe(201)
  const { answer } = await desk.ask('/api/v1/public/workspaces')
  expect(answer?.rows?.map(({ name, role }) => [name, role])).toEqual([
    ['Larkfield', 'maker'],
    ['Elsewhere', 'viewer'],
  ])
})

test('a member who opens an invitation keeps their role, and the link stays good for somebody else', async () => {
  const ida = person()
  await browser(w).post(join((await invite('maker')).path), ida)
  const desk = browser(w)
  await desk.signIn(ida.email, password)
  const second = await invite('viewer')
  const { status, answer } = await desk.post(join(second.path), {})
  expect([status, answer?.detail]).toEqual([409, 'You are in this workspace already.'])
  expect((await members()).find(({ email }) => email === ida.email)!.role).toBe('maker')
  expect((await browser(w).post(join(second.path), person())).status).toBe(201)
})

test('who was removed comes back by a new invitation as the same member', async () => {
  const ida = person()
  await browser(w).post(join((await invite('maker')).path), ida)
  const { id } = (await members()).find(({ email }) => email === ida.email)!
  await read(w.ada.api.members[':memberId'].$delete({ param: { memberId: id } }))
  const desk = browser(w)
  await desk.signIn(ida.email, password)
  expect((await desk.ask('/api/v1/me')).status).toBe(404)
  expect((await desk.post(join((await invite('viewer')).path), {})).status).toBe(201)
  expect((await members()).find(({ email }) => email === ida.email)).toMatchObject({ id, role: 'viewer' })
})

test('an invitation works once, also when two use it at the same moment', async () => {
  const { path } = await invite()
  const before = (await members()).length
  const both = await Promise.all([browser(w).post(join(path), person()), browser(w).post(join(path), person())])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect((await members()).length).toBe(before + 1)
  expect((await browser(w).post(join(path), person())).answer?.detail).toContain('used already')
})

test('a revoked, an expired and an unknown invitation are refused and make no account', async () => {
  const revoked = await invite()
  await read(w.ada.api.invitations[':invitationId'].$delete({ param: { invitationId: revoked.id } }))
  const expired = await invite()
  w.passTime(15 * DAY)
  const before = await countUsers()
  const refused = async (path: string) => {
    const { status, answer } = await browser(w).post(join(path), person())
    return [status, answer?.detail]
  }
  expect(await refused(revoked.path)).toEqual([404, 'This invitation was revoked. Ask for a new one.'])
  expect(await refused(expired.path)).toEqual([409, 'This invitation has run out. Ask for a new one.'])
  expect(await refused('/join/none')).toEqual([404, 'This invitation is not known here.'])
  expect(await countUsers()).toBe(before)
})

test('joining without a name, or with a password that is too short, is told in a sentence', async () => {
  const { path } = await invite()
  expect((await browser(w).post(join(path), {})).status).toBe(422)
  const { status, answer } = await browser(w).post(join(path), { ...person(), password: 'short' })
  expect([status, answer?.detail]).toEqual([422, 'password: A password has at least 10 characters.'])
})

test('an address that has an account signs in with it instead of making another', async () => {
  const ida = person()
  await browser(w).post(join((await invite()).path), ida)
  const { status, answer } = await browser(w).post(join((await invite()).path), ida)
  expect([status, answer?.detail]).toEqual([409, 'There is an account with this e-mail address. Sign in with it first.'])
})

test('an admin cannot invite an owner, and a maker nobody', async () => {
  const ask = (who: 'ada' | 'ana' | 'owner', role: Role) => w[who].api.invitations.$post({ json: { role } })
  expect((await ask('ada', 'owner')).status).toBe(403)
  expect((await ask('ana', 'viewer')).status).toBe(403)
  expect((await ask('owner', 'owner')).status).toBe(201)
})

test('the list of invitations never shows a link again', async () => {
  const { path } = await invite()
  const { rows } = await read(w.ada.api.invitations.$get())
  expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1))
})

test('once there is an owner, nobody sets up a second time', async () => {
  expect((await browser(w).ask('/api/v1/public/setup')).answer).toEqual({ needsOwner: false })
  const { status, answer } = await browser(w).post('/api/v1/public/setup', { ...person(), workspaceName: 'Mine' })
  expect([status, answer?.detail]).toEqual([409, 'This Tricorn has an owner already. Sign in, or ask for an invitation.'])
})

test('of twenty who set up an empty Tricorn at the same moment, one becomes the owner and all are answered', async () => {
  const database = await freshDatabase()
  const pool = openPool({ ...database.app, max: 6 })
  const db = connectTo(pool)
  const auth = createAuth({ db, secret: 'a secret that only tests know, long enough', mailer: w.services.mailer, strictLimits: false })
  const services = { ...w.services, db, pool, auth }
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => setUp(services, { ...person(), workspaceName: 'First' })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const lost of results.filter((result) => result.status === 'rejected')) expect(String(lost.reason)).toMatch(/this Tricorn/i)
  const { rows } = await sql<{ users: string; workspaces: string }>`
    select (select count(*) from users) as users, (select count(*) from workspaces) as workspaces`.execute(db)
  expect(rows[0]).toEqual({ users: '1', workspaces: '1' })
  await db.destroy()
  await database.drop()
})
