import { sql } from 'kysely'
import type { NewMetricDefinition } from '#domain/business/metric.ts'
import { isSameDefinition } from '#domain/business/metric-meaning.ts'
import type { Scope } from '../../scope.ts'

/** Launched bets that wait for a final verdict by this metric: it is the success, or a guardrail, of their locked plan. */
export function judgedByMetric({ db, workspaceId }: Scope, metricId: string) {
  const guarded = JSON.stringify([{ metricId }])
  return db
    .selectFrom('successPlans')
    .innerJoin('bets', (join) =>
      join.onRef('bets.workspaceId', '=', 'successPlans.workspaceId').onRef('bets.id', '=', 'successPlans.betId'),
    )
    .where('successPlans.workspaceId', '=', workspaceId)
    .where('successPlans.lockedAt', 'is not', null)
    .where('successPlans.archivedAt', 'is', null)
    .where('bets.archivedAt', 'is', null)
    .where('bets.state', 'in', ['launched', 'learned'])
    .where(({ or, eb }) => or([eb('successPlans.metricId', '=', metricId), sql<boolean>`success_plans.guardrails @> ${guarded}::jsonb`]))
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
    .select(['bets.id', 'bets.key', 'bets.title'])
    .orderBy('bets.launchedAt')
    .execute()
}

type Defined = { id: string; definition: NewMetricDefinition }

/** Those that count something else now than they did at that moment. What was changed and put back is the same again. */
export async function redefinedSince<M extends Defined>(scope: Scope, metrics: readonly M[], moment: Date): Promise<M[]> {
  const before = await definitionsBefore(scope, { ids: metrics.map(({ id }) => id), moment })
  return metrics.filter(({ id, definition }) => {
    const old = before.get(id)
    return old !== undefined && !isSameDefinition(old, definition)
  })
}

/** The journal tells what a definition was: the first change after the moment says from what. */
async function definitionsBefore({ db, workspaceId }: Scope, { ids, moment }: { ids: string[]; moment: Date }) {
  const rows = await db
    .selectFrom('activities')
    .distinctOn('aboutId')
    .select(['aboutId', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('aboutId', 'in', ids)
    .where('at', '>', moment)
    .where(sql<boolean>`jsonb_exists(changes, 'definition')`)
    .orderBy('aboutId')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ aboutId, changes }) => [aboutId, changes.definition!.before as NewMetricDefinition]))
}
