import { type ExperimentDesign, type PlannedSize, sizeExperiment } from '#domain/business/success-plan-design.ts'
import { isRefusal, type Refusal, refuse } from '#domain/statistics/refusal.ts'
import type { Scope } from '../../scope.ts'
import { type Arrivals, type Experiment, findArrivals, findPast } from './past.ts'
import { findPlannedMetric, type PlanFacts, type PlannedMetric } from './plan-facts.ts'

export type ExperimentFacts = PlanFacts & { design: Experiment }
type Sized = { size: PlannedSize | Refusal; note: string; name: string; counted: number; design?: ExperimentDesign }

/** How many people the success of a plan takes, or the guardrail that takes more: the `hardest` of those. */
export async function sizePlan(scope: Scope, plan: ExperimentFacts, metric: PlannedMetric) {
  const arrivals = await findArrivals(scope, plan.design, metric.definition)
  const success = await sizeSuccess(scope, plan, { metric, arrivals })
  if (isRefusal(success.size)) return { arrivals, success, size: success.size, hardest: undefined }
  const guardrails: Sized[] = []
  for (const guardrail of plan.guardrails) guardrails.push(await sizeGuardrail(scope, plan, { guardrail, arrivals }))
  const size = guardrails.reduce((most, { size }) => (isRefusal(size) || size.people <= most.people ? most : size), success.size)
  return { arrivals, success, size, hardest: guardrails.find((one) => one.size === size) }
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
