import { isRefusal } from '#domain/statistics/refusal.ts'
import { type SampleRatioState, sampleRatioState, testSampleRatio, testSampleRatioSequentially } from '#domain/statistics/sample-ratio.ts'
import { splitAlpha } from '#domain/statistics/sequential.ts'
import { type Claim, claimOf, type Found } from './verdict-claim.ts'
import { type Allowance, type Finding, findGuardrail, findSuccess, type GuardrailState, type SuccessState } from './verdict-finding.ts'
import { describeLook, type VerdictLook } from './verdict-look.ts'
import { falsePositiveRisk, unitsStillNeeded } from './verdict-outlook.ts'
import type { VerdictData, VerdictPlan } from './verdict-plan.ts'
import { describeEffect, describeGuardrail, describeSuccess } from './verdict-sentence.ts'

export type VerdictState = 'worked' | 'did-not-work' | 'harmed' | 'inconclusive' | 'not-enough-data' | 'not-measured'

export type Verdict = {
  state: VerdictState
  /** The verdict and how strong a claim it is, fit to show. */
  sentence: string
  /** What decided it, one sentence each, the weightiest first. */
  reasons: string[]
  cautions: string[]
  /** Null where there is nothing to claim, or the data are not what was promised. */
  claim: Claim | null
  look: VerdictLook
  /** How it was measured and checked: adjusted, capped, held against fake dates, and what it would be without the cap. */
  how: string[]
  success: Finding<SuccessState>[]
  guardrails: Finding<GuardrailState>[]
  sampleRatio: { p: number; state: SampleRatioState } | null
  /** How often a win like this is no win at all, given the past win rate; null unless it worked and the rate is known. */
  falsePositiveRisk: number | null
  /** Units of both arms still needed for the planned power; null where unknown or not needed. */
  unitsStillNeeded: number | null
}

type Known = {
  plan: VerdictPlan
  data: VerdictData
  success: Finding<SuccessState>[]
  guardrails: Finding<GuardrailState>[]
  sampleRatio: Verdict['sampleRatio']
}

/**
 * The verdict on a plan from data, by a rule nobody can bend afterwards: invalid → harmed → no data → worked → did not work →
 * inconclusive, the first that holds. Pure: the same plan and data always give the same verdict. Ship rule after Schultzberg, Ankargren,
 * Frånberg, "Risk-aware product decisions in A/B tests with multiple metrics" (arXiv:2402.11609).
 */
export function judge({ plan, data }: { plan: VerdictPlan; data: VerdictData }): Verdict {
  const allowance = allowanceOf(plan, data)
  const known: Known = {
    plan,
    data,
    success: findSuccess(plan.success, data.measurements, { rule: plan.rule, allowance }),
    guardrails: plan.guardrails.map((one) => findGuardrail(one, data.measurements[one.key], allowance)),
    sampleRatio: checkSplit(data),
  }
  const spoilt = invalid(known)
  const { state, reasons } = spoilt ?? decide(known)
  const claim = claimOf(data.design, {
    measurements: plan.success.flatMap(({ key }) => data.measurements[key] ?? []),
    found: foundBy[state] ?? 'open',
    daysLate: data.daysLate,
  })
  const needed = state === 'inconclusive' && !spoilt ? unitsStillNeeded(plan, known.success) : null
  const look = describeLook({ plan, data, allowance, success: known.success, needed })
  const isJudged = state !== 'not-measured' && state !== 'not-enough-data'
  const hasClaim = isJudged && !spoilt
  const opening = `${openings[state]}${look.kind === 'running' && isJudged ? ' so far' : ''}. ${reasons[0] ?? ''}`.trim()
  return {
    state,
    sentence: hasClaim ? `${opening} ${claim.sentence}` : opening,
    reasons,
    cautions: cautionsOf(known, claim),
    claim: hasClaim ? claim : null,
    look,
    how: [...data.how, ...checksOf(known), ...withoutCap(plan, data, allowance)],
    success: known.success,
    guardrails: known.guardrails,
    sampleRatio: known.sampleRatio,
    falsePositiveRisk: state === 'worked' ? falsePositiveRisk(plan) : null,
    unitsStillNeeded: needed,
  }
}

