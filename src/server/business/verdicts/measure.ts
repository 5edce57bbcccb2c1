import type { MetricDefinition } from '#domain/business/metric.ts'
import type { MetricData } from '#domain/business/verdict-plan.ts'
import { DAY_MS } from '#domain/dates.ts'
import type { ArmStatistics, Point } from '#warehouse/events.ts'
import type { Scope } from '../../scope.ts'
import type { Plan } from '../plans/queries.ts'

export type Measured = {
  data: MetricData
  arms?: ArmStatistics[]
  exposures?: Exposure[]
  severalVariants?: number
  waiting?: number
  points?: Point[]
  changeAt?: number
}
export type Exposure = { day: Date; variant: string; people: number }

/** Until when the plan's data count: the check date, or now while it is still running. */
export function readThrough(plan: Plan, now: Date) {
  const check = new Date(Date.parse(`${plan.checkDate}T00:00:00Z`) + DAY_MS)
  return check < now ? check : now
}

/** One metric of a plan measured as its design asks, ready for the verdict's rule. */
export async function measure(scope: Scope, plan: Plan, definition: MetricDefinition): Promise<Measured> {
  return plan.design.kind === 'experiment' ? measureArms(scope, plan, definition) : measureSeries(scope, plan, definition)
}

async function measureArms(scope: Scope, plan: Plan, metric: MetricDefinition): Promise<Measured> {
  if (plan.design.kind !== 'experiment') return { data: { kind: 'not-measured', because: 'The plan is no experiment.' } }
  const { exposureEvent: event, variantProperty, control, treatment, windowDays } = plan.design
  const to = readThrough(plan, scope.now())
  const from = new Date(`${plan.startedOn}T00:00:00Z`)
  const found = await scope.services.warehouse.experimentArms(scope.workspaceId, {
    metric,
    exposure: { event, variantProperty, control, treatment },
    period: { from, to, asOf: to },
    windowDays,
  })
  const arm = (variant: string) => found.arms.find((one) => one.variant === variant)
  const [c, t] = [arm(control), arm(treatment)]
  const exposed = found.exposures.length > 0
  const because = exposed
    ? 'Nobody’s window has ended yet.'
    : `No “${event}” with the variant in “${variantProperty}” has come in since the launch.`
  const data = c && t ? armsData(metric, c, t) : emptyData(exposed, because)
  return { data, arms: found.arms, exposures: found.exposures, severalVariants: found.severalVariants, waiting: found.waiting }
}

/** Exposed but unfinished is too little data; never exposed is not measured. */
function emptyData(exposed: boolean, because: string): MetricData {
  const nobody = { successes: 0, trials: 0 }
  return exposed ? { kind: 'proportion', control: nobody, treatment: nobody } : { kind: 'not-measured', because }
}

function armsData(metric: MetricDefinition, control: ArmStatistics, treatment: ArmStatistics): MetricData {
  const both = <T>(shape: (arm: ArmStatistics) => T) => ({ control: shape(control), treatment: shape(treatment) })
  if (isShare(metric) || metric.kind === 'adoption')
    return { kind: 'proportion', ...both(({ n, sum, ratio }) => ({ successes: sum, trials: ratio ? ratio.denominatorSum : n })) }
  if (control.ratio && treatment.ratio)
    return {
      kind: 'ratio',
      ...both(({ n, sum, sumSquares, ratio }) => ({
        n,
        numerator: { n, sum, sumSquares },
        denominator: { n, sum: ratio!.denominatorSum, sumSquares: ratio!.denominatorSquares },
        crossProducts: ratio!.cross,
      })),
    }
  return { kind: 'mean', ...both(({ n, sum, sumSquares }) => ({ n, sum, sumSquares })) }
}

async function measureSeries(scope: Scope, plan: Plan, metric: MetricDefinition): Promise<Measured> {
  if (plan.design.kind !== 'before-after') return { data: { kind: 'not-measured', because: 'The plan is no before/after comparison.' } }
  const started = new Date(`${plan.startedOn}T00:00:00Z`)
  const to = readThrough(plan, scope.now())
  const from = new Date(started.getTime() - plan.design.weeksBefore * 7 * DAY_MS)
  const all = await scope.services.warehouse.series(scope.workspaceId, metric, { from, to, asOf: to })
  const points = all.filter(({ complete, value }) => complete && value !== null)
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
  const season =
    plan.design.season === 'weekday' && metric.granularity === 'day' ? { season: { period: 7, shape: 'dummies' as const } } : {}
  return { data: { kind: 'series', values: points.map(({ value }) => value!), changeAt, trend: true, ...season }, points, changeAt }
}

export function isShare(metric: MetricDefinition) {
  return metric.kind === 'retention' || metric.kind === 'conversion' || (metric.kind === 'adoption' && metric.measure === 'share')
}
