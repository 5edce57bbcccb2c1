import { type Effect, soundEffect } from './estimates.ts'
import { type Refusal, refuse } from './refusal.ts'

/** What was believed of an effect before, as a normal: past effects of the same kind give its spread. */
export type NormalPrior = { mean: number; sd: number }

/**
 * The effect after weighing it with a prior: precision-weighted mean, standard error 1/√(1/s² + 1/τ²); its interval is a credible one
 * (normal–normal, GrowthBook `GaussianPrior`, MIT). Draws large effects of small samples towards what effects usually are.
 * Refuses as `soundEffect` does, and: “A prior needs a mean and a spread above 0.”
 */
export function updateByPrior({ effect, standardError, n }: Effect, prior: NormalPrior): Effect | Refusal {
  if (!(prior.sd > 0 && prior.sd < 1e145 && Math.abs(prior.mean) < 1e145)) return refuse('A prior needs a mean and a spread above 0.')
  // The weight of the data as a ratio of variances: neither 1e−300 nor 1e12 may overflow it.
  const weight = 1 / (1 + (standardError / prior.sd) ** 2)
  return soundEffect({
    effect: weight * effect + (1 - weight) * prior.mean,
    standardError: standardError * Math.sqrt(weight),
    degreesOfFreedom: Infinity,
    n,
  })
}
