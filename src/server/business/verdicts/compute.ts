import { isShare } from '#domain/business/metric.ts'
import { daysLate } from '#domain/business/success-plan.ts'
import type { Verdict } from '#domain/business/verdict.ts'
import type { VerdictData, VerdictPlan } from '#domain/business/verdict-plan.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { findRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'
import type { Definitions } from '../metrics/promises.ts'
import { definitionOf } from '../metrics/queries.ts'
import type { Plan } from '../plans/queries.ts'
import { type AsLocked, asLocked } from '../plans/since-locked.ts'
import { earlierP } from './earlier-looks.ts'
import { isCheckDateReached, type Measured, measure, readThrough } from './measure.ts'
import { pastWinRate } from './past-wins.ts'

type Bet = Pick<RecordOf<'bet'>, 'id' | 'key'>

export type VerdictResult = {
  verdict: Omit<Verdict, 'state' | 'sentence'> | null
  metric: { id: string; key: string; name: string; unit: string; direction: 'up' | 'down'; isShare: boolean } | null
  guardrailNames: Record<string, string>
  /** Of every metric of the plan, as it was when this was computed, by the metric’s id. */
  definitions: Definitions
  smallestEffect: number | null
  effectKind: 'absolute' | 'relative' | null
  arms: { variant: string; n: number; value: number | null }[]
  severalVariants: number
  waiting: number
  series: { at: Date; value: number; people: number; expected: number | null }[]
  changeAt: number | null
}

export type Computed = {
  state: Verdict['state']
  sentence: string
  result: VerdictResult
  planHash: string | null
  readThrough: Date
  final: boolean
}

const nothing: VerdictResult = {
  verdict: null,
  metric: null,
  guardrailNames: {},
  definitions: {},
  smallestEffect: null,
  effectKind: null,
  arms: [],
  severalVariants: 0,
  waiting: 0,
  series: [],
  changeAt: null,
}

/** The verdict on a launched bet from the events up to the check date. Same plan, same data, same verdict, always. */
export async function computeVerdict(scope: Scope, bet: Bet, plan: Plan | undefined): Promise<Computed> {
  const now = scope.now()
  if (!plan?.lockedAt)
    return {
      state: 'not-measured',
      sentence: 'Not measured. Nobody said before the launch what success would be.',
      result: nothing,
      planHash: null,
      readThrough: now,
      final: true,
    }
  const locked = await asLocked(scope, plan)
  const metrics = await metricsOf(scope, plan, locked)
  const measured = new Map<string, Measured>()
  for (const [id, metric] of metrics) measured.set(id, await measure(scope, plan, metric.definition))
  const data = await dataOf(scope, { bet, plan, metrics, measured, locked })
  const asPlanned = { ...verdictPlan(plan, metrics), pastWinRate: await pastWinRate(scope, { bet, until: readThrough(plan, now) }) }
  const { state, sentence, ...verdict } = await scope.services.compute('judge', { plan: asPlanned, data })
  return {
    state,
    sentence,
    planHash: plan.hash,
    readThrough: readThrough(plan, now),
    final: data.checkDateReached,
    result: resultOf({ plan, metrics, measured, verdict }),
  }
}

type Metrics = Map<string, RecordOf<'metric'> & { definition: ReturnType<typeof definitionOf> }>

/** What is counted is the definition of now; what was promised bears the name, the direction and the unit that were locked. */
async function metricsOf(scope: Scope, plan: Plan, locked: AsLocked): Promise<Metrics> {
  const metrics: Metrics = new Map()
  for (const id of [plan.metricId, ...plan.guardrails.map(({ metricId }) => metricId)]) {
    const metric = await findRecord(scope, 'metric', id)
    const { name, direction, unit } = locked.metrics.find((one) => one.id === id)!
    metrics.set(id, { ...metric, name, direction, unit, definition: definitionOf(metric) })
  }
  return metrics
}

function verdictPlan(plan: Plan, metrics: Metrics): Omit<VerdictPlan, 'pastWinRate'> {
  const named = (id: string) => {
    const { name, unit, direction, definition } = metrics.get(id)!
    return { key: id, name, direction, unit: isShare(definition, plan.design) ? 'share' : unit }
  }
  return {
    design: plan.design.kind,
    success: [{ ...named(plan.metricId), scale: plan.effectKind, smallestEffect: plan.smallestEffect }],
    rule: 'any',
    guardrails: plan.guardrails.map(({ metricId, margin, marginKind }) => ({ ...named(metricId), scale: marginKind, largestHarm: margin })),
    alpha: plan.alpha,
    power: plan.power,
    looks: plan.design.kind === 'experiment' ? 'hybrid' : 'once',
    plannedUnits: plan.plannedPeople,
    anyDeteriorationHarms: false,
  }
}

