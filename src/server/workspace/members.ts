import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { isId } from '#domain/keys.ts'
import { mayGiveRole, type Role } from '#domain/member.ts'
import { Conflict, NotAllowed, NotFound } from '#domain/problems.ts'
import { record } from '../activity.ts'
import { hashOf } from '../enter.ts'
import type { Scope } from '../scope.ts'

const INVITATION_DAYS = 14
const DAY_MS = 24 * 3600 * 1000

const memberColumns = ['id', 'name', 'email', 'role', 'createdAt'] as const

function membersIn({ db, workspaceId }: Scope) {
  return db.selectFrom('members').where('workspaceId', '=', workspaceId).where('removedAt', 'is', null)
}

export function listMembers(scope: Scope) {
  return membersIn(scope).select(memberColumns).orderBy('name').execute()
}

async function findMember(scope: Scope, id: string) {
  const member = isId(id) && (await membersIn(scope).select(memberColumns).where('id', '=', id).executeTakeFirst())
  if (!member) throw new NotFound('There is no such member.')
  return member
}

export async function changeRole(scope: Scope, id: string, role: Role) {
  const member = await findMember(scope, id)
  if (!mayGiveRole(scope.member, { from: member.role, to: role })) throw new NotAllowed(`You may not make a ${member.role} a ${role}.`)
  if (member.role === role) return member
  await keepAnOwner(scope, member, role)
  await setMember(scope, id, { role })
  await record(scope, {
    what: 'member.role-changed',
    kind: 'member',
    record: member,
    changes: { role: { before: member.role, after: role } },
  })
  return { ...member, role }
}

export async function removeMember(scope: Scope, id: string) {
  const member = await findMember(scope, id)
  if (member.id !== scope.member.id && !mayGiveRole(scope.member, { from: member.role, to: 'viewer' }))
    throw new NotAllowed(`You may not remove a ${member.role}.`)
  await keepAnOwner(scope, member, null)
  await setMember(scope, id, { removedAt: scope.now() })
  await scope.db
    .updateTable('apiKeys')
    .set({ revokedAt: scope.now() })
    .where('workspaceId', '=', scope.workspaceId)
    .where('memberId', '=', id)
    .execute()
  await record(scope, { what: 'member.removed', kind: 'member', record: member })
  return { id }
}

function setMember({ db, workspaceId }: Scope, id: string, changes: { role?: Role; removedAt?: Date }) {
  return db.updateTable('members').set(changes).where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
}

async function keepAnOwner(scope: Scope, member: { id: string; role: Role }, next: Role | null) {
  if (member.role !== 'owner' || next === 'owner') return
  // All owners are locked in one order, so that two who step down at the same moment wait for each other.
  const owners = await membersIn(scope).select('id').where('role', '=', 'owner').orderBy('id').forUpdate().execute()
  if (owners.every(({ id }) => id === member.id)) throw new Conflict('This is the last owner. Make somebody else an owner first.')
}

const invitationColumns = ['id', 'role', 'note', 'createdAt', 'expiresAt', 'acceptedAt', 'revokedAt'] as const

export function listInvitations({ db, workspaceId }: Scope) {
  return db
    .selectFrom('invitations')
    .select(invitationColumns)
    .where('workspaceId', '=', workspaceId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute()
}

/** The token is in the answer once and never again; the database keeps only its hash. */
export async function addInvitation(scope: Scope, { role, note }: { role: Role; note: string }) {
  if (!mayGiveRole(scope.member, { to: role })) throw new NotAllowed(`You may not invite a ${role}.`)
  const token = randomBytes(24).toString('base64url')
  const now = scope.now()
  const invitation = await scope.db
    .insertInto('invitations')
    .values({
      workspaceId: scope.workspaceId,
      id: uuidv7(),
      tokenHash: hashOf(token),
      role,
      note,
      createdBy: scope.member.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
    })
    .returning(invitationColumns)
    .executeTakeFirstOrThrow()
  await record(scope, {
    what: 'member.invited',
    kind: 'workspace',
    record: { id: scope.workspaceId },
    changes: { role: { before: null, after: role } },
  })
  return { ...invitation, path: `/join/${token}` }
}

export async function revokeInvitation(scope: Scope, id: string) {
  const revoked =
    isId(id) &&
    (await scope.db
      .updateTable('invitations')
      .set({ revokedAt: scope.now() })
      .where('workspaceId', '=', scope.workspaceId)
      .where('id', '=', id)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst())
  if (!revoked) throw new NotFound('There is no such open invitation.')
  await record(scope, { what: 'member.invitation-revoked', kind: 'workspace', record: { id: scope.workspaceId } })
  return revoked
}
