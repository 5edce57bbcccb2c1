import { chiSquareUpperTail, logGamma } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Units per arm, and the shares they were assigned with (any positive scale; an arm of weight 0 is left out). */
export type Assignment = { observed: readonly number[]; weights: readonly number[] }

export type SampleRatioTest = { statistic: number; degreesOfFreedom: number; p: number; state: SampleRatioState }

/** `mismatch` blocks a verdict, `doubtful` warns. */
export type SampleRatioState = 'fine' | 'doubtful' | 'mismatch'

/**
 * Chi-square test that the arms have the sizes they were assigned (Pearson 1900): one look, at the check date. Mismatch below p = 0.001,
 * doubtful below 0.01 (Fabijan et al., KDD 2019).
 * Refuses: “There must be one weight for each arm.” “The units of an arm must be a whole number, 0 or more.” “Weights must be 0 or more.”
 * “A split needs at least two arms with a weight above 0.” “An arm of weight 0 has units in it.”
 * An expected count below 5: “Too few people are assigned yet to check the split.”
 */
export function testSampleRatio(assignment: Assignment): SampleRatioTest | Refusal {
  const arms = armsWithWeight(assignment)
  if ('refused' in arms) return arms
  const total = sum(arms.observed)
  if (total * Math.min(...arms.shares) < 5) return refuse('Too few people are assigned yet to check the split.')
  const statistic = sum(arms.observed.map((count, arm) => (count - total * arms.shares[arm]!) ** 2 / (total * arms.shares[arm]!)))
  const degreesOfFreedom = arms.observed.length - 1
  const p = chiSquareUpperTail(statistic, degreesOfFreedom)
  return { statistic, degreesOfFreedom, p, state: sampleRatioState(p) }
}

/**
 * The same question asked after every batch (a day) without losing validity: Dirichlet–multinomial Bayes factor with a prior of `strength`
 * units at the intended shares (Lindon and Malek, NeurIPS 2022; strength 10,000 as GrowthBook). Slow on small samples, so use it beside
 * `testSampleRatio`.
 * In: units per arm and batch. Out: the running p after each batch.
 * Refuses as `testSampleRatio` does for any batch, but for small counts.
 */
export function testSampleRatioSequentially(
  { batches, weights }: { batches: readonly (readonly number[])[]; weights: readonly number[] },
  strength = 10_000,
): { logBayesFactor: number; p: number }[] | Refusal {
  const checked = batches.map((observed) => armsWithWeight({ observed, weights }))
  const fault = checked.find((arms) => 'refused' in arms)
  if (fault) return fault as Refusal
  let [prior, logBayesFactor, p] = [null as number[] | null, 0, 1]
  return (checked as CountedArms[]).map(({ observed, shares }) => {
    prior ??= shares.map((share) => share * strength)
    logBayesFactor += logMarginal(prior, observed) - sum(observed.map((count, arm) => count * Math.log(shares[arm]!)))
    prior = prior.map((weight, arm) => weight + observed[arm]!)
    p = Math.min(p, Math.exp(-logBayesFactor))
    return { logBayesFactor, p }
  })
}

/** What a p of the split means: `mismatch` below 0.001, `doubtful` below 0.01. */
export function sampleRatioState(p: number): SampleRatioState {
  if (p < 0.001) return 'mismatch'
  return p < 0.01 ? 'doubtful' : 'fine'
}

type CountedArms = { observed: number[]; shares: number[] }

function armsWithWeight({ observed, weights }: Assignment): CountedArms | Refusal {
  if (observed.length !== weights.length) return refuse('There must be one weight for each arm.')
  if (!observed.every((count) => Number.isInteger(count) && count >= 0))
    return refuse('The units of an arm must be a whole number, 0 or more.')
  if (!weights.every((weight) => Number.isFinite(weight) && weight >= 0)) return refuse('Weights must be 0 or more.')
  const used = weights.map((_, arm) => arm).filter((arm) => weights[arm]! > 0)
  if (used.length < 2) return refuse('A split needs at least two arms with a weight above 0.')
  if (observed.some((count, arm) => count > 0 && weights[arm] === 0)) return refuse('An arm of weight 0 has units in it.')
  const total = sum(weights)
  return { observed: used.map((arm) => observed[arm]!), shares: used.map((arm) => weights[arm]! / total) }
}

function logMarginal(prior: readonly number[], counts: readonly number[]) {
  const perArm = counts.map((count, arm) => logGamma(prior[arm]! + count) - logGamma(prior[arm]!))
  return logGamma(sum(prior)) - logGamma(sum(prior) + sum(counts)) + sum(perArm)
}

function sum(values: readonly number[]) {
  return values.reduce((total, value) => total + value, 0)
}
