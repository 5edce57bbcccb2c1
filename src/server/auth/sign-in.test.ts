import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'
import { createApp } from '../app.ts'
import { addWorkspace, signUp } from '../workspace/setup.ts'
import { createAuth } from './auth.ts'
import { browser } from './test-browser.ts'

// Passwords are slow to check on purpose.
vi.setConfig({ testTimeout: 60_000 })

let w: World
const password = 'a long enough password'

beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

let people = 0
async function somebody() {
  const person = { name: 'Noa Berg', email: `noa${++people}@example.com`, password }
  const user = await signUp(w.services, person)
  const { workspace } = await addWorkspace(w.services, { name: 'Noa’s', kind: 'real', user: { id: user.id, ...person } })
  return { ...person, slug: workspace.slug }
}

test('the right password signs in, and the session opens one’s own workspace', async () => {
  const { email, slug } = await somebody()
  const noa = browser(w)
  expect((await noa.ask('/api/v1/me')).status).toBe(401)
  expect((await noa.signIn(email, password)).status).toBe(200)
  expect((await noa.ask('/api/v1/me')).answer).toMatchObject({ member: { name: 'Noa Berg', role: 'owner' }, workspace: { slug } })
})

test('a wrong password and an unknown address are refused with the same words', async () => {
  const { email } = await somebody()
  const wrong = await browser(w).signIn(email, 'a wrong password it is')
  const unknown = await browser(w).signIn('nobody@example.com', 'a wrong password it is')
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(wrong.answer).toEqual(unknown.answer)
})

test('sign-in takes malformed, empty and strange bodies without breaking', async () => {
  for (const body of ['', '{', 'null', '[]', '{"email":1,"password":{}}', '{"email":"a\\u0000@example.com","password":"x"}']) {
    const { status } = await w.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { origin: 'http://test', 'content-type': 'application/json' },
      body,
    })
    expect([body, status < 500 && status >= 400]).toEqual([body, true])
  }
})

test('signing out everywhere ends every session of this person and of nobody else', async () => {
  const { email } = await somebody()
  const other = await somebody()
  const [desk, phone, others] = [browser(w), browser(w), browser(w)]
  await desk.signIn(email, password)
  await phone.signIn(email, password)
  await others.signIn(other.email, password)
  expect((await desk.post('/api/auth/revoke-sessions', {})).status).toBe(200)
  expect((await desk.ask('/api/v1/me')).status).toBe(401)
  expect((await phone.ask('/api/v1/me')).status).toBe(401)
  expect((await others.ask('/api/v1/me')).status).toBe(200)
})

test('a reset link comes by mail, works once, and ends the old sessions', async () => {
  const { email } = await somebody()
  const desk = browser(w)
  await desk.signIn(email, password)
  await browser(w).post('/api/auth/request-password-reset', { email, redirectTo: '/reset-password' })
  const mail = w.mails.findLast(({ to }) => to === email)!
  const token = /reset-password\/([^?\s]+)/.exec(mail.text)![1]!
  const choose = (newPassword: string) => browser(w).post('/api/auth/reset-password', { newPassword, token })
  expect((await choose('short')).status).toBe(400)
  expect((await choose('another long password')).status).toBe(200)
  expect((await choose('a third long password')).status).toBe(400)
  expect((await desk.ask('/api/v1/me')).status).toBe(401)
  expect((await browser(w).signIn(email, password)).status).toBe(401)
  expect((await browser(w).signIn(email, 'another long password')).status).toBe(200)
})

test('asking for a reset does not tell whether an account exists', async () => {
  const { email } = await somebody()
  const sent = w.mails.length
  const known = await browser(w).post('/api/auth/request-password-reset', { email })
  const unknown = await browser(w).post('/api/auth/request-password-reset', { email: 'nobody@example.com' })
  expect([known.status, known.answer]).toEqual([unknown.status, unknown.answer])
  expect(w.mails.length).toBe(sent + 1)
})

test('nobody makes an account without an invitation', async () => {
  const { status, answer } = await browser(w).post('/api/auth/sign-up/email', { name: 'X', email: 'x@example.com', password })
  expect([status, answer?.detail]).toEqual([404, 'Accounts are made with an invitation.'])
})

test('a session changes something only from our own pages, with the workspace named', async () => {
  const { email, slug } = await somebody()
  const noa = browser(w)
  await noa.signIn(email, password)
  const add = (headers: Record<string, string>) => noa.post('/api/v1/problems', { title: 'Forged' }, headers)
  expect((await add({})).status).toBe(422)
  expect((await add({ 'x-workspace': slug, 'sec-fetch-site': 'cross-site' })).status).toBe(422)
  expect((await add({ 'x-workspace': slug, 'sec-fetch-site': 'same-site' })).status).toBe(422)
  expect((await noa.ask('/api/v1/problems', { headers: { 'x-workspace': slug } })).answer?.rows).toEqual([])
  expect((await add({ 'x-workspace': slug, 'sec-fetch-site': 'same-origin' })).status).toBe(201)
})

test('a session does not open a workspace one is not in', async () => {
  const { email } = await somebody()
  const stranger = await somebody()
  const noa = browser(w)
  await noa.signIn(email, password)
  expect((await noa.ask('/api/v1/me', { headers: { 'x-workspace': stranger.slug } })).status).toBe(404)
})

test('another site cannot use the session at the sign-in routes', async () => {
  const { email } = await somebody()
  const noa = browser(w)
  await noa.signIn(email, password)
  expect((await noa.post('/api/auth/revoke-sessions', {}, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await noa.ask('/api/v1/me')).status).toBe(200)
})

test('the eleventh try within a minute from one address is refused, and another address may still try', async () => {
  const auth = createAuth({ db: w.services.db, secret: 'a secret that only tests know, long enough', mailer: w.services.mailer })
  const strict = createApp({ ...w.services, auth })
  const from = (address: string) =>
    browser({
      request: async (path, init) =>
        strict.request(`http://test${path}`, { ...init, headers: { ...init?.headers, 'x-tricorn-address': address } }),
    })
  const statuses: number[] = []
  for (let n = 0; n < 11; n++) statuses.push((await from('203.0.113.7').signIn('no address', 'no password')).status)
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(400))
  expect(statuses[10]).toBe(429)
  expect((await from('203.0.113.8').signIn('no address', 'no password')).status).toBe(400)
})

test('the use of an API key is written down once a minute at most', async () => {
  const { secret, id } = await read(w.cora.api['api-keys'].$post({ json: { name: 'Report' } }))
  const lastUsed = async () => (await read(w.cora.api['api-keys'].$get())).rows.find((key) => key.id === id)!.lastUsedAt
  const use = () => w.request('/api/v1/me', { headers: { authorization: `Bearer ${secret}` } })
  expect(await lastUsed()).toBe(null)
  await use()
  const first = await lastUsed()
  expect(first).toBe(w.services.now().toISOString())
  w.passTime(30_000)
  await use()
  expect(await lastUsed()).toBe(first)
  w.passTime(31_000)
  await use()
  expect(await lastUsed()).toBe(w.services.now().toISOString())
})
