import { type Refusal, refuse } from './refusal.ts'

/** One arm's units in one pass: how many, Σy and Σy². What SQL returns and what merges by addition. */
export type Sums = { n: number; sum: number; sumSquares: number }

/** Sums of a numerator m and a denominator d per unit (clicks and sessions per person): Σm, Σm², Σd, Σd², Σmd. */
export type RatioSums = { n: number; numerator: Sums; denominator: Sums; crossProducts: number }

/** Sums of an outcome y and of the same unit's covariate x from before exposure, with Σxy. */
export type PairedSums = { n: number; outcome: Sums; covariate: Sums; crossProducts: number }

/** Sums of nobody, to add to. */
export const noSums: Sums = { n: 0, sum: 0, sumSquares: 0 }

/** Sums of the units of both parts; the parts must not share a unit. */
export function addSums(a: Sums, b: Sums): Sums {
  return { n: a.n + b.n, sum: a.sum + b.sum, sumSquares: a.sumSquares + b.sumSquares }
}

/** The same for ratios. */
export function addRatioSums(a: RatioSums, b: RatioSums): RatioSums {
  return {
    n: a.n + b.n,
    numerator: addSums(a.numerator, b.numerator),
    denominator: addSums(a.denominator, b.denominator),
    crossProducts: a.crossProducts + b.crossProducts,
  }
}

/** The same for outcomes with their covariate. */
export function addPairedSums(a: PairedSums, b: PairedSums): PairedSums {
  return {
    n: a.n + b.n,
    outcome: addSums(a.outcome, b.outcome),
    covariate: addSums(a.covariate, b.covariate),
    crossProducts: a.crossProducts + b.crossProducts,
  }
}

/** Sums of values, one a unit. */
export function sumsOf(values: readonly number[]): Sums {
  return values.reduce((sums, value) => addSums(sums, { n: 1, sum: value, sumSquares: value * value }), noSums)
}

/** Sums of a numerator and a denominator for each unit; both as long and in the same order. */
export function ratioSumsOf(numerators: readonly number[], denominators: readonly number[]): RatioSums {
  const crossProducts = numerators.reduce((sum, value, unit) => sum + value * denominators[unit]!, 0)
  return { n: numerators.length, numerator: sumsOf(numerators), denominator: sumsOf(denominators), crossProducts }
}

/** Sums of an outcome and a covariate for each unit; both as long and in the same order. */
export function pairedSumsOf(outcomes: readonly number[], covariates: readonly number[]): PairedSums {
  const crossProducts = outcomes.reduce((sum, value, unit) => sum + value * covariates[unit]!, 0)
  return { n: outcomes.length, outcome: sumsOf(outcomes), covariate: sumsOf(covariates), crossProducts }
}

/**
 * Sample variance (n − 1) from sums (R `var`). Spread below 1e−13 of Σy² is rounding noise and comes back as 0.
 * Refuses as `findFault` does, and: “The sum of squares is smaller than the sum allows; one of them is wrong.”
 */
export function varianceOf({ n, sum, sumSquares }: Sums): number | Refusal {
  const broken = findFault({ n, sum, sumSquares })
  if (broken) return broken
  const centred = sumSquares - (sum * sum) / n
  const noise = 1e-13 * sumSquares
  if (centred < -Math.max(noise, 1e-9 * sumSquares))
    return refuse('The sum of squares is smaller than the sum allows; one of them is wrong.')
  return centred <= noise ? 0 : centred / (n - 1)
}

/** Sample covariance (n − 1) from sums that share n (R `cov`). */
export function covarianceOf(a: Sums, b: Sums, crossProducts: number) {
  return (crossProducts - (a.sum * b.sum) / a.n) / (a.n - 1)
}

/**
 * Why sums are not those of at least two units, or null: “A sum is not a finite number, so nothing can be computed from it.” “The number of
 * units must be a whole number, 0 or more.” “Nobody is in this group yet.” “One unit is not enough to see any spread; two are the least.”
 */
export function findFault({ n, sum, sumSquares }: Sums): Refusal | null {
  if (![n, sum, sumSquares].every(Number.isFinite)) return refuse('A sum is not a finite number, so nothing can be computed from it.')
  if (!Number.isSafeInteger(n) || n < 0) return refuse('The number of units must be a whole number, 0 or more.')
  if (n === 0) return refuse('Nobody is in this group yet.')
  if (n === 1) return refuse('One unit is not enough to see any spread; two are the least.')
  return null
}
