import { sql } from 'kysely'
import type { WorkspaceKind } from '#db/installation-tables.ts'
import type { Role } from '#domain/member.ts'
import { NotFound } from '#domain/problems.ts'
import type { Scope } from '../scope.ts'
import { setWorkspace } from '../workspace-transaction.ts'

type Entered = {
  memberId: string
  memberName: string
  role: Role
  workspaceName: string
  slug: string
  kind: WorkspaceKind
  currency: string
}

/** Works in another workspace the same member is in, through the same transaction, and comes back. When the work fails, the request is rolled back whole. */
export async function inOtherWorkspace<T>(scope: Scope, workspaceId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { rows } = await sql<Entered>`select * from enter_workspace(${workspaceId}, ${scope.member.id})`.execute(scope.db)
  const there = rows[0]
  if (!there) throw new NotFound('You are not in that workspace.')
  const answer = await work({
    ...scope,
    workspace: { id: workspaceId, name: there.workspaceName, slug: there.slug, kind: there.kind, currency: there.currency },
    workspaceId,
    member: { id: there.memberId, name: there.memberName, role: there.role },
  })
  await setWorkspace(scope, scope.workspaceId)
  return answer
}

/** What somebody learned belongs to their own workspace, also while they practise in their sandbox. */
export async function atHome<T>(scope: Scope, work: (home: Scope) => Promise<T>): Promise<T> {
  if (scope.workspace.kind !== 'sandbox') return work(scope)
  const sandbox = await scope.db.selectFrom('workspaces').select('sandboxOf').where('id', '=', scope.workspaceId).executeTakeFirstOrThrow()
  return sandbox.sandboxOf ? inOtherWorkspace(scope, sandbox.sandboxOf, work) : work(scope)
}
