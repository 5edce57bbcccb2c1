import type { Interval } from '#domain/statistics/estimates.ts'
import { type Evidence, mirror, pAgainst } from '#domain/statistics/evidence.ts'
import { evidenceOf, isArms, type Looks } from '#domain/statistics/measurement.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import type { Measured } from '#domain/statistics/unassigned-evidence.ts'
import type { Guardrail, MetricData, NamedMetric, SuccessMetric } from './verdict-plan.ts'

export type SuccessState =
  | 'target-met'
  | 'better-size-unsettled'
  | 'better-below-target'
  | 'target-ruled-out'
  | 'worse'
  | 'unsettled'
  | 'not-enough-data'
  | 'not-measured'

export type GuardrailState = 'safe' | 'harmed' | 'deteriorated' | 'not-cleared' | 'not-enough-data' | 'not-measured'

/** What is known about one metric, in its own direction: a fall is negative even where less is better. */
export type Finding<State> = {
  key: string
  state: State
  estimate: number | null
  interval: Interval | null
  /** Of the interval: 0.95 is 95 %. One-sided ends for guardrails. */
  confidence: number | null
  p: number | null
  method: Evidence['method'] | null
  standardError: number | null
  units: number | null
  /** Shown as points: a difference of shares. */
  inPoints: boolean
  /** Why there is no state, or what weakens it. */
  reasons: string[]
  cautions: string[]
  /** How it was checked, as sentences. */
  how: string[]
  /** What a series was expected to be at each point after the change had there been none; empty for any other measurement. */
  expected: number[]
}

export type Look = { looks: Looks; alpha: number }

/** How much may be believed today: with what method, at which alpha, and the alpha of comparisons that are looked at once whatever the plan. */
export type Allowance = Look & { checkDateReached: boolean; wholeAlpha: number }

type Read = {
  metric: NamedMetric
  data: MetricData | undefined
  measured: Measured | null
  alpha: number
  reasons: string[]
  state: 'not-enough-data' | 'not-measured' | null
}

/** Findings of all success metrics, alpha shared between them when one of them is enough. */
export function findSuccess(
  metrics: SuccessMetric[],
  data: Record<string, MetricData>,
  { rule, allowance }: { rule: 'any' | 'all'; allowance: Allowance },
): Finding<SuccessState>[] {
  const reads = metrics.map((metric) => read(metric, data[metric.key], allowance))
  const levels = rule === 'any' ? shareAlpha(reads, metrics, allowance) : reads.map(({ alpha }) => alpha)
  return metrics.map((metric, at) => {
    const one = reads[at]!
    const interval = one.measured && oriented(one).interval(levels[at]!)
    const state = one.state ?? (one.measured!.objections.length ? 'unsettled' : successState(interval!, metric.smallestEffect))
    return finding(one, { state, interval, level: levels[at]! })
  })
}

/** A guardrail is a non-inferiority test at one-sided alpha, never corrected for how many there are (arXiv:2402.11609). */
export function findGuardrail(guardrail: Guardrail, data: MetricData | undefined, allowance: Allowance): Finding<GuardrailState> {
  const one = read(guardrail, data, allowance)
  const bounds = one.measured && oriented(one).bounds(one.alpha)
  const state = one.state ?? (one.measured!.objections.length ? 'not-cleared' : guardrailState(bounds!, guardrail.largestHarm))
  return finding(one, { state, interval: bounds, level: one.alpha })
}

/** The rule of the success metric, effects oriented so that + is good. */
export function successState({ low, high }: Interval, smallestEffect: number): SuccessState {
  if (low >= smallestEffect && low > 0) return 'target-met'
  if (high < 0) return 'worse'
  if (high < smallestEffect) return low > 0 ? 'better-below-target' : 'target-ruled-out'
  return low > 0 ? 'better-size-unsettled' : 'unsettled'
}

