import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { Conflict } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { setWorkspace } from '../../workspace-transaction.ts'
import { inOtherWorkspace } from '../other-workspace.ts'
import { addSampleRecords } from './sample-records.ts'

export type Sandbox = { workspaceId: string; slug: string; name: string; madeAt: Date }

export async function findSandbox({ db, workspaceId, member }: Scope): Promise<Sandbox | undefined> {
  return db
    .selectFrom('sandboxes')
    .innerJoin('workspaces', 'workspaces.id', 'sandboxes.sandboxId')
    .select(['workspaces.id as workspaceId', 'workspaces.slug', 'workspaces.name', 'sandboxes.madeAt'])
    .where('sandboxes.workspaceId', '=', workspaceId)
    .where('sandboxes.memberId', '=', member.id)
    .executeTakeFirst()
}

/** A workspace of the learner's own, with sample records in it. Whoever has one keeps it. */
export async function makeSandbox(home: Scope): Promise<Sandbox> {
  const slug = `practice-${randomBytes(4).toString('hex')}`
  const sandboxId = uuidv7()
  const added = await home.db
    .insertInto('sandboxes')
    .values({ workspaceId: home.workspaceId, memberId: home.member.id, sandboxId, madeAt: home.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sandboxId')
    .executeTakeFirst()
  if (added) await fill(home, { id: sandboxId, slug })
  return (await findSandbox(home))!
}

/** Starts the sandbox afresh, at the same address. What was passed in it stays passed. */
export async function resetSandbox(home: Scope): Promise<Sandbox> {
  const sandbox = await findSandbox(home)
  if (!sandbox) throw new Conflict('There is no practice workspace to start afresh. Make one first.')
  await empty(home, sandbox.workspaceId)
  await fill(home, { id: sandbox.workspaceId, slug: sandbox.slug })
  await home.db
    .updateTable('sandboxes')
    .set({ madeAt: home.now() })
    .where('workspaceId', '=', home.workspaceId)
    .where('memberId', '=', home.member.id)
    .execute()
  return (await findSandbox(home))!
}

/** Children before parents; the rest (history, comments, members) goes with the workspace itself. */
const inOrder = [
  'forecasts',
  'decisions',
  'launches',
  'openQuestions',
  'stories',
  'specs',
  'verdicts',
  'planAmendments',
  'successPlans',
  'betProblems',
  'bets',
  'metrics',
  'insights',
  'suggestionAnswers',
  'problems',
  'feedback',
  'contacts',
  'accounts',
] as const

async function empty(home: Scope, sandboxId: string) {
  await inOtherWorkspace(home, sandboxId, async ({ db }) => {
    for (const table of inOrder) await db.deleteFrom(table).where(`${table}.workspaceId`, '=', sandboxId).execute()
  })
  await home.db
    .deleteFrom('workspaces')
    .where('id', '=', sandboxId)
    .where('kind', '=', 'sandbox')
    .where('sandboxOf', '=', home.workspaceId)
    .execute()
}

/** The learner keeps their member id, so that records count as theirs; the sample records belong to somebody else. */
async function fill(home: Scope, { id, slug }: { id: string; slug: string }) {
  const { member, db, workspace } = home
  const me = await db
    .selectFrom('members')
    .select(['userId', 'email'])
    .where('workspaceId', '=', home.workspaceId)
    .where('id', '=', member.id)
    .executeTakeFirstOrThrow()
  const sampler = { id: uuidv7(), name: 'Larkfield (sample)', role: 'maker' as const }
  await db
    .insertInto('workspaces')
    .values({ id, name: `Practice of ${member.name}`, slug, kind: 'sandbox', currency: workspace.currency, sandboxOf: home.workspaceId })
    .execute()
  await setWorkspace(home, id)
  await db
    .insertInto('members')
    .values([
      { workspaceId: id, id: member.id, userId: me.userId, name: member.name, email: me.email, role: 'owner', removedAt: null },
      { workspaceId: id, ...sampler, userId: null, email: null, removedAt: null },
    ])
    .execute()
  await setWorkspace(home, home.workspaceId)
  await inOtherWorkspace(home, id, (there) => addSampleRecords({ ...there, member: sampler, origin: 'system' }))
}
