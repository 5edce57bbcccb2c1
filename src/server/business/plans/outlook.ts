import type { z } from 'zod'
import type { MetricDefinition } from '#domain/business/metric.ts'
import type { NewPlan } from '#domain/business/success-plan.ts'
import { type Baseline, sizeExperiment, stepWithin } from '#domain/business/success-plan-design.ts'
import { DAY_MS } from '#domain/dates.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import { findRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'
import { definitionOf } from '../metrics/queries.ts'

const WEEKS = 8
// Before anybody is exposed the spread per person is not known; counts and amounts per person rarely spread more than this.
const ASSUMED_SPREAD = 1.5

export type Outlook = { suffices: boolean | null; sentence: string; people: number | null; days: number | null }
type Facts = Pick<z.output<typeof NewPlan>, 'smallestEffect' | 'effectKind' | 'design' | 'alpha' | 'power' | 'checkDate'> & {
  metricId: string
  guardrails: unknown[]
}

/** Says before the launch how many people the plan needs, and whether the traffic of the last weeks brings them by the check date. */
export async function outlookOf(scope: Scope, plan: Facts): Promise<Outlook> {
  const definition = definitionOf(await findRecord(scope, 'metric', plan.metricId))
  return plan.design.kind === 'experiment' ? experimentOutlook(scope, plan, definition) : seriesOutlook(scope, plan, definition)
}

async function experimentOutlook(scope: Scope, plan: Facts, definition: MetricDefinition): Promise<Outlook> {
  const { warehouse } = scope.services
  const to = scope.now()
  const from = new Date(to.getTime() - WEEKS * 7 * DAY_MS)
  const [{ value }, exposed, usual] = await Promise.all([
    warehouse.total(scope.workspaceId, definition, { from, to, asOf: to }),
    plan.design.kind === 'experiment' ? warehouse.traffic(scope.workspaceId, plan.design.exposureEvent, WEEKS, to) : [],
    warehouse.traffic(scope.workspaceId, startingEvent(definition), WEEKS, to),
  ])
  if (value === null) return unknown('The metric has no value in the last eight weeks, so nobody can say how many people it takes.')
  const traffic = (exposed.some(({ people }) => people > 0) ? exposed : usual).map(({ people }) => people)
  const share = plan.design.kind === 'experiment' ? plan.design.share : undefined
  const design = {
    baseline: baselineOf(definition, value),
    scale: plan.effectKind,
    smallestEffect: plan.smallestEffect,
    alpha: plan.alpha,
    power: plan.power,
    looks: 'hybrid' as const,
    successMetrics: 1,
    rule: 'any' as const,
    guardrails: plan.guardrails.length,
    ...(share ? { treatmentShare: share } : {}),
  }
  const size = sizeExperiment(design, traffic)
  if (isRefusal(size)) return unknown(size.refused)
  const window = plan.design.kind === 'experiment' ? plan.design.windowDays : 0
  const left = Math.floor((Date.parse(`${plan.checkDate}T00:00:00Z`) - to.getTime()) / DAY_MS) - window
  const suffices = size.days !== null && size.days.usual <= left
  return { suffices, people: size.people, days: size.days?.usual ?? null, sentence: `${size.sentence} ${closing(suffices, left, window)}` }
}

function closing(suffices: boolean, left: number, window: number) {
  const until = `Until the check date there are ${Math.max(0, left)} days for people to come${window ? ` (their window of ${window} days must be over by then)` : ''}`
  return suffices
    ? `${until}: that suffices.`
    : `${until}: that is not enough. Look for a larger effect, a later check date or more traffic.`
}

async function seriesOutlook(scope: Scope, plan: Facts, definition: MetricDefinition): Promise<Outlook> {
  if (plan.design.kind !== 'before-after') return unknown('')
  const to = scope.now()
  const from = new Date(to.getTime() - plan.design.weeksBefore * 7 * DAY_MS)
  const points = (await scope.services.warehouse.series(scope.workspaceId, definition, { from, to, asOf: to })).filter(
    ({ value, complete }) => complete && value !== null,
  )
  const length = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS }[definition.granularity]
  const pointsAfter = Math.floor((Date.parse(`${plan.checkDate}T00:00:00Z`) - to.getTime()) / length)
  const step = stepWithin(pointsAfter, { values: points.map(({ value }) => value!), trend: true }, plan)
  if (isRefusal(step)) return unknown(step.refused)
  const wanted = plan.effectKind === 'relative' ? plan.smallestEffect * (points.at(-1)?.value ?? 0) : plan.smallestEffect
  const suffices = step <= wanted
  const shown = step.toLocaleString('en-GB', { maximumSignificantDigits: 2 })
  return {
    suffices,
    people: null,
    days: null,
    sentence: `With ${points.length} points before and ${Math.max(0, pointsAfter)} after, a step of ${shown} or more would be seen${suffices ? ': that suffices.' : ', which is more than the smallest effect worth having. A before/after comparison will probably be inconclusive.'}`,
  }
}

function baselineOf({ kind, ...definition }: MetricDefinition, value: number): Baseline {
  const isShare =
    kind === 'retention' || kind === 'conversion' || (kind === 'adoption' && 'measure' in definition && definition.measure === 'share')
  return isShare ? { kind: 'share', share: value } : { kind: 'mean', mean: value, variance: (ASSUMED_SPREAD * value) ** 2 }
}

/** The event that brings people into the metric: as many can be exposed as do it. */
function startingEvent(definition: MetricDefinition) {
  const selection = { adoption: 'among', retention: 'start', conversion: 'first', engagement: 'of', revenue: 'of' }[definition.kind]
  const named = (definition as unknown as Record<string, { event?: string }>)[selection]?.event
  return named ?? (definition as { of?: { event?: string } }).of?.event ?? ''
}

const unknown = (sentence: string): Outlook => ({ suffices: null, people: null, days: null, sentence })
