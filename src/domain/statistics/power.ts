import { normalQuantile, normalUpperTail } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Error rates of a plan, whether it is looked at many times, and the treatment's share of the units (0.5 unless said). */
export type PowerPlan = { alpha: number; power: number; sequential?: boolean; treatmentShare?: number }

/** Spread of one arm's units: variance per unit of the control, and of the treatment if the effect changes it. */
export type Spread = { control: number; treatment: number; pooled: number }

/**
 * A mean (or ratio, by its delta-method variance) has the same spread in both arms; CUPED with correlation r leaves 1 − r² of it (Deng et
 * al., WSDM 2013).
 * Refuses: “Without any spread in the past there is nothing to plan with.” “The correlation with the time before must be below 1.”
 */
export function spreadOfMean({ variance, correlationBefore = 0 }: { variance: number; correlationBefore?: number }): Spread | Refusal {
  if (!(variance > 0 && Number.isFinite(variance))) return refuse('Without any spread in the past there is nothing to plan with.')
  const left = variance * (1 - correlationBefore ** 2)
  return left > 0 ? { control: left, treatment: left, pooled: left } : refuse('The correlation with the time before must be below 1.')
}

/**
 * Proportions from a baseline to baseline + effect, both shares: p(1 − p) for each and for their middle (R `power.prop.test`).
 * Refuses: “The baseline must be a share strictly between 0 and 1.” “The effect would take the share below 0 or above 1.”
 */
export function spreadOfProportion(baseline: number, effect: number): Spread | Refusal {
  const after = baseline + effect
  if (!(baseline > 0 && baseline < 1)) return refuse('The baseline must be a share strictly between 0 and 1.')
  if (!(after >= 0 && after <= 1)) return refuse('The effect would take the share below 0 or above 1.')
  const middle = (baseline + after) / 2
  return { control: baseline * (1 - baseline), treatment: after * (1 - after), pooled: middle * (1 - middle) }
}

// Beyond it whole units can no longer be told apart in a double.
const mostUnits = 2 ** 53

/**
 * Units of both arms together so that an effect of that size is found with the plan's power, by a two-sided test: the normal formula of R's
 * `power.prop.test`, plus z²/2 for the t-test's estimated spread where both arms share it (Guenther, Am Stat 1981).
 * For a sequential plan the critical value is that of the always-valid interval at its planned size, which ignores early stops.
 * Refuses: “An effect of 0 can never be found; say how much would be worth having.” “Alpha, power and the share of the treatment must lie
 * between 0 and 1.” “So small an effect takes more people than there are.”
 */
export function unitsFor(effect: number, spread: Spread, plan: PowerPlan): number | Refusal {
  const fault = findFault(effect, plan)
  if (fault) return fault
  const { critical, reach } = quantilesOf(plan)
  const { null: n, real } = perUnit(spread, plan)
  const units = ((critical * Math.sqrt(n) + reach * Math.sqrt(real)) / effect) ** 2
  if (!(units < mostUnits)) return refuse('So small an effect takes more people than there are.')
  return spread.control === spread.treatment ? units + critical ** 2 / 2 : units
}

/**
 * The effect that so many units of both arms find with the plan's power, in the unit of the spread: `unitsFor` solved for it (R
 * `power.prop.test`).
 * Refuses what `spreadAt` refuses, and: “Alpha, power and the share of the treatment must lie between 0 and 1.” “At least two units in each
 * group are needed to see any effect.”
 */
export function detectableEffect(units: number, spreadAt: (effect: number) => Spread | Refusal, plan: PowerPlan): number | Refusal {
  const fault = findFault(1, plan)
  if (fault) return fault
  if (!(units >= 4 && units < mostUnits)) return refuse('At least two units in each group are needed to see any effect.')
  const { critical, reach } = quantilesOf(plan)
  let effect = 0
  // The spread of a proportion depends a little on the effect; a few rounds settle it.
  for (let round = 0; round < 50; round++) {
    const spread = spreadAt(effect)
    if ('refused' in spread) return spread
    const { null: n, real } = perUnit(spread, plan)
    effect = (critical * Math.sqrt(n) + reach * Math.sqrt(real)) / Math.sqrt(Math.max(1, units - correction(spread, critical)))
  }
  return effect
}

/**
 * Power to find an effect with so many units: chance that the interval excludes 0, on either side (R `power.prop.test(strict = TRUE)`).
 * Refuses: “An effect of 0 can never be found; say how much would be worth having.” “Alpha, power and the share of the treatment must lie
 * between 0 and 1.” “At least two units in each group are needed to see any effect.”
 */
export function powerOf(effect: number, spread: Spread, { units, ...plan }: PowerPlan & { units: number }): number | Refusal {
  const fault = findFault(effect, plan)
  if (fault) return fault
  if (!(units >= 4 && units < mostUnits)) return refuse('At least two units in each group are needed to see any effect.')
  const { critical } = quantilesOf(plan)
  const { null: n, real } = perUnit(spread, plan)
  const effective = Math.max(1, units - correction(spread, critical))
  const [width, error, size] = [critical * Math.sqrt(n / effective), Math.sqrt(real / effective), Math.abs(effect)]
  return normalUpperTail((width - size) / error) + normalUpperTail((width + size) / error)
}

/** What the always-valid interval at its planned size uses instead of 1.96 (Waudby-Smith et al., arXiv:2103.06476, eq. 155 and 161). */
export function sequentialCriticalValue(alpha: number) {
  const depth = -2 * Math.log(alpha)
  const a = depth + Math.log(depth + 1)
  return Math.sqrt(((2 * (a + 1)) / a) * Math.log(Math.sqrt(a + 1) / alpha))
}

function correction(spread: Spread, critical: number) {
  return spread.control === spread.treatment ? critical ** 2 / 2 : 0
}

function quantilesOf({ alpha, power, sequential }: PowerPlan) {
  return { critical: sequential ? sequentialCriticalValue(alpha) : -normalQuantile(alpha / 2), reach: normalQuantile(power) }
}

/** Variance of the difference times the units of both arms, under no effect and under the effect. */
function perUnit({ control, treatment, pooled }: Spread, { treatmentShare = 0.5 }: PowerPlan) {
  const rest = 1 - treatmentShare
  return { null: pooled / treatmentShare + pooled / rest, real: treatment / treatmentShare + control / rest }
}

function findFault(effect: number, { alpha, power, treatmentShare = 0.5 }: PowerPlan) {
  if (!(Number.isFinite(effect) && effect !== 0)) return refuse('An effect of 0 can never be found; say how much would be worth having.')
  const inside = [alpha, power, treatmentShare].every((rate) => rate > 0 && rate < 1)
  return inside ? null : refuse('Alpha, power and the share of the treatment must lie between 0 and 1.')
}
