import { inWorkspace } from '../../enter.ts'
import type { JobFacts } from '../../jobs/jobs.ts'
import type { Services } from '../../services.ts'
import { inWorkspaceAlone } from '../../workspace-transaction.ts'
import { checkAgain } from './check-practice.ts'
import { listOpenPractices } from './open-practices.ts'

/** Checks again what learners have open, after something changed. A pass is kept, also when nobody has the lesson on the screen; a miss is not. */
export async function checkOpenPractices(services: Services, { workspaceId, ...which }: JobFacts['check-practice']) {
  for (const { memberId, ...place } of await openPractices(services, workspaceId, which))
    await inWorkspace(services, { workspaceId, memberId, origin: 'system' }, (home) => checkAgain(home, place))
}

function openPractices(services: Services, workspaceId: string, which: Omit<JobFacts['check-practice'], 'workspaceId'>) {
  return inWorkspaceAlone(services, workspaceId, async (db) => {
    const open = await listOpenPractices({ db, workspaceId, services }, which)
    const members = await db
      .selectFrom('members')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .execute()
    const present = new Set(members.map(({ id }) => id))
    return open.filter(({ memberId }) => present.has(memberId))
  })
}
