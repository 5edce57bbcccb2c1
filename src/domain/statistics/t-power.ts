import { logGamma, normalUpperTail, tQuantile } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'
import { findRiseAbove } from './root-finding.ts'

/** A two-sided t-test of two means: units in each arm, the difference over the standard deviation of a unit, and alpha. */
export type TTestPlan = { perArm: number; effect: number; alpha: number }

/**
 * Exact power of that test, where `powerOf` uses the normal formula: the chance of a significant difference in the right direction, from
 * the noncentral t with 2n − 2 degrees of freedom, by integrating the normal over the χ distribution of the estimated spread (Johnson,
 * Kotz, Balakrishnan 1995, section 31.2; R `power.t.test`). `perArm` need not be whole.
 * Refuses: “At least two units in each group are needed to see any effect.” “An effect of 0 can never be found; say how much would be worth
 * having.” “Alpha and power must lie between 0 and 1.”
 */
export function powerOfT({ perArm, effect, alpha }: TTestPlan): number | Refusal {
  const fault = findFault({ effect, alpha })
  if (fault) return fault
  if (!(perArm >= 2 && perArm < 1e12)) return refuse('At least two units in each group are needed to see any effect.')
  const degrees = 2 * perArm - 2
  const critical = -tQuantile(alpha / 2, degrees)
  const shift = Math.abs(effect) * Math.sqrt(perArm / 2)
  return Math.min(1, beyond(critical, shift, degrees))
}

/**
 * Units in each arm, not rounded, for that power: `powerOfT` solved for them (R `power.t.test`).
 * Refuses as `powerOfT` does, and: “Power lies between alpha and 1.” An effect under 1e−5: “So small an effect takes more people than there
 * are.”
 */
export function perArmForT({ effect, alpha, power }: Omit<TTestPlan, 'perArm'> & { power: number }): number | Refusal {
  const fault = findFault({ effect, alpha })
  if (fault) return fault
  if (!(power > alpha && power < 1)) return refuse('Power lies between alpha and 1.')
  if (Math.abs(effect) < 1e-5) return refuse('So small an effect takes more people than there are.')
  const at = (perArm: number) => powerOfT({ perArm, effect, alpha }) as number
  return at(2) >= power ? 2 : findRiseAbove((perArm) => at(perArm) - power, { low: 2, step: 4 })
}

function findFault({ effect, alpha }: Pick<TTestPlan, 'effect' | 'alpha'>) {
  if (!(Number.isFinite(effect) && effect !== 0)) return refuse('An effect of 0 can never be found; say how much would be worth having.')
  return alpha > 0 && alpha < 1 ? null : refuse('Alpha and power must lie between 0 and 1.')
}

const steps = 400
const reach = 12

/** P(T > critical) of a noncentral t: the mean of P(Z > critical · s − shift) over s = √(χ²/degrees), by Simpson's rule. */
function beyond(critical: number, shift: number, degrees: number) {
  const spread = 1 / Math.sqrt(2 * degrees)
  const low = Math.max(0, 1 - reach * spread)
  const width = (1 + reach * spread - low) / steps
  const lead = Math.LN2 + (degrees / 2) * Math.log(degrees / 2) - logGamma(degrees / 2)
  let [sum, mass] = [0, 0]
  for (let at = 0; at <= steps; at++) {
    const s = low + at * width
    const weight = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2
    const density = s === 0 ? 0 : weight * Math.exp(lead + (degrees - 1) * Math.log(s) - (degrees * s * s) / 2)
    mass += density
    sum += density * normalUpperTail(critical * s - shift)
  }
  // Divided by its own mass, so that rounding in `lead` for millions of degrees of freedom cancels.
  return sum / mass
}
