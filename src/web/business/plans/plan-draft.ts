import { isShareMetric } from '../outcomes/metric-format.ts'
import type { MetricRow } from '../outcomes/queries.ts'
import type { NewPlan, Plan } from './queries.ts'

export type Amount = { metric: string; amount: number | null; kind: 'absolute' | 'relative' }
export type PlanDraft = {
  success: Amount
  design: NewPlan['design']
  guardrails: Amount[]
  checkDate: string | null
  rest: Pick<NewPlan, 'alpha' | 'power' | 'plannedPeople'>
}

const WEEKS_AHEAD = 6
const DAY_MS = 24 * 3600 * 1000

export const experiment: NewPlan['design'] = {
  kind: 'experiment',
  exposureEvent: '',
  variantProperty: 'variant',
  control: 'control',
  treatment: 'treatment',
  windowDays: 14,
}
export const beforeAfter: NewPlan['design'] = { kind: 'before-after', weeksBefore: 26, season: 'none' }

/** Shares and relative effects are written as points and per cent, and kept as parts of one. */
export function scaleOf({ metric, kind }: Pick<Amount, 'metric' | 'kind'>, metrics: MetricRow[]) {
  const found = metrics.find(({ key }) => key === metric)
  if (kind === 'relative') return { by: 100, unit: '%' }
  if (found && isShareMetric(found.definition)) return { by: 100, unit: 'points' }
  return { by: 1, unit: found?.unit ?? '' }
}

const rounded = (value: number) => Number(value.toPrecision(12))

function amountOf({ metricId, value, kind }: { metricId: string; value: number; kind: Amount['kind'] }, metrics: MetricRow[]): Amount {
  const metric = metrics.find(({ id }) => id === metricId)?.key ?? metricId
  return { metric, kind, amount: rounded(value * scaleOf({ metric, kind }, metrics).by) }
}

export function blankDraft(metric: string, now = new Date()): PlanDraft {
  const checkDate = new Date(now.getTime() + WEEKS_AHEAD * 7 * DAY_MS).toISOString().slice(0, 10)
  return { success: { metric, amount: null, kind: 'absolute' }, design: experiment, guardrails: [], checkDate, rest: {} }
}

export function draftOf(plan: Plan, metrics: MetricRow[]): PlanDraft {
  const { metricId, smallestEffect, effectKind, design, guardrails, checkDate, alpha, power, plannedPeople } = plan
  return {
    success: amountOf({ metricId, value: smallestEffect, kind: effectKind }, metrics),
    design: design as NewPlan['design'],
    guardrails: guardrails.map(({ metricId, margin, marginKind }) => amountOf({ metricId, value: margin, kind: marginKind }, metrics)),
    checkDate: checkDate.slice(0, 10),
    rest: { alpha, power, plannedPeople },
  }
}

const isWhole = ({ metric, amount }: Amount) => Boolean(metric) && amount !== null && amount >= 0
const isNamed = (design: NewPlan['design']) =>
  design.kind === 'before-after' ||
  [design.exposureEvent, design.variantProperty, design.control, design.treatment].every((name) => name.trim())

/** The plan as the server takes it; undefined while something is missing. */
export function planOf({ success, design, guardrails, checkDate, rest }: PlanDraft, metrics: MetricRow[]): NewPlan | undefined {
  if (!checkDate || !isNamed(design) || ![success, ...guardrails].every(isWhole)) return undefined
  const value = (amount: Amount) => rounded(amount.amount! / scaleOf(amount, metrics).by)
  return {
    ...rest,
    metric: success.metric,
    smallestEffect: value(success),
    effectKind: success.kind,
    design,
    guardrails: guardrails.map((one) => ({ metric: one.metric, margin: value(one), marginKind: one.kind })),
    checkDate,
  }
}
