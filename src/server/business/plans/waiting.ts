import { sql } from 'kysely'
import type { Scope } from '../../scope.ts'

/** Whether a success plan has this metric as a guardrail. */
export function guardedBy(metricId: string) {
  return sql<boolean>`success_plans.guardrails @> ${JSON.stringify([{ metricId }])}::jsonb`
}

/** Locked plans, with their bets, on which there is no final verdict yet. */
export function waitingPlans({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
  return db
    .selectFrom('successPlans')
    .innerJoin('bets', (join) =>
      join.onRef('bets.workspaceId', '=', 'successPlans.workspaceId').onRef('bets.id', '=', 'successPlans.betId'),
    )
    .where('successPlans.workspaceId', '=', workspaceId)
    .where('successPlans.archivedAt', 'is', null)
    .where('successPlans.lockedAt', 'is not', null)
    .where('bets.archivedAt', 'is', null)
    .where('bets.state', 'in', ['launched', 'learned'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('verdicts')
            .select('verdicts.id')
            .whereRef('verdicts.workspaceId', '=', 'bets.workspaceId')
            .whereRef('verdicts.betId', '=', 'bets.id')
            .where('verdicts.final', '=', true)
            .where('verdicts.archivedAt', 'is', null),
        ),
      ),
    )
}
