import { sql } from 'kysely'
import type { NewMetricDefinition } from '#domain/business/metric.ts'
import { isSameDefinition } from '#domain/business/metric-meaning.ts'
import type { Scope } from '../../scope.ts'
import { waitingPlans } from '../plans/waiting.ts'

/** Launched bets that wait for a final verdict by this metric: it is the success, or a guardrail, of their locked plan. */
export function judgedByMetric(scope: Scope, metricId: string) {
  const guarded = JSON.stringify([{ metricId }])
  return waitingPlans(scope)
    .where(({ or, eb }) => or([eb('successPlans.metricId', '=', metricId), sql<boolean>`success_plans.guardrails @> ${guarded}::jsonb`]))
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
