import { Hono } from 'hono'
import { z } from 'zod'
import { roles } from '#domain/member.ts'
import { changesBetween, record } from '../activity.ts'
import { allow } from '../allow.ts'
import { json } from '../input.ts'
import type { Env, Scope } from '../scope.ts'
import { addApiKey, addCaptureKey, listApiKeys, listCaptureKeys, revokeApiKey, revokeCaptureKey } from './keys.ts'
import { addInvitation, changeRole, listInvitations, listMembers, removeMember, revokeInvitation } from './members.ts'

const Name = z.string().trim().min(1, 'Give it a name.').max(100)
const Named = z.object({ name: Name })
const WorkspaceChanges = z
  .object({ name: Name, currency: z.string().regex(/^[A-Z]{3}$/, 'A currency has three letters, like EUR.') })
  .partial()
const Invitation = z.object({ role: z.enum(roles), note: z.string().trim().max(200).default('') })
const RoleChange = z.object({ role: z.enum(roles) })

export const workspace = new Hono<Env>()
  .patch(
    '/workspace',
    allow('admin', { summary: 'Change the workspace’s name or currency', example: { name: 'Larkfield' } }),
    json(WorkspaceChanges),
    async (c) => c.json(await changeWorkspace(c.var.scope, c.req.valid('json'))),
  )
  .get('/members', allow('viewer', 'Who is in this workspace'), async (c) => c.json({ rows: await listMembers(c.var.scope) }))
  .put(
    '/members/:memberId/role',
    allow('admin', { summary: 'Change a member’s role', example: { role: 'viewer' } }),
    json(RoleChange),
    async (c) => c.json(await changeRole(c.var.scope, c.req.param('memberId'), c.req.valid('json').role)),
  )
  .delete('/members/:memberId', allow('admin', 'Remove a member'), async (c) =>
    c.json(await removeMember(c.var.scope, c.req.param('memberId'))),
  )
  .get('/invitations', allow('admin', 'Open invitations'), async (c) => c.json({ rows: await listInvitations(c.var.scope) }))
  .post(
    '/invitations',
    allow('admin', { summary: 'Make an invitation link', example: { role: 'maker' }, status: 201 }),
    json(Invitation),
    async (c) => c.json(await addInvitation(c.var.scope, c.req.valid('json')), 201),
  )
  .delete('/invitations/:invitationId', allow('admin', 'Revoke an invitation'), async (c) =>
    c.json(await revokeInvitation(c.var.scope, c.req.param('invitationId'))),
  )
  .get('/api-keys', allow('viewer', 'API keys: one’s own, or all for an admin'), async (c) =>
    c.json({ rows: await listApiKeys(c.var.scope) }),
  )
  .post(
    '/api-keys',
    allow('viewer', { summary: 'Make an API key that acts as oneself', example: { name: 'Nightly report' }, status: 201 }),
    json(Named),
    async (c) => c.json(await addApiKey(c.var.scope, c.req.valid('json')), 201),
  )
  .delete('/api-keys/:apiKeyId', allow('viewer', 'Revoke an API key'), async (c) =>
    c.json(await revokeApiKey(c.var.scope, c.req.param('apiKeyId'))),
  )
  .get('/capture-keys', allow('maker', 'Keys that product events are sent with'), async (c) =>
    c.json({ rows: await listCaptureKeys(c.var.scope) }),
  )
  .post(
    '/capture-keys',
    allow('admin', { summary: 'Make a capture key', example: { name: 'Web app' }, status: 201 }),
    json(Named),
    async (c) => c.json(await addCaptureKey(c.var.scope, c.req.valid('json')), 201),
  )
  .delete('/capture-keys/:captureKeyId', allow('admin', 'Revoke a capture key'), async (c) =>
    c.json(await revokeCaptureKey(c.var.scope, c.req.param('captureKeyId'))),
  )

async function changeWorkspace(scope: Scope, changes: z.output<typeof WorkspaceChanges>) {
  const { db, workspace } = scope
  const changed = { name: changes.name ?? workspace.name, currency: changes.currency ?? workspace.currency }
  const difference = changesBetween(workspace, changed)
  if (Object.keys(difference).length === 0) return workspace
  await db.updateTable('workspaces').set(changed).where('id', '=', workspace.id).execute()
  await record(scope, { what: 'workspace.changed', kind: 'workspace', record: { id: workspace.id }, changes: difference })
  return { ...workspace, ...changed }
}
