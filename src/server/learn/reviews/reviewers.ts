import { isAtLeast, type Role } from '#domain/member.ts'
import type { Scope } from '../../scope.ts'

export type Reviewer = { id: string; name: string; role: Role }

/** Whom a learner can ask: everybody else who can come in. The people of a sample story are there only by name. */
export async function listReviewers({ db, workspaceId, member }: Scope): Promise<Reviewer[]> {
  return db
    .selectFrom('members as m')
    .select(['m.id', 'm.name', 'm.role'])
    .where('m.workspaceId', '=', workspaceId)
    .where('m.removedAt', 'is', null)
    .where('m.id', '!=', member.id)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('m.userId', 'is not', null),
        exists(
          selectFrom('apiKeys as k')
            .select('k.id')
            .whereRef('k.workspaceId', '=', 'm.workspaceId')
            .whereRef('k.memberId', '=', 'm.id')
            .where('k.revokedAt', 'is', null),
        ),
      ]),
    )
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
}

/** Whether nobody needs to be named: somebody who leads others will see it. */
export const hasLead = (reviewers: readonly Reviewer[]) => reviewers.some((reviewer) => isAtLeast(reviewer, 'maker'))