/** How the metrics were checked, each named where there are several. */
function checksOf({ plan, success, guardrails }: Known) {
  const named = [...plan.success, ...plan.guardrails].map(({ name }, at) => ({ name, how: [...success, ...guardrails][at]!.how }))
  return named.flatMap(({ name, how }) => how.map((sentence) => (named.length > 1 ? `“${name}”: ${sentence}` : sentence)))
}

/** A cap hides what lies above it, so the effect without it stands beside. */
function withoutCap({ success, rule }: VerdictPlan, { uncapped }: VerdictData, allowance: Allowance) {
  const capped = success.filter(({ key }) => uncapped[key])
  const found = findSuccess(capped, uncapped, { rule, allowance })
  return capped.map((metric, at) => `Without the cap, “${metric.name}”: ${describeEffect(metric, found[at]!)}.`)
}

const openings: Record<VerdictState, string> = {
  worked: 'Worked',
  'did-not-work': 'Did not work',
  harmed: 'Harmed',
  inconclusive: 'Inconclusive',
  'not-enough-data': 'Not enough data',
  'not-measured': 'Not measured',
}

const foundBy: Partial<Record<VerdictState, Found>> = { worked: 'effect', harmed: 'effect', 'did-not-work': 'no-effect' }

type Decided = { state: VerdictState; reasons: string[] }

function decide(known: Known): Decided {
  return harmed(known) ?? lacking(known) ?? settled(known) ?? inconclusive(known)
}

function invalid({ plan, data, sampleRatio, success }: Known): Decided | null {
  const split =
    sampleRatio?.state === 'mismatch' ? ['The groups do not have the sizes they were assigned, so they cannot be compared.'] : []
  const alone = success.some(({ method }) => method === 'before-after') ? data.otherLaunches : []
  const [first, ...rest] = [...data.broken, ...split, ...alone]
  return first ? { state: 'inconclusive', reasons: [naming(plan, first), ...rest] } : null
}

/** A reason that concerns all of the data says what was measured, as the reasons of a single metric do. */
function naming({ success }: VerdictPlan, reason: string) {
  const names = success.map(({ name }) => `“${name}”`).filter((name) => !reason.includes(name))
  return names.length ? `${names.join(' and ')}: ${reason}` : reason
}

function harmed({ plan, success, guardrails }: Known): Decided | null {
  const harm = plan.anyDeteriorationHarms ? ['harmed', 'deteriorated'] : ['harmed']
  const reasons = [
    ...plan.guardrails.flatMap((one, at) => (harm.includes(guardrails[at]!.state) ? [describeGuardrail(one, guardrails[at]!)] : [])),
    ...plan.success.flatMap((one, at) => (success[at]!.state === 'worse' ? [describeSuccess(one, success[at]!)] : [])),
  ]
  return reasons.length ? { state: 'harmed', reasons } : null
}

/** No success metric to go by: where all are needed, one that is missing is enough. */
function lacking({ plan, success }: Known): Decided | null {
  const needed = plan.rule === 'all' ? 1 : Math.max(1, success.length)
  for (const state of ['not-measured', 'not-enough-data'] as const) {
    const without = success.filter((one) => one.state === state)
    if (without.length >= needed || success.length === 0) return { state, reasons: reasonsOf(without) }
  }
  const none = success.every(({ state }) => state === 'not-measured' || state === 'not-enough-data')
  return none ? { state: 'not-enough-data', reasons: reasonsOf(success) } : null
}

function reasonsOf(findings: Finding<unknown>[]) {
  return findings.length ? [...new Set(findings.flatMap(({ reasons }) => reasons))] : ['The plan names no success metric.']
}

