import type { Scope } from '../../scope.ts'
import { guardedBy } from '../plans/waiting.ts'

/** How a bet rests on a metric: it is the number the bet is to change, or a part of its success plan. */
export type MetricUse = 'own' | 'primary' | 'guardrail'

/** Every bet whose own metric this is, or whose current plan uses it, with how. */
export async function betsOn({ db, workspaceId }: Scope, metricId: string) {
  const rows = await db
    .selectFrom('bets')
    .leftJoin('successPlans', (join) =>
      join
        .onRef('successPlans.workspaceId', '=', 'bets.workspaceId')
        .onRef('successPlans.betId', '=', 'bets.id')
        .on('successPlans.archivedAt', 'is', null),
    )
    .where('bets.workspaceId', '=', workspaceId)
    .where('bets.archivedAt', 'is', null)
    .where(({ or, eb }) => or([eb('bets.metricId', '=', metricId), eb('successPlans.metricId', '=', metricId), guardedBy(metricId)]))
    .select(['bets.id', 'bets.key', 'bets.title', 'bets.state', 'bets.launchedAt'])
    .select(['bets.metricId as own', 'successPlans.metricId as primary', guardedBy(metricId).as('guards')])
    .orderBy('bets.createdAt')
    .execute()
  return rows.map(({ own, primary, guards, ...bet }) => {
    const uses = { own: own === metricId, primary: primary === metricId, guardrail: guards }
    return { ...bet, uses: (['own', 'primary', 'guardrail'] as const satisfies MetricUse[]).filter((use) => uses[use]) }
  })
}
