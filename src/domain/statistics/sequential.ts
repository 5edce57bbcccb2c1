import type { Effect, Interval } from './estimates.ts'

/** What must be fixed before the first look: alpha and the units of both arms together that the run is planned for. */
export type SequentialPlan = { alpha: number; plannedUnits: number }

/**
 * ρ² of the normal mixture, tightest at the planned size (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas,
 * "Time-uniform central limit theory and asymptotic confidence sequences", arXiv:2103.06476, eq. 161).
 */
function mixturePrecision(alpha: number, plannedUnits: number) {
  const depth = -2 * Math.log(alpha)
  return (depth + Math.log(depth + 1)) / plannedUnits
}

/**
 * Two-sided interval that holds at every look at once (asymptotic confidence sequence, ibid. eq. 9 and 155).
 * `effect.n` is the units of both arms so far. Always wider than the fixed interval; best near the planned size.
 */
export function alwaysValidInterval(effect: Effect, { alpha, plannedUnits }: SequentialPlan): Interval {
  const a = effect.n * mixturePrecision(alpha, plannedUnits)
  const width = effect.standardError * Math.sqrt(((2 * (a + 1)) / a) * Math.log(Math.sqrt(a + 1) / alpha))
  return { low: effect.effect - width, high: effect.effect + width }
}

/**
 * ln of the evidence against "the effect is `against`": an e-value's logarithm, whose inverse bounds the chance of ever being that large
 * (Waudby-Smith et al., arXiv:2103.06476).
 */
export function logEvidence(effect: Effect, plan: SequentialPlan & { against?: number }) {
  const a = effect.n * mixturePrecision(plan.alpha, plan.plannedUnits)
  const z = (effect.effect - (plan.against ?? 0)) / effect.standardError
  return (a * z * z) / (2 * (a + 1)) - Math.log(a + 1) / 2
}

/** p that holds at every look, of this look alone: 1/e-value (ibid.); carry its running minimum (`smallestSoFar`). */
export function alwaysValidP(effect: Effect, plan: SequentialPlan & { against?: number }) {
  return Math.min(1, Math.exp(-logEvidence(effect, plan)))
}

/** One-sided lower bound that holds at every look (ibid. eq. 134, ρ at 2 alpha): for guardrails. */
export function alwaysValidLowerBound(effect: Effect, { alpha, plannedUnits }: SequentialPlan) {
  const a = effect.n * mixturePrecision(2 * alpha, plannedUnits)
  return effect.effect - effect.standardError * Math.sqrt(((2 * (a + 1)) / a) * Math.log(1 + Math.sqrt(a + 1) / (2 * alpha)))
}

/**
 * One-sided p of "the effect is at most `against`": the least alpha whose lower bound clears it, ρ staying as planned (a ρ that moved with
 * alpha would not be one test).
 * Closed form of eq. 134 (ibid.) solved for alpha; 1 when the effect points the other way.
 */
export function alwaysValidPGreater(effect: Effect, { alpha, plannedUnits, against = 0 }: SequentialPlan & { against?: number }) {
  const z = (effect.effect - against) / effect.standardError
  if (z <= 0) return 1
  const a = effect.n * mixturePrecision(2 * alpha, plannedUnits)
  return Math.min(1, Math.sqrt(a + 1) / (2 * Math.expm1((z * z * a) / (2 * (a + 1)))))
}

/** Running minimum, look by look: what may be reported as the p of a sequence of looks. */
export function smallestSoFar(ps: readonly number[]): number[] {
  let least = 1
  return ps.map((p) => {
    least = Math.min(least, p)
    return least
  })
}

/** Alpha spent while running and at the one fixed test of the check date; the two add up, so the union bound holds the whole. */
export type HybridSplit = { running: number; atCheckDate: number }

/**
 * Splits alpha for "peek, then one almost full-strength test" (Eppo's sequential hybrid; union bound): a fifth to the looks (0.01 of 0.05),
 * which widens the final interval by 5 %.
 */
export function splitAlpha(alpha: number, runningShare = 0.2): HybridSplit {
  return { running: alpha * runningShare, atCheckDate: alpha * (1 - runningShare) }
}
