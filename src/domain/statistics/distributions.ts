import betaln from '@stdlib/math-base-special-betaln'
import stdlibErfc from '@stdlib/math-base-special-erfc'
import gammaln from '@stdlib/math-base-special-gammaln'
import stdlibBetaCdf from '@stdlib/stats-base-dists-beta-cdf'
import stdlibBetaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import stdlibBinomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import stdlibNormalCdf from '@stdlib/stats-base-dists-normal-cdf'
import stdlibNormalPdf from '@stdlib/stats-base-dists-normal-pdf'
import stdlibNormalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import stdlibTCdf from '@stdlib/stats-base-dists-t-cdf'
import stdlibTQuantile from '@stdlib/stats-base-dists-t-quantile'

// Arguments outside a function's domain are a caller's mistake, so these throw RangeError; the methods built on them refuse with a sentence.
export { chiSquareUpperTail, gammaP, gammaQ } from './incomplete-gamma.ts'

/** Complementary error function of any real x (@stdlib). Throws RangeError for NaN: “erfc takes a number”. */
export function erfc(x: number) {
  return must(stdlibErfc(x), 'erfc takes a number')
}

/** ln Γ(x) for x > 0 (@stdlib). Throws RangeError: “logGamma takes x > 0”. */
export function logGamma(x: number) {
  demand(x > 0, 'logGamma takes x > 0')
  return gammaln(x)
}

/** ln B(a, b) for a, b > 0 (@stdlib). Throws RangeError: “logBeta takes a > 0 and b > 0”. */
export function logBeta(a: number, b: number) {
  demand(a > 0 && b > 0, 'logBeta takes a > 0 and b > 0')
  return betaln(a, b)
}

/** Standard normal density at x (@stdlib). Throws RangeError for NaN: “normalPdf takes a number”. */
export function normalPdf(x: number) {
  return must(stdlibNormalPdf(x, 0, 1), 'normalPdf takes a number')
}

/** P(Z ≤ x), full relative accuracy down to x = −37 (@stdlib). Throws RangeError for NaN: “normalCdf takes a number”. */
export function normalCdf(x: number) {
  return must(stdlibNormalCdf(x, 0, 1), 'normalCdf takes a number')
}

/** P(Z > x) as P(Z ≤ −x) (@stdlib); never 1 − cdf, which loses the tail below 1e−16. */
export function normalUpperTail(x: number) {
  return normalCdf(-x)
}

/**
 * The x with P(Z ≤ x) = p, for 0 ≤ p ≤ 1 (@stdlib; below 0.02 Newton on ln Φ). Throws RangeError: “normalQuantile takes a probability”.
 */
export function normalQuantile(p: number) {
  demand(p >= 0 && p <= 1, 'normalQuantile takes a probability')
  if (p >= 0.02 || p === 0) return stdlibNormalQuantile(p, 0, 1)
  return lowerTailQuantile(p)
}

// The library's inverse loses digits towards 0 and gives −Infinity below 1e−16; Newton on ln Φ, which is concave, restores them.
function lowerTailQuantile(p: number) {
  let x = -Math.sqrt(-2 * Math.log(p))
  for (let step = 0; step < 12; step++) {
    const tail = normalCdf(x)
    const change = ((Math.log(tail) - Math.log(p)) * tail) / normalPdf(x)
    x -= change
    if (Math.abs(change) < 1e-15 * Math.abs(x)) break
  }
  return x
}

/**
 * P(T ≤ x) for Student's t with df > 0 degrees of freedom, Infinity giving the normal (@stdlib).
 * Throws RangeError: “tCdf takes degrees of freedom > 0”, “tCdf takes a number”.
 */
export function tCdf(x: number, df: number) {
  demand(df > 0, 'tCdf takes degrees of freedom > 0')
  if (df > 1e10) return normalCdf(x)
  return must(stdlibTCdf(x, df), 'tCdf takes a number')
}

/** P(T > x) as P(T ≤ −x), so that the far tail keeps its digits (@stdlib). Throws as `tCdf` does. */
export function tUpperTail(x: number, df: number) {
  return tCdf(-x, df)
}

/**
 * The x with P(T ≤ x) = p, for 0 ≤ p ≤ 1 and df > 0, Infinity giving the normal (@stdlib).
 * Throws RangeError: “tQuantile takes a probability and degrees of freedom > 0”.
 */
export function tQuantile(p: number, df: number) {
  demand(p >= 0 && p <= 1 && df > 0, 'tQuantile takes a probability and degrees of freedom > 0')
  return df > 1e10 ? normalQuantile(p) : stdlibTQuantile(p, df)
}

/**
 * P(B ≤ x) for a Beta(a, b), a, b > 0; x outside [0, 1] gives 0 or 1 (@stdlib).
 * Throws RangeError: “betaCdf takes a > 0 and b > 0”, “betaCdf takes a number”.
 */
export function betaCdf(x: number, a: number, b: number) {
  demand(a > 0 && b > 0, 'betaCdf takes a > 0 and b > 0')
  return must(stdlibBetaCdf(x, a, b), 'betaCdf takes a number')
}

/**
 * P(B > x) for a Beta(a, b), through the mirrored distribution so that a small tail keeps its digits (@stdlib). Throws as `betaCdf` does.
 */
export function betaUpperTail(x: number, a: number, b: number) {
  return betaCdf(1 - x, b, a)
}

/** The x with P(B ≤ x) = p for a Beta(a, b) (@stdlib). Throws RangeError: “betaQuantile takes a probability, a > 0 and b > 0”. */
export function betaQuantile(p: number, a: number, b: number) {
  demand(p >= 0 && p <= 1 && a > 0 && b > 0, 'betaQuantile takes a probability, a > 0 and b > 0')
  return stdlibBetaQuantile(p, a, b)
}

/**
 * P(K ≤ k) for K successes in n trials of probability p (@stdlib).
 * Throws RangeError: “binomialCdf takes a whole n ≥ 0 and a probability”, “binomialCdf takes a number”.
 */
export function binomialCdf(k: number, n: number, p: number) {
  demand(Number.isInteger(n) && n >= 0 && p >= 0 && p <= 1, 'binomialCdf takes a whole n ≥ 0 and a probability')
  return must(stdlibBinomialCdf(k, n, p), 'binomialCdf takes a number')
}

function must(value: number, sentence: string) {
  demand(!Number.isNaN(value), sentence)
  return value
}

function demand(holds: boolean, sentence: string) {
  if (!holds) throw new RangeError(sentence)
}
