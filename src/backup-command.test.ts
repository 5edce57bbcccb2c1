import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { startTricorn } from '#test/tricorn-process.ts'

vi.setConfig({ testTimeout: 120_000 })

const place = mkdtempSync(join(tmpdir(), 'tricorn backup '))
const folder = join(place, 'first')
const running = join(place, 'running.gz')
const stopped = join(place, 'stopped.gz')
afterAll(() => rmSync(place, { recursive: true, force: true }))

async function start(dataFolder: string) {
  const tricorn = await startTricorn(dataFolder)
  const stop = async () => {
    tricorn.kill('SIGTERM')
    await tricorn.ended
  }
  onTestFinished(stop)
  await tricorn.ready
  return { ...tricorn, stop }
}

function runTricorn(dataFolder: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, TRICORN_DATA: dataFolder }
  return new Promise<{ code: number; said: string }>((resolve) => {
    const child = execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? 1, said: `${out}${err}` }),
    )
  })
}

const asJson = { 'content-type': 'application/json' }
const ana = { name: 'Ana Ruiz', email: 'ana@larkfield.test', password: 'a long enough password' }

async function post(url: string, body: object, headers = {}) {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...asJson, origin: new URL(url).origin, ...headers },
  })
  expect(response.status, await response.clone().text()).toBeLessThan(300)
  return response
}

async function signIn(url: string) {
  const { email, password } = ana
  const cookie = (await post(`${url}/api/auth/sign-in/email`, { email, password })).headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const { rows } = (await (await fetch(`${url}/api/v1/public/workspaces`, { headers: { cookie } })).json()) as { rows: { slug: string }[] }
  return { cookie, 'x-workspace': rows[0]!.slug }
}

const addFeedback = async (url: string, text: string, headers: object) =>
  (await (await post(`${url}/api/v1/feedback`, { text }, headers)).json()) as { key: string }

test('what was backed up, while it ran or after, comes back into an empty folder, and keys go on from there', async () => {
  const first = await start(folder)
  await post(`${first.url}/api/v1/public/setup`, { ...ana, workspaceName: 'Larkfield' })
  const session = await signIn(first.url)
  expect((await addFeedback(first.url, 'Exports take ages', session)).key).toBe('FB-1')

  const whileRunning = await runTricorn(folder, 'backup', running)
  expect(whileRunning).toMatchObject({ code: 0, said: expect.stringContaining('1 file.') })
  expect(statSync(running).mode & 0o077).toBe(0)
  expect((await fetch(`${first.url}/operator/backup`)).status).toBe(404)
  await addFeedback(first.url, 'The invoice lacks our VAT number', session)
  await first.stop()
  expect((await runTricorn(folder, 'backup', stopped)).code).toBe(0)

  const second = join(place, 'second')
  expect(await runTricorn(second, 'restore', running)).toMatchObject({ code: 0 })
  expect(readFileSync(join(second, 'secret'))).toEqual(readFileSync(join(folder, 'secret')))
  const restored = await start(second)
  expect((await addFeedback(restored.url, 'And now?', session)).key).toBe('FB-2')
  expect(await signIn(restored.url)).toMatchObject({ 'x-workspace': session['x-workspace'] })
  await restored.stop()

  const third = join(place, 'third')
  expect(await runTricorn(third, 'restore', stopped)).toMatchObject({ code: 0 })
  const again = await start(third)
  expect((await addFeedback(again.url, 'And now?', session)).key).toBe('FB-3')
  await again.stop()
})

test('a filled data folder is left alone', async () => {
  const before = readdirSync(folder)
  const { code, said } = await runTricorn(folder, 'restore', running)
  expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^The data folder .* is not empty\. .* Nothing was changed\.\n$/) })
  expect(readdirSync(folder)).toEqual(before)
})

test('a damaged backup makes nothing', async () => {
  const damaged = join(place, 'damaged.gz')
  writeFileSync(damaged, readFileSync(running).subarray(0, -20))
  const { code, said } = await runTricorn(join(place, 'fourth'), 'restore', damaged)
  expect({ code, said }).toEqual({ code: 1, said: 'This backup is damaged or cut short, so nothing was restored. Use another one.\n' })
  expect(readdirSync(place)).not.toContain('fourth')
})

test('what is missing is told in a sentence', async () => {
  expect((await runTricorn(join(place, 'nowhere'), 'backup', join(place, 'none.gz'))).said).toMatch(/^There is no Tricorn in .*\n$/)
  expect((await runTricorn(join(place, 'nowhere'), 'restore')).said).toBe('Name the backup: tricorn restore tricorn-backup.gz\n')
  expect((await runTricorn(join(place, 'nowhere'), 'restore', join(place, 'none.gz'))).said).toMatch(/^There is no file .*\n$/)
  expect(readdirSync(place)).not.toContain('nowhere')
})
