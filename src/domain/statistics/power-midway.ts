import { normalQuantile, normalUpperTail } from './distributions.ts'
import type { Effect } from './estimates.ts'
import { sequentialCriticalValue } from './power.ts'
import { type Refusal, refuse } from './refusal.ts'
import { findRiseAbove } from './root-finding.ts'

/** The effect hoped for, in the unit of the effect seen, with alpha, power, and whether it is looked at any time. */
export type MidwayPlan = { aim: number; alpha: number; power: number; sequential?: boolean }

/**
 * How many times the units so far are still to come until an effect of that size would be found with the plan's power, from the standard
 * error so far: 0 when there are enough, 1 when as many again are needed (GrowthBook `midexperimentpower.py`, MIT).
 * Independent of the effect seen, so it may be asked at any time. A sequential plan is taken at its planned size.
 * Refuses: “An effect of 0 can never be found; say how much would be worth having.” “Without a standard error nothing can be planned from
 * it.” “Alpha and power must lie between 0 and 1, alpha below power.” An aim under 1e−5 standard errors: “The effect hoped for is too small
 * next to the noise ever to be found.”
 */
export function growthNeeded({ standardError }: Pick<Effect, 'standardError'>, plan: MidwayPlan): number | Refusal {
  const { aim, alpha, power, sequential } = plan
  if (!(Number.isFinite(aim) && aim !== 0)) return refuse('An effect of 0 can never be found; say how much would be worth having.')
  if (!(standardError > 0 && Number.isFinite(standardError))) return refuse('Without a standard error nothing can be planned from it.')
  if (!(alpha > 0 && alpha < 1 && power > alpha && power < 1)) return refuse('Alpha and power must lie between 0 and 1, alpha below power.')
  const critical = sequential ? sequentialCriticalValue(alpha) : -normalQuantile(alpha / 2)
  const signal = Math.abs(aim) / standardError
  if (!(signal > 1e-5)) return refuse('The effect hoped for is too small next to the noise ever to be found.')
  const powerAt = (growth: number) => {
    const reach = signal * Math.sqrt(1 + growth)
    return normalUpperTail(critical - reach) + normalUpperTail(critical + reach)
  }
  return powerAt(0) >= power ? 0 : findRiseAbove((growth) => powerAt(growth) - power, { low: 0, step: 1 })
}
