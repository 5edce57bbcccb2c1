import { pino } from 'pino'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type World, world } from '#test/world.ts'
import { type JobFacts, type JobWork, startJobs } from './jobs.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const log = pino({ level: 'silent' })
const begin = async (work: JobWork) => {
  const jobs = await startJobs({ owner: w.database.owner, work, log })
  onTestFinished(() => jobs.stop())
  return jobs
}

function runningImport() {
  const id = uuidv7()
  return w.ada.scoped(async (scope) => {
    const at = { createdAt: scope.now(), startedAt: scope.now(), finishedAt: null, undoneAt: null }
    const file = { kind: 'feedback', fileName: 'reviews.csv', state: 'running' as const, problem: null }
    await scope.db
      .insertInto('imports')
      .values({ workspaceId: scope.workspaceId, id, createdBy: scope.member.id, ...file, ...at })
      .execute()
    return { workspaceId: scope.workspaceId, memberId: scope.member.id, importId: id }
  })
}

const given = () => {
  let take!: (facts: JobFacts['run-import']) => void
  const taken = new Promise<JobFacts['run-import']>((resolve) => {
    take = resolve
  })
  return { taken, take }
}

test('a job exists only if the transaction that sent it commits', { timeout: 30_000 }, async () => {
  const ran: string[] = []
  const jobs = await begin({ 'run-import': async ({ importId }) => void ran.push(importId) })
  const facts = (importId: string) => ({ workspaceId: w.workspaceId, memberId: w.ada.id, importId })
  const sent = w.ada.scoped(async (scope) => {
    await jobs.send(scope, 'run-import', facts('rolled back'))
    throw new Error('changed our mind')
  })
  await expect(sent).rejects.toThrow('changed our mind')
  await w.ada.scoped((scope) => jobs.send(scope, 'run-import', facts('committed')))
  await expect.poll(() => ran, { timeout: 10_000 }).toEqual(['committed'])
})

test('equal checks that wait together are done once', { timeout: 30_000 }, async () => {
  const ran: (string | null)[] = []
  const jobs = await begin({ 'check-practice': async ({ kind }) => void ran.push(kind) })
  await w.ada.scoped(async (scope) => {
    for (const kind of ['problem', 'problem', 'insight', 'problem'])
      await jobs.send(scope, 'check-practice', { workspaceId: w.workspaceId, memberId: null, kind })
  })
  await expect.poll(() => ran.sort(), { timeout: 10_000 }).toEqual(['insight', 'problem'])
})

test('an import whose process was killed goes on with the next start, long before its heartbeat is missed', {
  timeout: 30_000,
}, async () => {
  const facts = await runningImport()
  const first = given()
  const forever = new Promise<void>(() => {})
  const killed = await begin({
    'run-import': async (job) => {
      first.take(job)
      await forever
    },
  })
  await w.ada.scoped((scope) => killed.send(scope, 'run-import', facts))
  expect(await first.taken).toEqual(facts)

  const started = performance.now()
  const second = given()
  await begin({ 'run-import': async (job) => second.take(job) })
  expect(await second.taken).toEqual(facts)
  expect(performance.now() - started).toBeLessThan(8_000)
})
