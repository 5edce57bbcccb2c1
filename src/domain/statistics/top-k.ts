import { normalCdf, normalPdf } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'

/** A score known to a mean and a standard deviation, or its logarithm: ranks are the same on either scale. */
export type NormalScore = { mean: number; sd: number }

const STEPS = 400
const REACH = 8

/**
 * P(each of several independent normal scores is among the k largest), without chance: ∫ f_i(x) · P(at most k − 1 others exceed x) dx, the
 * others by the Poisson–binomial recursion, to about 1e−9 (order statistics of independent variables: David & Nagaraja 2003). For lognormal
 * scores give the parameters of the logarithm. Out: sums to k.
 * Refuses: “There is nothing to rank yet.” “Every score needs a spread above 0.” “The best are counted in whole numbers from 1.”
 */
export function chancesOfTopK(scores: readonly NormalScore[], k: number): number[] | Refusal {
  if (scores.length === 0) return refuse('There is nothing to rank yet.')
  if (!scores.every(({ mean, sd }) => sd > 0 && Math.abs(mean) < 1e100 && sd < 1e100)) return refuse('Every score needs a spread above 0.')
  if (!(Number.isInteger(k) && k >= 1)) return refuse('The best are counted in whole numbers from 1.')
  return k >= scores.length ? scores.map(() => 1) : scores.map((_, own) => chanceOf(scores, own, k))
}

// The trapezium rule on a normal integrand is as good as exact once the steps are fine.
function chanceOf(scores: readonly NormalScore[], own: number, k: number) {
  const { mean, sd } = scores[own]!
  const finest = Math.min(...scores.map((score) => score.sd)) / sd
  const steps = Math.min(20_000, Math.max(STEPS, Math.ceil((6 * REACH) / finest)))
  const width = (2 * REACH) / steps
  let sum = 0
  for (let at = 0; at <= steps; at++) {
    const z = -REACH + at * width
    const above = scores.flatMap((score, other) => (other === own ? [] : [normalCdf((score.mean - mean - sd * z) / score.sd)]))
    sum += normalPdf(z) * chanceOfFewer(above, k)
  }
  return sum * width
}

function chanceOfFewer(chances: readonly number[], k: number) {
  const exactly = new Float64Array(k)
  exactly[0] = 1
  for (const p of chances)
    for (let count = k - 1; count >= 0; count--) exactly[count] = exactly[count]! * (1 - p) + (count > 0 ? exactly[count - 1]! * p : 0)
  return exactly.reduce((sum, p) => sum + p, 0)
}

/**
 * P(A > B) of two independent normal scores: Φ((μ_A − μ_B)/√(σ_A² + σ_B²)) (Thurstone 1927).
 * Refuses where neither has a spread: “Every score needs a spread above 0.”
 */
export function chanceAGreater(a: NormalScore, b: NormalScore): number | Refusal {
  const spread = Math.hypot(a.sd, b.sd)
  if (!(spread > 0 && Number.isFinite(spread) && Number.isFinite(a.mean - b.mean))) return refuse('Every score needs a spread above 0.')
  return normalCdf((a.mean - b.mean) / spread)
}
