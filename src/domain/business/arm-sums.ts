import { pairedArmOf } from '#domain/statistics/cuped.ts'
import { pairedRatioArmOf } from '#domain/statistics/ratio-cuped.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import type { PairedSums, RatioSums, Sums } from '#domain/statistics/sums.ts'

/** One arm of an experiment in one pass over its people: their values, the denominators of a ratio, and both in the days before exposure. */
export type ArmSums = {
  n: number
  sum: number
  sumSquares: number
  /** For "per person who did it" metrics: the denominator is 1 for people who did (first step of a conversion), else 0. */
  ratio?: RatioPart
  /** The same value before exposure, its square, and its product with the value; 0 for people nothing is known of before. */
  pre?: {
    sum: number
    sumSquares: number
    cross: number
    /** Of the denominator before: its own sums, and its products with the value, … */
    ratio?: RatioPart & {
      numeratorDenominator: number
      /** … and of the denominator with the value before and with the denominator before. */
      denominatorNumerator: number
      denominators: number
    }
  }
}

/** Sums of a denominator, and of its products with the numerator. */
type RatioPart = { denominatorSum: number; denominatorSquares: number; cross: number }

export const sumsOfArm = ({ n, sum, sumSquares }: ArmSums): Sums => ({ n, sum, sumSquares })

export function ratioSumsOfArm(arm: ArmSums): RatioSums | null {
  return arm.ratio ? ratioSums(arm.n, arm, arm.ratio) : null
}

function ratioSums(n: number, value: { sum: number; sumSquares: number }, ratio: RatioPart): RatioSums {
  return {
    n,
    numerator: { n, sum: value.sum, sumSquares: value.sumSquares },
    denominator: { n, sum: ratio.denominatorSum, sumSquares: ratio.denominatorSquares },
    crossProducts: ratio.cross,
  }
}

/** Value and the value before, for CUPED; null where nothing was asked of the days before. */
export function pairedSumsOfArm(arm: ArmSums): PairedSums | null {
  const { n, pre } = arm
  return pre ? { n, outcome: sumsOfArm(arm), covariate: { n, sum: pre.sum, sumSquares: pre.sumSquares }, crossProducts: pre.cross } : null
}

export function pairedRatioSumsOfArm(arm: ArmSums) {
  const { n, ratio, pre } = arm
  if (!ratio || !pre?.ratio) return null
  const { numeratorDenominator, denominatorNumerator, denominators } = pre.ratio
  return {
    n,
    outcome: ratioSums(n, arm, ratio),
    before: ratioSums(n, pre, pre.ratio),
    across: { numerators: pre.cross, numeratorDenominator, denominatorNumerator, denominators },
  }
}

/** How closely people's values follow their own values before: what CUPED takes out is the square of it. 0 where nothing is known. */
export function correlationWithBefore(arm: ArmSums) {
  const [ratio, mean] = [pairedRatioSumsOfArm(arm), pairedSumsOfArm(arm)]
  const paired = ratio ? pairedRatioArmOf(ratio) : mean && pairedArmOf(mean)
  if (!paired || isRefusal(paired)) return 0
  const correlation = paired.covariance / Math.sqrt(paired.outcomeVariance * paired.covariateVariance)
  return Number.isFinite(correlation) ? Math.max(-0.99, Math.min(0.99, correlation)) : 0
}
