import type { Scope } from '../../scope.ts'
import type { Plan } from '../plans/queries.ts'
import type { VerdictResult } from './compute.ts'

/** p of the first success metric at each look at this plan that was recorded while it ran, oldest first. */
export async function earlierP({ db, workspaceId }: Scope, bet: { id: string }, { hash }: Pick<Plan, 'hash'>) {
  const rows = await db
    .selectFrom('verdicts')
    .select('result')
    .where('workspaceId', '=', workspaceId)
    .where('betId', '=', bet.id)
    .where('planHash', '=', hash)
    .where('final', '=', false)
    .where('archivedAt', 'is', null)
    .orderBy('createdAt')
    .execute()
  return rows.flatMap(({ result }) => {
    const [found] = (result as VerdictResult).verdict?.success ?? []
    return found?.method === 'always-valid' && found.p !== null ? [found.p] : []
  })
}
