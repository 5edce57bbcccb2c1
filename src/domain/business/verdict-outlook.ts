import { normalQuantile } from '#domain/statistics/distributions.ts'
import { sequentialCriticalValue } from '#domain/statistics/power.ts'
import type { Finding, SuccessState } from './verdict-finding.ts'
import type { VerdictPlan } from './verdict-plan.ts'

/** Chance that a significant win is false, from the past win rate (Kohavi, Deng, Vermeer, KDD 2022, "A/B testing intuition busters"). */
export function falsePositiveRisk({ alpha, power, pastWinRate }: Pick<VerdictPlan, 'alpha' | 'power' | 'pastWinRate'>) {
  if (pastWinRate === null) return null
  const [lucky, real] = [(alpha / 2) * (1 - pastWinRate), power * pastWinRate]
  return lucky / (lucky + real)
}

/**
 * Units of both arms still needed so that the plan's power holds for its smallest effect (or, if that is 0, for the effect seen) at the alpha of
 * today's look, from the standard error so far; the largest need of the metrics not yet met. Null where nothing can be said or nothing is needed.
 */
export function unitsStillNeeded(plan: VerdictPlan, { success, alpha }: { success: Finding<SuccessState>[]; alpha: number }) {
  const needs = plan.success.flatMap((metric, at) => {
    const { standardError, units, estimate, method, state } = success[at]!
    const aim = metric.smallestEffect || Math.abs(estimate ?? 0)
    if (standardError === null || units === null || aim === 0 || !grows(method) || state === 'target-met') return []
    const always = method === 'always-valid' || method === 'exact-always-valid'
    const z = (always ? sequentialCriticalValue(alpha) : -normalQuantile(alpha / 2)) + normalQuantile(plan.power)
    return [Math.ceil(units * ((z * standardError) / aim) ** 2) - units]
  })
  const most = Math.max(0, ...needs)
  return most > 0 && Number.isSafeInteger(most) ? most : null
}

/** Whether more people would narrow it: a series needs more time, a panel more groups. */
function grows(method: Finding<unknown>['method']) {
  return method !== 'before-after' && method !== 'placebo' && method !== 'untouched-series'
}