export function guardrailState({ low, high }: Interval, largestHarm: number): GuardrailState {
  if (low > -largestHarm) return 'safe'
  if (high < -largestHarm) return 'harmed'
  return high < 0 ? 'deteriorated' : 'not-cleared'
}

function read(metric: NamedMetric, data: MetricData | undefined, allowance: Allowance): Read {
  const { looks, alpha } = lookFor(data, allowance)
  const nothing = { metric, data, measured: null, alpha }
  if (!data || data.kind === 'not-measured')
    return { ...nothing, state: 'not-measured', reasons: [`“${metric.name}” was not measured${data ? `: ${data.because}` : '.'}`] }
  if (data.kind === 'too-little') return { ...nothing, state: 'not-enough-data', reasons: [`“${metric.name}”: ${data.because}`] }
  if (looks.kind === 'once' && !allowance.checkDateReached)
    return { ...nothing, state: 'not-enough-data', reasons: ['The check date has not come; this comparison is looked at once, then.'] }
  const measured = evidenceOf(data, { scale: metric.scale, looks })
  if (isRefusal(measured)) return { ...nothing, state: 'not-enough-data', reasons: [`“${metric.name}”: ${measured.refused}`] }
  const state = measured.missing.length ? ('not-enough-data' as const) : null
  return {
    ...nothing,
    measured,
    state,
    reasons: [...measured.missing, ...measured.objections].map((reason) => `“${metric.name}”: ${reason}`),
  }
}

/** Only arms assigned by chance have a method for many looks; series and groups wait for the check date and then have all of alpha. */
function lookFor(data: MetricData | undefined, { looks, alpha, wholeAlpha }: Allowance): Look {
  const mayPeek = data && data.kind !== 'not-measured' && data.kind !== 'too-little' && isArms(data)
  return mayPeek ? { looks, alpha } : { looks: { kind: 'once' }, alpha: wholeAlpha }
}

/** Holm's steps for one look, each metric's interval at the level its step is tested at; Bonferroni for running looks. */
function shareAlpha(reads: Read[], metrics: SuccessMetric[], { looks }: Allowance): number[] {
  const m = reads.length
  if (m === 1) return [reads[0]!.alpha]
  if (looks.kind === 'always') return reads.map(({ alpha }) => alpha / m)
  const ps = reads.map((one, at) => (one.measured ? pAgainst(oriented(one), metrics[at]!.smallestEffect) : 1))
  const order = ps.map((_, at) => at).sort((a, b) => ps[a]! - ps[b]!)
  const firstKept = order.findIndex((at, rank) => ps[at]! > reads[at]!.alpha / (m - rank))
  const rejected = firstKept < 0 ? m - 1 : firstKept
  return reads.map(({ alpha }, at) => alpha / (m - Math.min(order.indexOf(at), rejected)))
}

function oriented({ metric, measured }: Read) {
  return metric.direction === 'down' ? mirror(measured!.evidence) : measured!.evidence
}

// JSON keeps no −0, and a verdict must come back from the database as it went in.
const positiveZero = 0
const turned = ({ low, high }: Interval) => ({ low: positiveZero - high, high: positiveZero - low })

function finding<State>(
  { metric, data, measured, reasons }: Read,
  { state, interval, level }: { state: State; interval: Interval | null; level: number },
): Finding<State> {
  const evidence = measured?.evidence
  const inPoints = metric.scale === 'absolute' && (metric.unit === 'share' || data?.kind === 'proportion')
  return {
    key: metric.key,
    state,
    estimate: evidence ? evidence.estimate + positiveZero : null,
    interval: interval && metric.direction === 'down' ? turned(interval) : interval,
    confidence: evidence ? 1 - level : null,
    p: evidence?.p ?? null,
    method: evidence?.method ?? null,
    standardError: evidence?.standardError ?? null,
    units: evidence?.units ?? null,
    inPoints,
    reasons,
    cautions: measured?.cautions ?? [],
    how: measured?.how ?? [],
    expected: measured?.expected ?? [],
  }
}
