import {
  arriving as arrivingWithin,
  type ExperimentDesign,
  type PlannedSize,
  sizeExperiment,
} from '#domain/business/success-plan-design.ts'
import { DAY_MS } from '#domain/dates.ts'
import { isRefusal, type Refusal, refuse } from '#domain/statistics/refusal.ts'
import type { Scope } from '../../scope.ts'
import { exposureDoubts } from './exposure.ts'
import { type Arrivals, type Experiment, findArrivals, findPast } from './past.ts'
import { peopleInTime } from './people-in-time.ts'
import { findPlannedMetric, type PlanFacts, type PlannedMetric } from './plan-facts.ts'
import { seriesOutlook } from './series-outlook.ts'

/** `arriving` is how many people will have come in by the check date if the traffic stays as it was. */
export type Outlook = {
  suffices: boolean | null
  sentence: string
  people: number | null
  days: number | null
  arriving: number | null
  /** What looks mistyped, as sentences. */
  doubts: string[]
}

/** Says before the launch how many people the plan needs, whether the traffic of the last weeks brings them by the check date, and what looks mistyped. */
export async function outlookOf(scope: Scope, plan: PlanFacts): Promise<Outlook> {
  const doubts = plan.design.kind === 'experiment' ? await exposureDoubts(scope, plan.design) : []
  return { ...(await trafficOutlook(scope, plan)), doubts }
}

type TrafficOutlook = Omit<Outlook, 'doubts'>

async function trafficOutlook(scope: Scope, plan: PlanFacts): Promise<TrafficOutlook> {
  const metric = await findPlannedMetric(scope, plan.metricId)
  const { design } = plan
  if (design.kind === 'experiment') return experimentOutlook(scope, { ...plan, design }, metric)
  return { people: null, days: null, arriving: null, ...(await seriesOutlook(scope, { ...plan, design }, metric.definition)) }
}

type ExperimentFacts = PlanFacts & { design: Experiment }
type Sized = { size: PlannedSize | Refusal; note: string; name: string; counted: number; design?: ExperimentDesign }

async function experimentOutlook(scope: Scope, plan: ExperimentFacts, metric: PlannedMetric): Promise<TrafficOutlook> {
  const { design } = plan
  const arrivals = await findArrivals(scope, design, metric.definition)
  const left = daysLeft(plan, scope.now())
  const arriving = Math.floor(arrivingWithin(Math.max(0, left), arrivals.weekly))
  const success = await sizeSuccess(scope, plan, { metric, arrivals })
  if (isRefusal(success.size)) return { suffices: null, people: null, days: null, arriving, sentence: success.size.refused }
  const guardrails: Sized[] = []
  for (const guardrail of plan.guardrails) guardrails.push(await sizeGuardrail(scope, plan, { guardrail, arrivals }))
  const size = guardrails.reduce((most, { size }) => (isRefusal(size) || size.people <= most.people ? most : size), success.size)
  const hardest = guardrails.find((one) => one.size === size)
  const found = peopleInTime({
    size,
    byGuardrail: hardest !== undefined,
    design,
    success: success.design,
    arrivals,
    counted: arrivals.haveMet ? success.counted : 0,
    left,
  })
  const named = hardest ? `“${hardest.name}” needs the most of them. ` : ''
  const sentence = `${size.sentence} ${named}${(hardest ?? success).note} ${found.sentence}`
  return { suffices: found.suffices, people: size.people, days: size.days, arriving, sentence }
}

const nothingKnown = 'The metric has no value in the last eight weeks, so nobody can say how many people it takes.'

function sizeSuccess(scope: Scope, plan: ExperimentFacts, { metric, arrivals }: { metric: PlannedMetric; arrivals: Arrivals }) {
  const { smallestEffect: size, effectKind: scale, alpha } = plan
  return sizeFor(scope, plan, { metric, arrivals, effect: { size, scale, isLoss: false }, alpha })
}

/** People until a guardrail's loss beyond its margin is excluded when there is none: one-sided, at all of alpha. */
async function sizeGuardrail(
  scope: Scope,
  plan: ExperimentFacts,
  {
    guardrail: { metricId, margin: size, marginKind: scale },
    arrivals,
  }: { guardrail: PlanFacts['guardrails'][number]; arrivals: Arrivals },
) {
  const metric = await findPlannedMetric(scope, metricId)
  return sizeFor(scope, plan, { metric, arrivals, effect: { size, scale, isLoss: true }, alpha: 2 * plan.alpha })
}

type Sought = {
  metric: PlannedMetric
  arrivals: Arrivals
  effect: { size: number; scale: ExperimentDesign['scale']; isLoss: boolean }
  alpha: number
}

async function sizeFor(scope: Scope, plan: ExperimentFacts, { metric, arrivals, effect, alpha }: Sought): Promise<Sized> {
  const { name, direction, definition } = metric
  const past = await findPast(scope, definition, { design: plan.design, of: arrivals.of })
  if (!past) return { name, note: '', counted: 0, size: refuse(nothingKnown) }
  const rises = (direction === 'up') !== effect.isLoss
  const smallestEffect = rises ? effect.size : -effect.size
  const design = { ...designOf(plan), alpha, baseline: past.baseline, scale: effect.scale, smallestEffect }
  return { name, note: past.note, counted: past.counted, design, size: sizeExperiment(design, arrivals.weekly) }
}

function designOf({
  power,
  guardrails,
  design,
}: ExperimentFacts): Omit<ExperimentDesign, 'alpha' | 'baseline' | 'scale' | 'smallestEffect'> {
  const common = { power, looks: 'hybrid' as const, successMetrics: 1, rule: 'any' as const, guardrails: guardrails.length }
  return { ...common, ...(design.share !== undefined && { treatmentShare: design.share }) }
}

function daysLeft({ checkDate, design }: ExperimentFacts, now: Date) {
  return Math.floor((Date.parse(`${checkDate}T00:00:00Z`) - now.getTime()) / DAY_MS) - design.windowDays
}

const fewestPlanned = 100
const mostPlanned = 1_000_000_000
const plannedWithoutPast = 1_000

/**
 * How many people the looks of an experiment are tuned to where nobody said: as many as the outlook needs, else as many as will come, else a
 * number that suits most. The error promised holds whatever it is; far from the truth the interval while running is wider.
 */
export async function plannedPeopleOf(scope: Scope, plan: PlanFacts) {
  const { people, arriving } = await trafficOutlook(scope, plan)
  return Math.min(mostPlanned, Math.max(fewestPlanned, people ?? (arriving || plannedWithoutPast)))
}
