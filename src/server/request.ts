import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { sql } from 'kysely'
import { Conflict, NotAccepted } from '#domain/problems.ts'
import { apiKeyIn, findDoor, inWorkspace, inWorkspaceOfKey } from './enter.ts'
import type { Env, Scope } from './scope.ts'
import type { Services } from './services.ts'
import { inWorkspaceAlone } from './workspace-transaction.ts'

const READS = new Set(['GET', 'HEAD'])

/** Thrown to roll a transaction back when the answer is already made. */
class RolledBack extends Error {}

/** Every request under the API runs in one transaction of its member's workspace: all of it happens, or nothing. */
export const inRequestTransaction = (services: Services) =>
  createMiddleware<Env>(async (c, next) => {
    const key = apiKeyIn(c.req.raw.headers)
    const way = { readOnly: READS.has(c.req.method), requestId: c.var.requestId }
    const work = (scope: Scope) => answerIn(c, scope, next)
    try {
      await (key ? inWorkspaceOfKey(services, key, work, way) : inWorkspace(services, await browserDoor(c, services), work, way))
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error
    }
  })

async function browserDoor(c: Context<Env>, services: Services) {
  const door = await findDoor(services, c.req.raw.headers)
  if (!READS.has(c.req.method)) refuseForeignOrigin(c, door.origin)
  return door
}

async function answerIn(c: Context<Env>, scope: Scope, next: () => Promise<void>) {
  c.set('scope', scope)
  const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined
  if (key) await answerOnce(c, { scope, key, next })
  else await next()
  if (c.error || c.res.status >= 400) throw new RolledBack()
  tellActivities(c, scope)
}

const MOST_TOLD = 100

/** Names the lines of the journal that a change wrote, so that exactly these can be undone. More than fit in a header are not undone one by one. */
function tellActivities(c: Context<Env>, { activities }: Scope) {
  if (activities.length > 0 && activities.length <= MOST_TOLD) c.res.headers.set('x-activities', activities.join(', '))
}

/** A repeated create with the same `Idempotency-Key` gets the first answer again; the same key with another body is refused. */
async function answerOnce(c: Context<Env>, { scope, key, next }: { scope: Scope; key: string; next: () => Promise<void> }) {
  if (key.length > 200 || key.includes('\0')) throw new NotAccepted('An Idempotency-Key has at most 200 characters.')
  const place = { workspaceId: scope.workspaceId, memberId: scope.member.id, key }
  const requestHash = createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n`)
    .update(Buffer.from(await c.req.arrayBuffer()))
    .digest('hex')
  const first = await scope.db
    .insertInto('idempotencyKeys')
    .values({ ...place, requestHash, status: null, answer: 'null', createdAt: scope.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!first) return repeatAnswer(c, { scope, key, requestHash })
  await next()
  if (c.error || c.res.status >= 400) return
  const answer = JSON.stringify(await c.res.clone().json())
  await scope.db
    .updateTable('idempotencyKeys')
    .set({ status: c.res.status, answer })
    .where('workspaceId', '=', place.workspaceId)
    .where('memberId', '=', place.memberId)
    .where('key', '=', key)
    .execute()
}

async function repeatAnswer(c: Context<Env>, { scope, key, requestHash }: { scope: Scope; key: string; requestHash: string }) {
  const earlier = await scope.db
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'status', 'answer'])
    .where('workspaceId', '=', scope.workspaceId)
    .where('memberId', '=', scope.member.id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.requestHash !== requestHash) throw new NotAccepted('This Idempotency-Key was used for a different request.')
  if (earlier.answer === null)
    throw new Conflict('This was done already. Its answer is gone, because it held words that were redacted since.')
  c.res = new Response(JSON.stringify(earlier.answer), {
    status: earlier.status ?? 200,
    headers: { 'content-type': 'application/json', 'idempotent-replay': 'true' },
  })
}

/** A browser sends a session cookie along from anywhere; a change is taken only from our own pages. */
function refuseForeignOrigin(c: Context<Env>, origin: string) {
  if (origin !== 'web') return
  const site = c.req.header('sec-fetch-site')
  if ((site && site !== 'same-origin') || !c.req.header('x-workspace'))
    throw new NotAccepted('This request did not come from Tricorn’s own pages.')
}

/** The version a change was made against, from `If-Match: "3"`. */
export function versionOf(c: Context): number | undefined {
  const header = c.req.header('if-match')
  if (!header || header === '*') return undefined
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())
  if (!match) throw new NotAccepted('If-Match holds the version of the record, like "3".')
  return Number(match[1])
}

const KEPT_DAYS = 2

/** Old Idempotency-Keys are forgotten: a client that repeats a request after two days means a new one. */
export async function forgetIdempotencyKeys(services: Services) {
  const workspaces = await services.db.selectFrom('workspaces').select('id').execute()
  for (const { id } of workspaces) {
    await inWorkspaceAlone(services, id, async (db) => {
      await sql`delete from idempotency_keys where created_at < ${services.now()}::timestamptz - make_interval(days => ${KEPT_DAYS})`.execute(
        db,
      )
    })
  }
}
