import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { isId } from '#domain/keys.ts'
import { isAtLeast } from '#domain/member.ts'
import { NotAllowed, NotFound } from '#domain/problems.ts'
import { record } from '../activity.ts'
import { hashOf } from '../enter.ts'
import type { Scope } from '../scope.ts'

const apiKeyColumns = ['id', 'memberId', 'name', 'prefix', 'createdAt', 'lastUsedAt', 'revokedAt'] as const

/** Admins see all keys, everybody else their own. */
export function listApiKeys(scope: Scope) {
  const keys = scope.db
    .selectFrom('apiKeys')
    .select(apiKeyColumns)
    .where('workspaceId', '=', scope.workspaceId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
  return (isAtLeast(scope.member, 'admin') ? keys : keys.where('memberId', '=', scope.member.id)).execute()
}

/** A key acts as the member who made it. Its secret is in the answer once; the database keeps only a hash of its 256 random bits. */
export async function addApiKey(scope: Scope, { name }: { name: string }) {
  const secret = `trc_${randomBytes(32).toString('base64url')}`
  const key = await scope.db
    .insertInto('apiKeys')
    .values({
      workspaceId: scope.workspaceId,
      id: uuidv7(),
      memberId: scope.member.id,
      name,
      prefix: secret.slice(0, 10),
      hash: hashOf(secret),
      createdAt: scope.now(),
    })
    .returning(apiKeyColumns)
    .executeTakeFirstOrThrow()
  await record(scope, {
    what: 'workspace.api-key-added',
    kind: 'workspace',
    record: { id: scope.workspaceId },
    changes: { apiKey: { before: null, after: key.prefix } },
  })
  return { ...key, secret }
}

export async function revokeApiKey(scope: Scope, id: string) {
  const key =
    isId(id) &&
    (await scope.db
      .selectFrom('apiKeys')
      .select(apiKeyColumns)
      .where('workspaceId', '=', scope.workspaceId)
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .executeTakeFirst())
  if (!key) throw new NotFound('There is no such API key.')
  if (key.memberId !== scope.member.id && !isAtLeast(scope.member, 'admin'))
    throw new NotAllowed('Only whose key it is, or an admin, can revoke it.')
  await scope.db
    .updateTable('apiKeys')
    .set({ revokedAt: scope.now() })
    .where('workspaceId', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute()
  await record(scope, {
    what: 'workspace.api-key-revoked',
    kind: 'workspace',
    record: { id: scope.workspaceId },
    changes: { apiKey: { before: key.prefix, after: null } },
  })
  return { id }
}

export function listCaptureKeys({ db, workspaceId }: Scope) {
  return db
    .selectFrom('captureKeys')
    .select(['id', 'name', 'key', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt')
    .execute()
}

/** A capture key can only add events, and stands in the code of the product that sends them: it is no secret. */
export async function addCaptureKey(scope: Scope, { name }: { name: string }) {
  const key = {
    workspaceId: scope.workspaceId,
    id: uuidv7(),
    name,
    key: `phc_${randomBytes(24).toString('base64url')}`,
    createdBy: scope.member.id,
    createdAt: scope.now(),
  }
  const added = await scope.db.insertInto('captureKeys').values(key).returning(['id', 'name', 'key', 'createdAt']).executeTakeFirstOrThrow()
  await record(scope, { what: 'workspace.capture-key-added', kind: 'workspace', record: { id: scope.workspaceId } })
  return added
}

export async function revokeCaptureKey(scope: Scope, id: string) {
  const revoked =
    isId(id) &&
    (await scope.db
      .updateTable('captureKeys')
      .set({ revokedAt: scope.now() })
      .where('workspaceId', '=', scope.workspaceId)
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst())
  if (!revoked) throw new NotFound('There is no such capture key.')
  await record(scope, { what: 'workspace.capture-key-revoked', kind: 'workspace', record: { id: scope.workspaceId } })
  return revoked
}