async function dataOf(
  scope: Scope,
  { bet, plan, metrics, measured, locked }: { bet: Bet; plan: Plan; metrics: Metrics; measured: Map<string, Measured>; locked: AsLocked },
): Promise<VerdictData> {
  return {
    design: plan.design.kind,
    measurements: Object.fromEntries([...measured].map(([id, { data }]) => [id, data])),
    uncapped: Object.fromEntries([...measured].flatMap(([id, { uncapped }]) => (uncapped ? [[id, uncapped]] : []))),
    how: describeMeasuring(metrics, measured),
    checkDateReached: isCheckDateReached(plan, scope.now()),
    daysLate: daysLate(plan),
    earlierP: await earlierP(scope, bet, plan),
    assignment: assignmentOf(plan, measured.get(plan.metricId)!),
    broken: locked.redefined,
    otherLaunches: plan.design.kind === 'before-after' ? await otherLaunches(scope, bet, plan) : [],
  }
}

/** The metric is named where the plan has several. */
function describeMeasuring(metrics: Metrics, measured: Map<string, Measured>) {
  const name = (id: string) => (measured.size > 1 ? `“${metrics.get(id)!.name}”: ` : '')
  return [...measured].flatMap(([id, { how = [] }]) => how.map((sentence) => `${name(id)}${sentence}`))
}

/** How many went into each arm, in all and day by day, against the shares they were meant to have. */
function assignmentOf({ design }: Plan, { exposures = [] }: Measured): VerdictData['assignment'] {
  if (design.kind !== 'experiment' || exposures.length === 0) return null
  const variants = [design.control, design.treatment]
  const counted = (rows: typeof exposures) =>
    variants.map((variant) => rows.filter((row) => row.variant === variant).reduce((sum, { people }) => sum + people, 0))
  const days = [...Map.groupBy(exposures, ({ day }) => day.getTime()).entries()].sort(([a], [b]) => a - b)
  const share = design.share ?? 0.5
  return { observed: counted(exposures), weights: [1 - share, share], batches: days.map(([, rows]) => counted(rows)) }
}

async function otherLaunches({ db, workspaceId, now }: Scope, bet: Bet, plan: Plan) {
  const rows = await db
    .selectFrom('bets')
    .select(['key', 'title', 'launchedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '!=', bet.id)
    .where('launchedAt', '>=', new Date(`${plan.startedOn}T00:00:00Z`))
    .where('launchedAt', '<', readThrough(plan, now()))
    .orderBy('launchedAt')
    .execute()
  return rows.map(({ key, title }) => `${key} “${title}” was launched in the same period, so a change before and after may be its doing.`)
}

type Parts = { plan: Plan; metrics: Metrics; measured: Map<string, Measured>; verdict: VerdictResult['verdict'] }

function resultOf({ plan, metrics, measured, verdict }: Parts): VerdictResult {
  const { id, key, name, unit, direction, definition } = metrics.get(plan.metricId)!
  const primary = measured.get(plan.metricId)!
  return {
    verdict,
    metric: { id, key, name, unit, direction, isShare: isShare(definition, plan.design) },
    guardrailNames: Object.fromEntries(plan.guardrails.map(({ metricId }) => [metricId, metrics.get(metricId)!.name])),
    definitions: Object.fromEntries([...metrics].map(([id, { definition }]) => [id, definition])),
    smallestEffect: plan.smallestEffect,
    effectKind: plan.effectKind,
    arms: (primary.arms ?? []).map(({ variant, n, sum, ratio }) => ({
      variant,
      n: ratio ? ratio.denominatorSum : n,
      value: (ratio ? ratio.denominatorSum : n) > 0 ? sum / (ratio ? ratio.denominatorSum : n) : null,
    })),
    severalVariants: primary.severalVariants ?? 0,
    waiting: primary.waiting ?? 0,
    series: seriesPicture(primary, verdict?.success[0]?.expected),
    changeAt: primary.points && primary.changeAt !== undefined && primary.changeAt >= 0 ? primary.changeAt : null,
  }
}

/** The points with what the verdict's model expects after the change had there been none. */
function seriesPicture({ points = [], changeAt = -1 }: Measured, expected: readonly number[] = []): VerdictResult['series'] {
  return points.map(({ at, value, people }, place) => ({
    at,
    value: value!,
    people,
    expected: changeAt > 0 ? (expected[place - changeAt] ?? null) : null,
  }))
}
