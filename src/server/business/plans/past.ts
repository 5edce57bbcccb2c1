import type { PlanDesign } from '#db/business-tables.ts'
import type { EventSelection, MetricDefinition } from '#domain/business/metric.ts'
import { mayBeCapped } from '#domain/business/success-plan.ts'
import { assumedBaseline, describeAssumption, measuredBaseline } from '#domain/business/success-plan-baseline.ts'
import type { Baseline } from '#domain/business/success-plan-design.ts'
import { DAY_MS } from '#domain/dates.ts'
import type { Scope } from '../../scope.ts'

export const WEEKS = 8
export type Experiment = Extract<PlanDesign, { kind: 'experiment' }>
/** Who would come in, and how many did in each of the last weeks; `haveMet` where they met the exposure event itself. */
export type Arrivals = { of: EventSelection; weekly: number[]; haveMet: boolean }
/** `counted` are those whose whole time to count lies in the past. */
export type Past = { baseline: Baseline; note: string; counted: number }

/** Those who met the exposure event, where there are any yet; else those who begin what the metric is about. */
export async function findArrivals(scope: Scope, design: Experiment, definition: MetricDefinition): Promise<Arrivals> {
  const { warehouse } = scope.services
  const isTold = { on: 'event' as const, property: design.variantProperty, is: 'set' as const }
  const ways: EventSelection[] = [{ event: design.exposureEvent, filters: [isTold] }, beginning(definition)]
  const [exposed, usual] = await Promise.all(ways.map((of) => warehouse.traffic(scope.workspaceId, of, WEEKS, scope.now())))
  const at = exposed!.some(({ people }) => people > 0) ? 0 : 1
  return { of: ways[at]!, weekly: [exposed, usual][at]!.map(({ people }) => people), haveMet: at === 0 }
}

/** The metric and its spread among those who came in the last weeks, measured as the experiment will measure it. */
export async function findPast(scope: Scope, metric: MetricDefinition, { design, of }: { design: Experiment; of: EventSelection }) {
  const { warehouse } = scope.services
  const now = scope.now()
  const { windowDays, daysBefore, capAt } = design
  const from = new Date(now.getTime() - (WEEKS * 7 + windowDays) * DAY_MS)
  const period = { from, to: now, asOf: now }
  const { arms } = await warehouse.experimentArms(scope.workspaceId, {
    metric,
    exposure: { ...of, control: 'everybody' },
    period,
    windowDays,
    ...(daysBefore !== null && { preDays: daysBefore }),
    ...(capAt !== null && mayBeCapped(metric) && { winsorQuantile: capAt }),
  })
  const arm = arms[0]!
  const baseline = measuredBaseline(metric, arm)
  const { n: counted } = arm
  if (baseline) return { baseline, counted, note: `How much people differ is measured on ${counted.toLocaleString('en-GB')} of them.` }
  return assume(metric, await warehouse.total(scope.workspaceId, metric, period))
}

function assume(metric: MetricDefinition, { value, people }: { value: number | null; people: number }): Past | null {
  const baseline = value === null ? null : assumedBaseline(metric, { value, people })
  return baseline && { baseline, counted: 0, note: describeAssumption(baseline) }
}

/** Who pays is not known before: anybody active may. */
function beginning(metric: MetricDefinition): EventSelection {
  switch (metric.kind) {
    case 'adoption':
      return metric.among
    case 'retention':
      return metric.start
    case 'conversion':
      return metric.first
    case 'engagement':
      return metric.of
    case 'revenue':
      return { filters: [] }
  }
}
