import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { freshDatabase } from '#test/postgres.ts'
import { isAlive, postmasterOf, startTricorn, type TricornProcess } from '#test/tricorn-process.ts'

// A first start makes a whole Postgres, which takes long where others are at work.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

// Private to root and with a space in it: neither may keep Postgres, which then runs as nobody, from its records.
const place = mkdtempSync(join(tmpdir(), 'tricorn life '))
const folder = join(place, 'my data')

async function start(...how: Parameters<typeof startTricorn>) {
  const tricorn = await startTricorn(...how)
  onTestFinished(async () => {
    tricorn.kill('SIGTERM')
    await tricorn.ended
  })
  return tricorn
}

const isReady = async ({ url }: TricornProcess) => (await fetch(`${url}/readyz`)).ok

async function stop(tricorn: TricornProcess) {
  const asked = performance.now()
  tricorn.kill('SIGTERM')
  expect(await tricorn.ended).toBe(0)
  return performance.now() - asked
}

beforeAll(async () => {
  const first = await startTricorn(folder)
  await first.ready
  await stop(first)
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

test('it prints one address, answers there, and stops in order with no process left', async () => {
  const tricorn = await start(folder)
  await tricorn.ready
  expect(tricorn.said().match(/http:/g)).toHaveLength(1)
  expect(await isReady(tricorn)).toBe(true)
  const postmaster = postmasterOf(folder)
  expect(isAlive(postmaster)).toBe(true)
  expect(await stop(tricorn)).toBeLessThan(5000)
  expect(isAlive(postmaster)).toBe(false)
})

test('whoever ends npm ends all that it has started', async () => {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const tricorn = await start(folder, {}, { command: ['npm', 'start'], cwd })
  await tricorn.ready
  const postmaster = postmasterOf(folder)
  expect(isAlive(postmaster)).toBe(true)
  tricorn.kill('SIGTERM')
  await tricorn.ended
  expect(isAlive(postmaster)).toBe(false)
  await expect(isReady(tricorn)).rejects.toThrow()
})

test('after kill -9 the next start takes over from the Postgres that was left behind', async () => {
  const killed = await start(folder)
  await killed.ready
  const orphan = postmasterOf(folder)
  killed.kill('SIGKILL')
  await killed.ended
  expect(isAlive(orphan)).toBe(true)

  const next = await start(folder)
  await next.ready
  expect(isAlive(orphan)).toBe(false)
  expect(await isReady(next)).toBe(true)
  await stop(next)
})

test('a second Tricorn on the same data folder is refused and the first stays as it is', async () => {
  const first = await start(folder)
  await first.ready
  const second = await start(folder)
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`already running on the data folder ${folder} (${first.url}, process ${first.pid})`)
  expect(await isReady(first)).toBe(true)
  await stop(first)
})

test('a taken port is told before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.on('listening', resolve))
  const port = (other.address() as { port: number }).port
  const unused = join(place, 'unused')
  const tricorn = await start(unused, { PORT: String(port) })
  expect(await tricorn.ended).toBe(1)
  expect(tricorn.said()).toBe(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start\n`)
  expect(readdirSync(unused)).toEqual([])
  other.close()
})

test('a data folder that a newer Tricorn wrote is refused and not touched', async () => {
  const newer = join(place, 'newer')
  mkdirSync(newer)
  writeFileSync(join(newer, 'tricorn.json'), '{ "layout": 1, "migration": "9999-future" }')
  const tricorn = await start(newer)
  expect(await tricorn.ended).toBe(1)
  expect(tricorn.said()).toContain('was written by a newer Tricorn')
  expect(readdirSync(newer)).toEqual(['tricorn.json'])
})

test('a pid file whose number now belongs to another process is no Postgres, and that process is left alone', async () => {
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  const left = `${process.pid}\n${folder}/postgres\n1\n5432\n.\n\n0 0\nready\n`
  writeFileSync(pidFile, left)
  writeFileSync(join(folder, 'postgres', '.s.PGSQL.5432.lock'), left)
  const tricorn = await start(folder)
  await tricorn.ready
  expect(postmasterOf(folder)).not.toBe(process.pid)
  await stop(tricorn)
})

test('a first start that was cut short is begun again, even where the path is too long for a socket', async () => {
  const long = join(place, 'long '.repeat(30).trim())
  mkdirSync(join(long, 'postgres.unfinished'), { recursive: true })
  writeFileSync(join(long, 'postgres.unfinished', 'PG_VERSION'), '18')
  const tricorn = await start(long)
  await tricorn.ready
  expect(await isReady(tricorn)).toBe(true)
  const second = await start(long)
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain('already running')
  await stop(tricorn)
  expect(existsSync(join(long, 'postgres.unfinished'))).toBe(false)
})

test('records may lie in a Postgres that somebody else operates', async () => {
  const { owner, drop } = await freshDatabase()
  const url = owner.connectionString ?? `postgres://${owner.user}@localhost/${owner.database}?host=${encodeURIComponent(owner.host!)}`
  const elsewhere = join(place, 'elsewhere')
  const tricorn = await start(elsewhere, { DATABASE_URL: url })
  await tricorn.ready
  expect(await isReady(tricorn)).toBe(true)
  await stop(tricorn)
  expect(existsSync(join(elsewhere, 'postgres'))).toBe(false)
  await drop()
})

test('a Postgres that cannot be reached is told in a sentence', async () => {
  const tricorn = await start(join(place, 'nowhere'), { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  expect(await tricorn.ended).toBe(1)
  expect(tricorn.said()).toMatch(/^The PostgreSQL at DATABASE_URL cannot be reached: .*\n$/)
})

const ordinary = { uid: 1000, gid: 1000 }
const mayBeOrdinary = process.getuid?.() === 0 && spawnSync(process.execPath, [`${import.meta.dirname}/settings.ts`], ordinary).status === 0

test.runIf(mayBeOrdinary)('an ordinary user runs Postgres as that user', async () => {
  const home = mkdtempSync(join(tmpdir(), 'tricorn-ordinary-'))
  chownSync(home, ordinary.uid, ordinary.gid)
  const tricorn = await start(join(home, 'data'), { HOME: home }, ordinary)
  await tricorn.ready
  const status = readFileSync(`/proc/${postmasterOf(join(home, 'data'))}/status`, 'utf8')
  expect(status).toMatch(/^Uid:\s+1000/m)
  await stop(tricorn)
  rmSync(home, { recursive: true })
})
