import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { WorkspaceKind } from '#db/installation-tables.ts'
import { Conflict, NotAccepted, NotFound } from '#domain/problems.ts'
import { type Door, hashOf, inWorkspace } from '../enter.ts'
import type { Services } from '../services.ts'
import { inWorkspaceAlone, setWorkspace } from '../workspace-transaction.ts'
import { addCaptureKey } from './keys.ts'

const Password = z.string().min(10, 'A password has at least 10 characters.').max(200)
export const Person = z.object({
  name: z.string().trim().min(1, 'Say your name.').max(100),
  email: z.email('This is not an e-mail address.').max(200),
  password: Password,
})
export const Setup = Person.extend({ workspaceName: z.string().trim().min(1, 'Give the workspace a name.').max(100) })

export async function needsOwner({ db }: Services) {
  const { rows } = await sql<{ any: boolean }>`select exists (select from workspaces) as any`.execute(db)
  return !rows[0]!.any
}

/** The first person of an installation becomes the owner of its first workspace. */
export async function setUp(services: Services, { workspaceName, ...person }: z.output<typeof Setup>) {
  return services.db.transaction().execute(async (transaction) => {
    // Nobody waits for the lock: those who wait would hold the connections that the first one needs to finish.
    const { rows } = await sql<{ first: boolean }>`select pg_try_advisory_xact_lock(7461001) as first`.execute(transaction)
    if (!rows[0]!.first) throw new Conflict('Somebody is setting up this Tricorn at this moment. Look again in a few seconds.')
    if (!(await needsOwner(services))) throw new Conflict('This Tricorn has an owner already. Sign in, or ask for an invitation.')
    // An account without any workspace is what a set-up that broke half-way left behind.
    await services.db.deleteFrom('users').execute()
    const user = await signUp(services, person)
    const { workspace } = await addWorkspace(services, {
      name: workspaceName,
      kind: 'real',
      user: { id: user.id, name: person.name, email: person.email },
    })
    return { workspace }
  })
}

/** Better Auth makes the account; only `setUp` and an invitation lead here. */
export async function signUp({ auth }: Services, person: z.output<typeof Person>) {
  try {
    return (await auth.api.signUpEmail({ body: person })).user
  } catch (error) {
    const message = (error as { body?: { code?: string } }).body?.code
    if (message?.startsWith('USER_ALREADY_EXISTS'))
      throw new Conflict('There is an account with this e-mail address. Sign in with it first.')
    throw error
  }
}

type Founder = { id: string; name: string; email: string }

export async function addWorkspace(
  services: Services,
  { name, kind, user, sandboxOf = null }: { name: string; kind: WorkspaceKind; user: Founder; sandboxOf?: string | null },
) {
  const workspace = { id: uuidv7(), name, slug: slugOf(name), kind, sandboxOf }
  const door: Door = { workspaceId: workspace.id, memberId: uuidv7(), origin: 'web' }
  await services.db.transaction().execute(async (db) => {
    await setWorkspace({ db }, workspace.id)
    await db.insertInto('workspaces').values(workspace).execute()
    await db
      .insertInto('members')
      .values({
        workspaceId: workspace.id,
        id: door.memberId,
        userId: user.id,
        name: user.name,
        email: user.email,
        role: 'owner',
        removedAt: null,
      })
      .execute()
  })
  await inWorkspace(services, door, (scope) => addCaptureKey(scope, { name: 'Default' }))
  return { workspace, door }
}

/** `Hale & Sons` → `hale-sons-x4kq`; the tail keeps workspaces of the same name apart. */
function slugOf(name: string) {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30)
  return [words, randomBytes(3).toString('hex')].filter(Boolean).join('-')
}

export async function findInvitation(services: Services, token: string) {
  const { rows } = await sql<{ workspaceId: string | null }>`select workspace_by_invitation(${hashOf(token)}) as workspace_id`.execute(
    services.db,
  )
  const workspaceId = rows[0]?.workspaceId
  if (!workspaceId) throw new NotFound('This invitation is not known here.')
  return inWorkspaceAlone(services, workspaceId, async (db) => {
    const invitation = await db
      .selectFrom('invitations')
      .innerJoin('workspaces', 'workspaces.id', 'invitations.workspaceId')
      .select([
        'invitations.id',
        'invitations.role',
        'expiresAt',
        'acceptedAt',
        'revokedAt',
        'workspaces.name as workspaceName',
        'workspaces.slug',
      ])
      .where('tokenHash', '=', hashOf(token))
      .executeTakeFirstOrThrow()
    if (invitation.revokedAt) throw new NotFound('This invitation was revoked. Ask for a new one.')
    if (invitation.acceptedAt) throw new Conflict('This invitation was used already. Ask for a new one.')
    if (invitation.expiresAt < services.now()) throw new Conflict('This invitation has run out. Ask for a new one.')
    return { ...invitation, workspaceId }
  })
}

/** Joins as a new person, or as whoever is signed in. */
export async function acceptInvitation(
  services: Services,
  token: string,
  { person, signedIn }: { person?: z.output<typeof Person> | undefined; signedIn?: Founder | undefined },
) {
  const invitation = await findInvitation(services, token)
  if (!signedIn && !person) throw new NotAccepted('Say your name, e-mail address and a password, or sign in first.')
  const user = signedIn ?? { ...(await signUp(services, person!)), name: person!.name }
  await inWorkspaceAlone(services, invitation.workspaceId, async (db) => {
    const before = await db
      .selectFrom('members')
      .select(['id', 'removedAt'])
      .where('workspaceId', '=', invitation.workspaceId)
      .where('userId', '=', user.id)
      .executeTakeFirst()
    if (before && !before.removedAt) throw new Conflict('You are in this workspace already.')
    const memberId = before?.id ?? uuidv7()
    const taken = await db
      .updateTable('invitations')
      .set({ acceptedAt: services.now(), acceptedBy: memberId })
      .where('id', '=', invitation.id)
      .where('acceptedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw new Conflict('This invitation was used already. Ask for a new one.')
    await db
      .insertInto('members')
      .values({
        workspaceId: invitation.workspaceId,
        id: memberId,
        userId: user.id,
        name: user.name,
        email: user.email,
        role: invitation.role,
        removedAt: null,
      })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'userId']).doUpdateSet({ removedAt: null, role: invitation.role }))
      .execute()
  })
  return { slug: invitation.slug, workspaceName: invitation.workspaceName }
}
