import { isShare } from '#domain/business/metric.ts'
import { fewestWeeksBefore, mayBeCapped } from '#domain/business/success-plan.ts'
import type { MetricRow } from '../outcomes/queries.ts'
import type { NewPlan, Plan } from './queries.ts'

/** What a plan needs to know of a metric. */
export type PlanMetric = Pick<MetricRow, 'id' | 'key' | 'name' | 'direction' | 'unit' | 'definition'>
export type Amount = { metric: string; amount: number | null; kind: 'absolute' | 'relative' }

type Emptied = 'windowDays' | 'weeksBefore'
/** A design while it is written: a number may be empty for a moment. */
type Draft<Design> = Design extends unknown ? { [Name in keyof Design]: Name extends Emptied ? number | null : Design[Name] } : never
export type DesignDraft = Draft<Plan['design']>
export type ExperimentDraft = Extract<DesignDraft, { kind: 'experiment' }>
export type BeforeAfterDraft = Extract<DesignDraft, { kind: 'before-after' }>

export type PlanDraft = {
  success: Amount
  design: DesignDraft
  guardrails: Amount[]
  checkDate: string | null
  plannedPeople: number | null
  rest: Pick<NewPlan, 'alpha' | 'power'>
}

const WEEKS_AHEAD = 6
const DAY_MS = 24 * 3600 * 1000
export const usualDaysBefore = 7
export const usualCap = 0.999

export const experiment: ExperimentDraft = {
  kind: 'experiment',
  exposureEvent: '',
  variantProperty: 'variant',
  control: 'control',
  treatment: 'treatment',
  windowDays: 14,
  daysBefore: usualDaysBefore,
  capAt: null,
}

/** Half a year, or as long as the metrics need. */
export const beforeAfterFor = (fewestWeeks: number): BeforeAfterDraft => ({
  kind: 'before-after',
  weeksBefore: Math.max(26, fewestWeeks),
  season: 'none',
})

type Scaled = { metrics: PlanMetric[]; design: { kind: Plan['design']['kind'] } }

/** Shares and relative effects are written as points and per cent, and kept as parts of one. An experiment compares shares of its groups. */
export function scaleOf({ metric, kind }: Pick<Amount, 'metric' | 'kind'>, { metrics, design }: Scaled) {
  const found = metrics.find(({ key }) => key === metric)
  if (kind === 'relative') return { by: 100, unit: '%' }
  if (found && isShare(found.definition, design)) return { by: 100, unit: 'points' }
  return { by: 1, unit: found?.unit ?? '' }
}

const FEWEST_POINTS = 0.1

/** What somebody probably meant who wrote a part of one where points or per cent stand; undefined for what is plausible. */
export function meantAmount({ amount }: Pick<Amount, 'amount'>, unit: string) {
  const isInHundredths = unit === 'points' || unit === '%'
  return isInHundredths && amount && amount < FEWEST_POINTS ? `${rounded(100 * amount)} ${unit}` : undefined
}

const rounded = (value: number) => Number(value.toPrecision(12))

function amountOf({ metricId, value, kind }: { metricId: string; value: number; kind: Amount['kind'] }, scaled: Scaled): Amount {
  const metric = scaled.metrics.find(({ id }) => id === metricId)?.key ?? metricId
  return { metric, kind, amount: rounded(value * scaleOf({ metric, kind }, scaled).by) }
}

export function blankDraft(metric: string, now = new Date()): PlanDraft {
  const checkDate = new Date(now.getTime() + WEEKS_AHEAD * 7 * DAY_MS).toISOString().slice(0, 10)
  const success = { metric, amount: null, kind: 'absolute' as const }
  return { success, design: experiment, guardrails: [], checkDate, plannedPeople: null, rest: {} }
}

export function draftOf(plan: Plan, metrics: PlanMetric[]): PlanDraft {
  const { metricId, smallestEffect, effectKind, design, guardrails, checkDate, alpha, power, plannedPeople } = plan
  const scaled = { metrics, design }
  return {
    success: amountOf({ metricId, value: smallestEffect, kind: effectKind }, scaled),
    design,
    guardrails: guardrails.map(({ metricId, margin, marginKind }) => amountOf({ metricId, value: margin, kind: marginKind }, scaled)),
    checkDate: checkDate.slice(0, 10),
    plannedPeople,
    rest: { alpha, power },
  }
}

function metricsOf({ success, guardrails }: Pick<PlanDraft, 'success' | 'guardrails'>, metrics: PlanMetric[]) {
  return metrics.filter(({ key }) => [success, ...guardrails].some(({ metric }) => metric === key))
}

/** Whether any metric of the plan has a tail that a cap could cut. */
export function hasTail(draft: Pick<PlanDraft, 'success' | 'guardrails'>, metrics: PlanMetric[]) {
  return metricsOf(draft, metrics).some(({ definition }) => mayBeCapped(definition))
}

/** Weeks before the change that the slowest metric of the plan needs. */
export function fewestWeeks(draft: Pick<PlanDraft, 'success' | 'guardrails'>, metrics: PlanMetric[]) {
  return Math.max(fewestWeeksBefore.day, ...metricsOf(draft, metrics).map(({ definition }) => fewestWeeksBefore[definition.granularity]))
}

const isWhole = ({ metric, amount }: Amount) => Boolean(metric) && amount !== null && amount >= 0
const isCount = (value: number | null | undefined) => Number.isInteger(value) && value! > 0

function isComplete(design: DesignDraft) {
  if (design.kind === 'before-after') return isCount(design.weeksBefore)
  const names = [design.exposureEvent, design.variantProperty, design.control, design.treatment]
  const { share = 0.5, daysBefore } = design
  return (
    names.every((name) => name.trim()) &&
    isCount(design.windowDays) &&
    share > 0 &&
    share < 1 &&
    (daysBefore === null || isCount(daysBefore))
  )
}

/** The plan as the server takes it; undefined while something is missing. */
export function planOf(
  { success, design, guardrails, checkDate, plannedPeople, rest }: PlanDraft,
  metrics: PlanMetric[],
): NewPlan | undefined {
  if (!checkDate || !isComplete(design) || ![success, ...guardrails].every(isWhole)) return undefined
  const value = (amount: Amount) => rounded(amount.amount! / scaleOf(amount, { metrics, design }).by)
  const isExperiment = design.kind === 'experiment'
  const fitting = isExperiment && !hasTail({ success, guardrails }, metrics) ? { ...design, capAt: null } : design
  return {
    ...rest,
    plannedPeople: isExperiment ? plannedPeople : null,
    metric: success.metric,
    smallestEffect: value(success),
    effectKind: success.kind,
    design: fitting as NewPlan['design'],
    guardrails: guardrails.map((one) => ({ metric: one.metric, margin: value(one), marginKind: one.kind })),
    checkDate,
  }
}
