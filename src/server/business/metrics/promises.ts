import { sql } from 'kysely'
import { MetricDefinition, type NewMetricDefinition } from '#domain/business/metric.ts'
import { isSameDefinition } from '#domain/business/metric-meaning.ts'
import { describeRedefinition } from '#domain/business/metric-words.ts'
import type { Scope } from '../../scope.ts'
import { guardedBy, waitingPlans } from '../plans/waiting.ts'

/** Launched bets that wait for a final verdict by this metric: it is the success, or a guardrail, of their locked plan. */
export function judgedByMetric(scope: Scope, metricId: string) {
  return waitingPlans(scope)
    .where(({ or, eb }) => or([eb('successPlans.metricId', '=', metricId), guardedBy(metricId)]))
    .select(['bets.id', 'bets.key', 'bets.title'])
    .orderBy('bets.launchedAt')
    .execute()
}

type Defined = { id: string; name: string; definition: NewMetricDefinition }

/** Recorded verdicts that were computed with the metric as it is defined now, and keep it whatever becomes of the metric. */
export async function verdictsWith({ db, workspaceId }: Scope, { id, definition }: Omit<Defined, 'name'>) {
  const rows = await db
    .selectFrom('verdicts')
    .innerJoin('bets', (join) => join.onRef('bets.workspaceId', '=', 'verdicts.workspaceId').onRef('bets.id', '=', 'verdicts.betId'))
    .where('verdicts.workspaceId', '=', workspaceId)
    .where('verdicts.archivedAt', 'is', null)
    .where('bets.archivedAt', 'is', null)
    .where(sql<boolean>`jsonb_exists(verdicts.result->'definitions', ${id})`)
    .select(['verdicts.id', 'verdicts.key', 'bets.key as betKey'])
    .select(sql<NewMetricDefinition>`verdicts.result->'definitions'->${id}::text`.as('definition'))
    .orderBy('verdicts.createdAt')
    .execute()
  return rows.filter((one) => isSameDefinition(one.definition, definition)).map(({ id, key, betKey }) => ({ id, key, betKey }))
}

export type Definitions = Record<string, NewMetricDefinition>
export type Redefined = { name: string; words: string }

/** Those of the metrics that count something else now than these definitions say, in words. What was changed and put back is the same again. */
export async function redefinedFrom({ db, workspaceId }: Scope, before: Definitions): Promise<Redefined[]> {
  const ids = Object.keys(before)
  if (ids.length === 0) return []
  const metrics = await db
    .selectFrom('metrics')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .select(['id', 'name', 'definition'])
    .orderBy('name')
    .execute()
  return metrics.flatMap((metric) => {
    const words = redefinition(before[metric.id]!, metric.definition as NewMetricDefinition)
    return words ? [{ name: metric.name, words }] : []
  })
}

function redefinition(then: NewMetricDefinition, now: NewMetricDefinition) {
  return isSameDefinition(then, now) ? null : describeRedefinition(MetricDefinition.parse(then), MetricDefinition.parse(now))
}

type Span = { ids: string[]; moment: Date }

/** The journal tells what a definition or a name was: the first change after the moment says from what. */
async function fieldBefore({ db, workspaceId }: Scope, { ids, moment }: Span, field: 'name' | 'definition') {
  const rows = await db
    .selectFrom('activities')
    .distinctOn('aboutId')
    .select(['aboutId', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('aboutId', 'in', ids)
    .where('at', '>', moment)
    .where(sql<boolean>`jsonb_exists(changes, ${field})`)
    .orderBy('aboutId')
    .orderBy('id')
    .execute()
  return Object.fromEntries(rows.map(({ aboutId, changes }) => [aboutId, changes[field]!.before]))
}

/**
 * Metrics as they were at a moment, archived or not: their name, direction and unit of then; as they are now where no moment is given.
 * `redefined` says what they counted then and count now, where that is not the same.
 */
export async function metricsAsOf(scope: Scope, ids: string[], moment: Date | null) {
  const metrics = await scope.db
    .selectFrom('metrics')
    .where('workspaceId', '=', scope.workspaceId)
    .where('id', 'in', ids)
    .select(['id', 'key', 'name', 'definition'])
    .orderBy('name')
    .execute()
  const names = moment ? await fieldBefore(scope, { ids, moment }, 'name') : {}
  const definitions = moment ? await fieldBefore(scope, { ids, moment }, 'definition') : {}
  return metrics.map(({ id, key, name, definition: now }) => {
    const definition = MetricDefinition.parse(definitions[id] ?? now)
    const { direction, unit } = definition
    const redefined = redefinition(definition, now as NewMetricDefinition)
    return { id, key, name: (names[id] as string | undefined) ?? name, nameNow: name, direction, unit, definition, redefined }
  })
}
