import type { Granularity, MetricDefinition } from '#domain/business/metric.ts'
import { mayBeCapped } from '#domain/business/success-plan.ts'
import { measureArms } from '#domain/business/verdict-arms.ts'
import type { MetricData } from '#domain/business/verdict-plan.ts'
import { DAY_MS, dayOf } from '#domain/dates.ts'
import type { ArmStatistics, ExperimentArms, Point } from '#warehouse/events.ts'
import type { Scope } from '../../scope.ts'
import type { Experiment } from '../plans/past.ts'
import type { Plan } from '../plans/queries.ts'
import { beforeTheChange, isMixed, seasonOf, valuedPoints } from '../plans/series-period.ts'
import { tooLittle } from './too-little.ts'

export type Measured = {
  data: MetricData
  /** The same without the plan's cap, where there is one. */
  uncapped?: MetricData
  /** How it was measured, as sentences. */
  how?: string[]
  arms?: ArmStatistics[]
  exposures?: ExperimentArms['exposures']
  severalVariants?: number
  waiting?: number
  points?: Point[]
  changeAt?: number
}

/** Until when the plan's data count: the check date, or now while it is still running. */
export function readThrough(plan: Plan, now: Date) {
  const check = new Date(Date.parse(`${plan.checkDate}T00:00:00Z`) + DAY_MS)
  return check < now ? check : now
}

export const isCheckDateReached = (plan: Plan, now: Date) => plan.checkDate <= dayOf(now)

/** One metric of a plan measured as its design asks, ready for the verdict's rule. */
export async function measure(scope: Scope, plan: Plan, definition: MetricDefinition): Promise<Measured> {
  const { design } = plan
  return design.kind === 'experiment' ? measureExperiment(scope, { plan, design }, definition) : measureSeries(scope, plan, definition)
}

type Run = { plan: Plan; design: Experiment }

async function measureExperiment(scope: Scope, run: Run, metric: MetricDefinition): Promise<Measured> {
  const { design } = run
  const capAt = mayBeCapped(metric) ? design.capAt : null
  const found = await askArms(scope, run, { metric, capAt })
  const [control, treatment] = [design.control, design.treatment].map((name) => found.arms.find(({ variant }) => variant === name))
  const { arms, exposures, severalVariants, waiting } = found
  const common = { arms, exposures, severalVariants, waiting }
  // An arm nobody has completed is there with n = 0, and what is missing then is people, not a metric.
  if (!control || !treatment || control.n + treatment.n === 0)
    return { data: await tooLittle(scope, { ...run, metric, until: readThrough(run.plan, scope.now()) }, exposures), ...common }
  const { data, how } = measureArms(metric, { control, treatment }, design.daysBefore)
  if (found.cap === undefined) return { data, how, ...common }
  const plain = await askArms(scope, run, { metric, capAt: null })
  const [c, t] = [design.control, design.treatment].map((name) => plain.arms.find(({ variant }) => variant === name)!)
  const uncapped = measureArms(metric, { control: c!, treatment: t! }, design.daysBefore).data
  return { data, uncapped, how: [describeCap(capAt!, found), ...how], ...common }
}

function askArms(scope: Scope, { plan, design }: Run, { metric, capAt }: { metric: MetricDefinition; capAt: number | null }) {
  const { exposureEvent: event, variantProperty, control, treatment, windowDays, daysBefore } = design
  const to = readThrough(plan, scope.now())
  return scope.services.warehouse.experimentArms(scope.workspaceId, {
    metric,
    exposure: { event, variantProperty, control, treatment },
    period: { from: new Date(`${plan.startedOn}T00:00:00Z`), to, asOf: to },
    windowDays,
    ...(daysBefore !== null && { preDays: daysBefore }),
    ...(capAt !== null && { winsorQuantile: capAt }),
  })
}

function describeCap(capAt: number, { cap = 0, capped = 0 }: ExperimentArms) {
  const [limit, percentile] = [cap.toLocaleString('en-GB', { maximumSignificantDigits: 4 }), Number((100 * capAt).toPrecision(6))]
  const touched = `that touched ${capped.toLocaleString('en-GB')} ${capped === 1 ? 'person' : 'people'}`
  return `Values above ${limit} count as ${limit} (percentile ${percentile} of what is not 0, both groups together); ${touched}.`
}

async function measureSeries(scope: Scope, plan: Plan, metric: MetricDefinition): Promise<Measured> {
  if (plan.design.kind !== 'before-after') return { data: { kind: 'not-measured', because: 'The plan is no before/after comparison.' } }
  const started = new Date(`${plan.startedOn}T00:00:00Z`)
  const to = readThrough(plan, scope.now())
  const from = beforeTheChange(started, plan.design.weeksBefore, metric.granularity)
  const all = await scope.services.warehouse.series(scope.workspaceId, metric, { from, to, asOf: to })
  const { points, places, gaps } = valuedPoints(all, (at) => isMixed(at, started, metric.granularity))
  const changeAt = points.findIndex(({ at }) => at >= started)
  if (changeAt < 1)
    return {
      data: {
        kind: 'not-measured',
        because: points.length === 0 ? 'The metric has no values in the plan’s period.' : 'No whole period has passed since the launch.',
      },
      points,
      changeAt,
    }
  return {
    data: seriesData(metric, points, { changeAt, places, trend: true, ...seasonOf(plan.design, metric.granularity) }),
    how: describeGaps(gaps, metric.granularity),
    points,
    changeAt,
  }
}

function describeGaps(gaps: number, granularity: Granularity) {
  if (gaps === 0) return []
  return [`${gaps} ${granularity}${gaps === 1 ? '' : 's'} without anybody to count ${gaps === 1 ? 'is' : 'are'} left out.`]
}

type Shape = { changeAt: number; places: number[]; trend: true; season?: { period: number; shape: 'dummies' } }

/** Counts are compared as counts, with the people behind them where the metric is so many per person. */
function seriesData(metric: MetricDefinition, points: Point[], shape: Shape): MetricData {
  if (metric.kind === 'engagement') {
    const exposures = points.map(({ people }) => people)
    return { kind: 'counts', counts: points.map(({ value, people }) => Math.round(value! * people)), exposures, ...shape }
  }
  const values = points.map(({ value }) => value!)
  return metric.kind === 'adoption' && metric.measure === 'people'
    ? { kind: 'counts', counts: values, ...shape }
    : { kind: 'series', values, ...shape }
}
