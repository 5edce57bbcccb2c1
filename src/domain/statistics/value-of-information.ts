import { betaUpperTail, logBeta, normalCdf, normalPdf } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'

/** What choosing one option over the other brings, as known now: a normal with mean and standard deviation, in money or any unit. */
export type NormalBenefit = { mean: number; sd: number }

/** A rate known from `a − 1` hits and `b − 1` misses, worth `value × (rate − threshold)` when acted upon. */
export type RateBenefit = { a: number; b: number; threshold: number; value: number }

const spreadNeeded = 'The benefit needs a mean and a spread above 0; otherwise there is nothing to find out.'

/**
 * Expected value of perfect information about a benefit m ± s when the choice is to act or not: sφ(m/s) − |m|Φ(−|m|/s) (Raiffa & Schlaifer
 * 1961), in the benefit's unit. The ceiling of any research.
 * Refuses: “The benefit needs a mean and a spread above 0; otherwise there is nothing to find out.”
 */
export function normalEvpi(benefit: NormalBenefit): number | Refusal {
  return isSound(benefit) ? lossOf(benefit) : refuse(spreadNeeded)
}

/**
 * Expected value of a sample of n observations with standard deviation σ each: the same with the spread the sample would move the mean by,
 * s·√(s²/(s² + σ²/n)) (Raiffa & Schlaifer 1961).
 * Refuses as `normalEvpi` does, and: “A sample needs a size of at least 0 and a spread above 0.”
 */
export function normalEvsi(benefit: NormalBenefit, { n, sd }: { n: number; sd: number }): number | Refusal {
  if (!isSound(benefit)) return refuse(spreadNeeded)
  if (!(n >= 0 && n < 1e15 && sd > 0 && sd < 1e100)) return refuse('A sample needs a size of at least 0 and a spread above 0.')
  if (n === 0) return 0
  return lossOf({ mean: benefit.mean, sd: benefit.sd * Math.sqrt(1 / (1 + (sd / benefit.sd) ** 2 / n)) })
}

function isSound({ mean, sd }: NormalBenefit) {
  return sd > 0 && sd < 1e100 && Math.abs(mean) < 1e100
}

function lossOf({ mean, sd }: NormalBenefit) {
  const z = Math.abs(mean) / sd
  return Math.max(0, sd * normalPdf(z) - Math.abs(mean) * normalCdf(-z))
}

/**
 * Expected value of perfect information about a rate p ~ Beta(a, b) that pays V(p − c) when acted upon: V[p̄·P(p > c | a + 1, b) − c·P(p >
 * c | a, b)] − max(0, V(p̄ − c)) (Raiffa & Schlaifer 1961).
 * Refuses: “What is known of the rate needs hits and misses above 0.” “The rate at which acting pays lies between 0 and 1.” “The value of a
 * higher rate must be above 0.”
 */
export function rateEvpi({ a, b, threshold, value }: RateBenefit): number | Refusal {
  const fault = findRateFault({ a, b, threshold, value })
  if (fault) return fault
  const mean = a / (a + b)
  const informed = value * (mean * betaUpperTail(threshold, a + 1, b) - threshold * betaUpperTail(threshold, a, b))
  return Math.max(0, informed - Math.max(0, value * (mean - threshold)))
}

const LARGEST_SAMPLE = 100_000

/**
 * Expected value of n yes-or-no observations of that rate (Raiffa & Schlaifer 1961): Σ_k BetaBinomial(k) · max(0, V((a + k)/(a + b + n) −
 * c)) − max(0, V(p̄ − c)).
 * Refuses as `rateEvpi` does, and: “A sample is a whole number up to ….” (100,000)
 */
export function rateEvsi(benefit: RateBenefit, n: number): number | Refusal {
  const fault = findRateFault(benefit)
  if (fault) return fault
  if (!(Number.isInteger(n) && n >= 0 && n <= LARGEST_SAMPLE)) return refuse(`A sample is a whole number up to ${LARGEST_SAMPLE}.`)
  const { a, b, threshold, value } = benefit
  let informed = 0
  for (let k = 0; k <= n; k++) {
    const gain = value * ((a + k) / (a + b + n) - threshold)
    if (gain > 0) informed += gain * Math.exp(logBeta(a + k, b + n - k) - logBeta(a, b) - Math.log(n + 1) - logBeta(k + 1, n - k + 1))
  }
  return Math.max(0, informed - Math.max(0, value * (a / (a + b) - threshold)))
}

function findRateFault({ a, b, threshold, value }: RateBenefit): Refusal | null {
  if (!(a > 1e-6 && b > 1e-6 && a < 1e9 && b < 1e9)) return refuse('What is known of the rate needs hits and misses above 0.')
  if (!(threshold >= 0 && threshold <= 1)) return refuse('The rate at which acting pays lies between 0 and 1.')
  return value > 0 && value < 1e100 ? null : refuse('The value of a higher rate must be above 0.')
}

/** What a piece of research costs, and how many decisions or people its answer serves. All in the benefit's unit. */
export type ResearchCost = { scale: number; fixed: number; perObservation: number; delay: number }

export type ResearchSize = { n: number; evsi: number; net: number }

/**
 * Expected net benefit of sampling (Raiffa & Schlaifer 1961): EVSI(n) · scale − fixed − n · cost of one − cost of the delay, for each n
 * offered, and the best of them. More research is worth it if and only if `best.net` > 0. In: EVSI as a function of n.
 * Refuses as that function, and: “Costs and scale are at least 0.” “Name at least one size of the research.”
 */
export function netBenefitOfSampling(
  evsi: (n: number) => number | Refusal,
  { scale, fixed, perObservation, delay }: ResearchCost,
  sizes: readonly number[],
): { sizes: ResearchSize[]; best: ResearchSize } | Refusal {
  if (![scale, fixed, perObservation, delay].every((cost) => cost >= 0 && cost < 1e100)) return refuse('Costs and scale are at least 0.')
  if (sizes.length === 0) return refuse('Name at least one size of the research.')
  const found: ResearchSize[] = []
  for (const n of sizes) {
    const worth = evsi(n)
    if (typeof worth !== 'number') return worth
    found.push({ n, evsi: worth, net: worth * scale - (n === 0 ? 0 : fixed + n * perObservation + delay) })
  }
  return { sizes: found, best: found.reduce((best, size) => (size.net > best.net ? size : best)) }
}