function settled({ plan, success, guardrails }: Known): Decided | null {
  const enough = (states: SuccessState[], rule: 'any' | 'all') =>
    rule === 'all' ? success.every(({ state }) => states.includes(state)) : success.some(({ state }) => states.includes(state))
  const reasons = plan.success.map((one, at) => describeSuccess(one, success[at]!))
  if (enough(['target-met'], plan.rule) && guardrails.every(({ state }) => state === 'safe'))
    return { state: 'worked', reasons: [...inOrder(reasons, success, 'target-met'), ...guardrailReasons({ plan, guardrails })] }
  // Where all must reach their target, one that cannot is enough to fail.
  const fails = enough(['target-ruled-out', 'better-below-target'], plan.rule === 'all' ? 'any' : 'all')
  return fails ? { state: 'did-not-work', reasons: [...reasons, ...guardrailReasons({ plan, guardrails })] } : null
}

function inOrder(reasons: string[], success: Finding<SuccessState>[], first: SuccessState) {
  return [...reasons.filter((_, at) => success[at]!.state === first), ...reasons.filter((_, at) => success[at]!.state !== first)]
}

function guardrailReasons({ plan, guardrails }: Pick<Known, 'plan' | 'guardrails'>) {
  return plan.guardrails.map((one, at) => describeGuardrail(one, guardrails[at]!))
}

function inconclusive({ plan, success, guardrails }: Known): Decided {
  const objections = success.flatMap(({ reasons }) => reasons)
  const blocking = plan.guardrails.flatMap((one, at) => (guardrails[at]!.state === 'safe' ? [] : [describeGuardrail(one, guardrails[at]!)]))
  const found = plan.success.map((one, at) => describeSuccess(one, success[at]!))
  const met = success.some(({ state }) => state === 'target-met')
  return { state: 'inconclusive', reasons: [...new Set([...objections, ...(met ? [...blocking, ...found] : [...found, ...blocking])])] }
}

/** What the look policy allows today. A plan without planned units cannot be tuned for many looks, so it is looked at once. */
function allowanceOf(plan: VerdictPlan, { checkDateReached }: VerdictData): Allowance {
  const { alpha, plannedUnits } = plan
  const split = splitAlpha(alpha)
  const common = { checkDateReached, wholeAlpha: alpha }
  if (plan.looks === 'once' || plannedUnits === null) return { looks: { kind: 'once' }, alpha, ...common }
  if (plan.looks === 'always') return { looks: { kind: 'always', alpha, plannedUnits }, alpha, ...common }
  if (checkDateReached) return { looks: { kind: 'once' }, alpha: split.atCheckDate, ...common }
  return { looks: { kind: 'always', alpha: split.running, plannedUnits }, alpha: split.running, ...common }
}

/** Sequentially while running, where daily counts are known; by chi-square at the check date. */
function checkSplit({ assignment, checkDateReached }: VerdictData): Verdict['sampleRatio'] {
  if (!assignment) return null
  const once = testSampleRatio(assignment)
  const running = assignment.batches ? testSampleRatioSequentially({ batches: assignment.batches, weights: assignment.weights }) : null
  const ps = [
    ...(isRefusal(once) || (!checkDateReached && running) ? [] : [once.p]),
    ...(running && !isRefusal(running) ? running.slice(-1).map(({ p }) => p) : []),
  ]
  const p = Math.min(...ps)
  return ps.length ? { p, state: sampleRatioState(p) } : null
}

function cautionsOf({ plan, success, guardrails, sampleRatio }: Known, claim: Claim) {
  const weaker =
    claim.design !== plan.design ? [`The plan was ${designNames[plan.design]}; what was done is ${designNames[claim.design]}.`] : []
  const split = claim.design === 'experiment' && !sampleRatio ? ['Whether the groups have their assigned sizes was not checked.'] : []
  const doubtful = sampleRatio?.state === 'doubtful' ? ['The sizes of the groups are a little off; look into the assignment.'] : []
  const once =
    plan.looks !== 'once' && plan.plannedUnits === null
      ? ['The plan does not say for how many people it was made, so it is looked at once.']
      : []
  return [...new Set([...weaker, ...split, ...doubtful, ...once, ...[...success, ...guardrails].flatMap(({ cautions }) => cautions)])]
}

const designNames = {
  experiment: 'an experiment',
  rollout: 'a staged roll-out',
  'comparison-group': 'a comparison group',
  'before-after': 'a before/after comparison',
}
