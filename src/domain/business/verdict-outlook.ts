import { growthNeeded } from '#domain/statistics/power-midway.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import type { Finding, SuccessState } from './verdict-finding.ts'
import type { VerdictPlan } from './verdict-plan.ts'

/** Chance that a significant win is false, from the past win rate (Kohavi, Deng, Vermeer, KDD 2022, "A/B testing intuition busters"). */
export function falsePositiveRisk({ alpha, power, pastWinRate }: Pick<VerdictPlan, 'alpha' | 'power' | 'pastWinRate'>) {
  if (pastWinRate === null) return null
  const [lucky, real] = [(alpha / 2) * (1 - pastWinRate), power * pastWinRate]
  return lucky / (lucky + real)
}

/**
 * Units of both arms still to come until each metric not yet met has the plan's power to show its smallest effect (or, if that is 0, the effect
 * seen), at the level of today's look; the most of them. Null where nothing can be said or nothing is needed.
 */
export function unitsStillNeeded({ success: metrics, power }: Pick<VerdictPlan, 'success' | 'power'>, found: Finding<SuccessState>[]) {
  const needs = metrics.map(({ smallestEffect }, at) => stillNeeded(found[at]!, { smallestEffect, power }))
  const most = Math.max(0, ...needs)
  return most > 0 && Number.isSafeInteger(most) ? most : null
}

function stillNeeded(
  { standardError, units, estimate, method, state, confidence }: Finding<SuccessState>,
  { smallestEffect, power }: { smallestEffect: number; power: number },
) {
  if (standardError === null || units === null || confidence === null || !grows(method) || state === 'target-met') return 0
  const sequential = method === 'always-valid' || method === 'exact-always-valid'
  const aim = smallestEffect || Math.abs(estimate ?? 0)
  const growth = growthNeeded({ standardError }, { aim, alpha: 1 - confidence, power, sequential })
  return isRefusal(growth) ? 0 : Math.ceil(units * growth)
}

/** Whether more people would narrow it: a series needs more time, a panel more groups. */
function grows(method: Finding<unknown>['method']) {
  return method !== 'before-after' && method !== 'placebo' && method !== 'untouched-series'
}
