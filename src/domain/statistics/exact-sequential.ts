import { betaCdf, gammaP, gammaQ, logBeta, logGamma, normalCdf } from './distributions.ts'
import type { Interval } from './estimates.ts'
import { type Count, proportionOf } from './proportions.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { findRise, findRiseAbove } from './root-finding.ts'

// Uniform boundaries of Howard, Ramdas, McAuliffe, Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences"
// (Annals of Statistics 2021), as implemented in the authors' confseq (MIT). s is the sum of deviations, v its intrinsic variance.

/** ln of a mixture supermartingale at (s, v): never above ln(1/alpha) with chance more than alpha, over all time. */
export type LogMixture = (s: number, v: number) => number

/** ρ that makes the normal mixture tightest at variance v (Howard et al. 2021, section 3.5). For a one-sided boundary give 2 alpha. */
export function bestPrecision(v: number, alpha: number) {
  return v / (2 * Math.log(1 / alpha) + Math.log(1 + 2 * Math.log(1 / alpha)))
}

/** Two-sided normal mixture for sub-Gaussian sums, ρ from `bestPrecision` (Howard et al. 2021; confseq, MIT). */
export function normalMixture(rho: number): LogMixture {
  return (s, v) => 0.5 * Math.log(rho / (v + rho)) + (s * s) / (2 * (v + rho))
}

/** One-sided normal mixture for sub-Gaussian sums, ρ from `bestPrecision` at 2 alpha (Howard et al. 2021; confseq, MIT). */
export function oneSidedNormalMixture(rho: number): LogMixture {
  return (s, v) => 0.5 * Math.log((4 * rho) / (v + rho)) + (s * s) / (2 * (v + rho)) + Math.log(normalCdf(s / Math.sqrt(v + rho)))
}

/**
 * One-sided gamma–exponential mixture for sub-exponential sums with scale c, a bound on how far one observation can deviate (Howard et al.
 * 2021; confseq, MIT).
 */
export function gammaExponentialMixture(rho: number, c: number): LogMixture {
  const [square, shape] = [c * c, rho / (c * c)]
  const lead = shape * Math.log(shape) - logGamma(shape) - Math.log(gammaP(shape, shape))
  return (s, v) => {
    const [deviation, total] = [(c * s + v) / square, (v + rho) / square]
    if (deviation + shape <= 0) return Number.NEGATIVE_INFINITY
    return lead + logGamma(total) + Math.log(gammaP(total, deviation + shape)) - total * Math.log(deviation + shape) + deviation
  }
}

/**
 * One-sided gamma–Poisson mixture for sub-Poisson sums with scale c: counts, and steps that cannot jump up by more than c (Howard et al.
 * 2021; confseq, MIT).
 */
export function gammaPoissonMixture(rho: number, c: number): LogMixture {
  const [square, shape] = [c * c, rho / (c * c)]
  const lead = shape * Math.log(shape) - logGamma(shape) - Math.log(gammaQ(shape, shape))
  return (s, v) => {
    const rate = (v + rho) / square
    const total = s / c + rate
    if (total <= 0) return Number.NEGATIVE_INFINITY
    return lead + v / square + logGamma(total) + Math.log(gammaQ(total, rate)) - total * Math.log(rate)
  }
}

/** Two-sided beta–binomial mixture for bounded sums: each step lies between −g and h (Howard et al. 2021; confseq, MIT). */
export function betaBinomialMixture({ rho, g, h }: { rho: number; g: number; h: number }): LogMixture {
  return betaMixture({ rho, g, h, upTo: 1 })
}

/** One-sided beta–binomial mixture for the same sums, ρ from `bestPrecision` at 2 alpha (Howard et al. 2021; confseq, MIT). */
export function oneSidedBetaBinomialMixture({ rho, g, h }: { rho: number; g: number; h: number }): LogMixture {
  return betaMixture({ rho, g, h, upTo: h / (g + h) })
}

function betaMixture({ rho, g, h, upTo }: { rho: number; g: number; h: number; upTo: number }): LogMixture {
  const [span, r] = [g + h, Math.max(rho - g * h, 1e-3 * g * h)]
  const [a, b] = [r / (g * span), r / (h * span)]
  const lead = logPartialBeta(a, b, upTo)
  return (s, v) =>
    (v / (g * h)) * Math.log(span) -
    ((v / h + s) / span) * Math.log(g) -
    ((v / g - s) / span) * Math.log(h) +
    // Where all steps went one way, what is left of the other is only rounding, which may fall below nothing.
    logPartialBeta(Math.max(a, (r + v) / (g * span) - s / span), Math.max(b, (r + v) / (h * span) + s / span), upTo) -
    lead
}

function logPartialBeta(a: number, b: number, upTo: number) {
  return logBeta(a, b) + (upTo === 1 ? 0 : Math.log(betaCdf(upTo, a, b)))
}

/** The boundary u(v): the s a mixture allows at confidence 1 − alpha, at every v at once (Ville 1939; Howard et al. 2021). */
export function mixtureBound(mixture: LogMixture, { v, alpha }: { v: number; alpha: number }) {
  const threshold = Math.log(1 / alpha)
  return findRiseAbove((s) => mixture(s, v) - threshold, { low: 0, step: Math.max(1, Math.sqrt(v)) })
}

/**
 * Interval for one proportion that holds at every look, at any size, with no approximation: the beta–binomial confidence sequence (Howard
 * et al. 2021; confseq `bernoulli_confidence_interval`, MIT).
 * `plannedTrials` is where it is tightest and must be fixed before the first look.
 * Refuses as `proportionOf` does, and: “Say how many units are planned; the interval is tuned to that size.”
 */
export function exactProportionInterval(
  count: Count,
  { alpha, plannedTrials }: { alpha: number; plannedTrials: number },
): Interval | Refusal {
  const estimate = proportionOf(count)
  if (isRefusal(estimate)) return estimate
  if (!(plannedTrials > 0)) return refuse('Say how many units are planned; the interval is tuned to that size.')
  const threshold = Math.log(1 / alpha)
  const excess = (p: number) => evidenceAgainst(count, { p, plannedTrials }) - threshold
  const [least, most] = [1e-12, 1 - 1e-12]
  const low = excess(least) < 0 || estimate.value === 0 ? 0 : findRise((p) => -excess(p), { low: least, high: estimate.value })
  const high = excess(most) < 0 || estimate.value === 1 ? 1 : findRise(excess, { low: estimate.value, high: most })
  return { low, high }
}

function evidenceAgainst({ successes, trials }: Count, { p, plannedTrials }: { p: number; plannedTrials: number }) {
  const spread = p * (1 - p)
  const mixture = betaBinomialMixture({ rho: bestPrecision(plannedTrials * spread, 0.05), g: p, h: 1 - p })
  return mixture(successes - trials * p, trials * spread)
}
