import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction, type TransactionBuilder } from 'kysely'
import type { Origin } from '#db/installation-tables.ts'
import type { Schema } from '#db/schema.ts'
import type { Role } from '#domain/member.ts'
import { NotFound, NotSignedIn } from '#domain/problems.ts'
import { type KnownKey, noteKeyUse } from './auth/key-use.ts'
import type { Scope, WorkspaceFacts } from './scope.ts'
import type { Services } from './services.ts'

/** Which member of which workspace is asking; found from a session or an API key. */
export type Door = { workspaceId: string; memberId: string; origin: Origin }

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

export async function findDoor(services: Services, headers: Headers): Promise<Door> {
  const bearer = apiKeyIn(headers)
  return bearer ? doorByApiKey(services, bearer) : doorBySession(services, headers)
}

/** The API key of `Authorization: Bearer trc_…`. */
export function apiKeyIn(headers: Headers) {
  return /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
}

async function doorByApiKey(services: Services, key: string): Promise<Door> {
  const { rows } = await sql<KnownKey>`select * from member_by_api_key(${hashOf(key)})`.execute(services.db)
  if (!rows[0]) throw unknownKey()
  const { workspaceId, memberId } = rows[0]
  await noteKeyUse(services, rows[0])
  return { workspaceId, memberId, origin: 'api' }
}

async function doorBySession({ auth, db }: Services, headers: Headers): Promise<Door> {
  const session = await auth.api.getSession({ headers })
  if (!session) throw new NotSignedIn('Sign in to go on.')
  const slug = headers.get('x-workspace')
  const memberships = await membershipsOf(db, session.user.id)
  const membership = slug ? memberships.find((m) => m.slug === slug) : memberships[0]
  if (!membership) throw new NotFound('There is no such workspace, or you are not in it.')
  return { workspaceId: membership.workspaceId, memberId: membership.memberId, origin: 'web' }
}

export type Membership = { workspaceId: string; memberId: string; role: Role; slug: string; name: string; kind: WorkspaceFacts['kind'] }

export async function membershipsOf(db: Kysely<Schema>, userId: string) {
  return (await sql<Membership>`select * from memberships_of(${userId})`.execute(db)).rows
}

type Way = { readOnly?: boolean; requestId?: string }

/** Opens a transaction that sees only the door's workspace, and runs the work in it. */
export function inWorkspace<T>(services: Services, door: Door, work: (scope: Scope) => Promise<T>, way: Way = {}) {
  return inTransaction(services, way, async (db) => {
    const { rows } = await sql<Entered>`select * from enter_workspace(${door.workspaceId}, ${door.memberId})`.execute(db)
    if (!rows[0]) throw new NotSignedIn('You are no longer a member of this workspace.')
    return work(scopeOf(services, db, { ...rows[0], workspaceId: door.workspaceId, origin: door.origin, ...way }))
  })
}

/** The same for whoever holds an API key: the key leads straight in, with one question to Postgres. */
export function inWorkspaceOfKey<T>(services: Services, key: string, work: (scope: Scope) => Promise<T>, way: Way = {}) {
  return inTransaction(services, way, async (db) => {
    const { rows } = await sql<Entered & KnownKey>`select * from enter_by_api_key(${hashOf(key)})`.execute(db)
    if (!rows[0]) throw unknownKey()
    await noteKeyUse(services, rows[0])
    return work(scopeOf(services, db, { ...rows[0], origin: 'api', ...way }))
  })
}

const unknownKey = () => new NotSignedIn('This API key is not known here, or was revoked.')

function inTransaction<T>({ db }: Services, { readOnly }: Way, run: (db: Transaction<Schema>) => Promise<T>) {
  const begin = db.transaction()
  return readOnly ? withoutItsEnd(begin.setAccessMode('read only'), run) : begin.execute(run)
}

/** What only reads has nothing to lose at the end of its transaction, so the answer does not wait for that. */
function withoutItsEnd<T>(begin: TransactionBuilder<Schema>, run: (db: Transaction<Schema>) => Promise<T>) {
  return new Promise<T>((resolve, reject) => {
    begin.execute(async (db) => resolve(await run(db))).catch(reject)
  })
}

type Entered = {
  memberId: string
  memberName: string
  role: Role
  workspaceName: string
  slug: string
  kind: WorkspaceFacts['kind']
  currency: string
}

type Found = Entered & { workspaceId: string; origin: Origin; requestId?: string }

function scopeOf(services: Services, db: Transaction<Schema>, found: Found): Scope {
  const { workspaceId, workspaceName, slug, kind, currency } = found
  return {
    db,
    workspace: { id: workspaceId, name: workspaceName, slug, kind, currency },
    workspaceId,
    member: { id: found.memberId, name: found.memberName, role: found.role },
    origin: found.origin,
    requestId: found.requestId ?? '',
    activities: [],
    now: services.now,
    services,
  }
}
