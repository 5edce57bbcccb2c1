import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { uuidv7 } from 'uuidv7'
import { createApi } from '#client/api.ts'
import { connectTo, openPool } from '#db/connect.ts'
import type { Role } from '#domain/member.ts'
import { createApp } from '#server/app.ts'
import { createAuth } from '#server/auth/auth.ts'
import { openComputing } from '#server/computing/computing.ts'
import { hashOf, inWorkspace } from '#server/enter.ts'
import { jobsInProcess } from '#server/jobs/jobs.ts'
import { jobWork } from '#server/jobs/work.ts'
import { Journal } from '#server/journal.ts'
import type { Mail } from '#server/mail/mailer.ts'
import type { Scope } from '#server/scope.ts'
import type { Services } from '#server/services.ts'
import { addWorkspace } from '#server/workspace/setup.ts'
import { lazyWarehouse } from './lazy-warehouse.ts'
import { freshDatabase } from './postgres.ts'

export type Person = Awaited<ReturnType<World['person']>>
export type World = Awaited<ReturnType<typeof world>>

/** A real app over a real Postgres and a real DuckDB, and people to use it. `await using w = await world()` cleans up after itself. */
export async function world({ at = '2026-03-01T12:00:00Z' } = {}) {
  let now = new Date(at)
  const folder = mkdtempSync(join(tmpdir(), 'tricorn-world-'))
  const database = await freshDatabase()
  const pool = openPool({ ...database.app, max: 6 })
  const db = connectTo(pool)
  const log = pino({ level: 'silent' })
  const mails: Mail[] = []
  const mailer = { send: async (mail: Mail) => void mails.push(mail) }
  const warehouse = lazyWarehouse(async () =>
    (await import('#warehouse/duckdb.ts')).openWarehouse(join(folder, 'events'), { now: () => now }),
  )
  const journal = new Journal({ db, log }, database.app)
  const computing = openComputing()
  const services: Services = {
    db,
    pool,
    warehouse: warehouse.proxy,
    auth: createAuth({ db, secret: 'a secret that only tests know, long enough', mailer, strictLimits: false }),
    journal,
    jobs: undefined as never,
    compute: computing.compute,
    mailer,
    log,
    now: () => now,
    folder,
  }
  const jobs = jobsInProcess(jobWork(services))
  services.jobs = jobs
  const app = createApp(services)
  const request = (path: string, init?: RequestInit) => app.request(path.startsWith('http') ? path : `http://test${path}`, init)

  async function workspace(name: string) {
    const userId = uuidv7()
    await db
      .insertInto('users')
      .values({ id: userId, name: `${name} owner`, email: `${userId}@example.com`, image: null })
      .execute()
    const added = await addWorkspace(services, {
      name,
      kind: 'real',
      user: { id: userId, name: `${name} owner`, email: `${userId}@example.com` },
    })
    return { ...added.workspace, owner: await giveKey(added.door.memberId, added.workspace.id) }
  }

  async function giveKey(memberId: string, workspaceId: string) {
    const secret = `trc_${uuidv7()}`
    const door = { workspaceId, memberId, origin: 'api' as const }
    const scoped = <T>(work: (scope: Scope) => Promise<T>) => inWorkspace(services, door, work)
    await scoped(({ db }) =>
      db
        .insertInto('apiKeys')
        .values({ workspaceId, id: uuidv7(), memberId, name: 'test', prefix: 'trc_', hash: hashOf(secret), createdAt: now })
        .execute(),
    )
    const headers = { authorization: `Bearer ${secret}` }
    return { id: memberId, workspaceId, door, scoped, headers, api: createApi('http://test', { headers, fetch: request as typeof fetch }) }
  }

  async function person(name: string, role: Role, workspaceId: string) {
    const id = uuidv7()
    await services.db.transaction().execute(async (transaction) => {
      await sql`select set_config('tricorn.workspace', ${workspaceId}, true)`.execute(transaction)
      await transaction
        .insertInto('members')
        .values({
          workspaceId,
          id,
          userId: null,
          name,
          email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
          role,
          removedAt: null,
        })
        .execute()
    })
    return { name, role, ...(await giveKey(id, workspaceId)) }
  }

  const main = await workspace('Larkfield')
  const other = await workspace('Elsewhere')
  const ana = await person('Ana Ruiz', 'maker', main.id)
  const ben = await person('Ben Okoye', 'viewer', main.id)
  const cora = await person('Cora Lind', 'contributor', main.id)
  const ada = await person('Ada Park', 'admin', main.id)
  const eve = await person('Eve Stone', 'admin', other.id)

  async function close() {
    await journal.stop()
    await computing.stop()
    await warehouse.close()
    await db.destroy()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    app,
    request,
    services,
    database,
    mails,
    jobs,
    workspaceId: main.id,
    otherWorkspaceId: other.id,
    owner: main.owner,
    ana,
    ben,
    cora,
    ada,
    eve,
    person: (name: string, role: Role, workspaceId = main.id) => person(name, role, workspaceId),
    passTime: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
