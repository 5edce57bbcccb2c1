import { inverse, Matrix } from 'ml-matrix'
import { normalCdf } from './distributions.ts'
import type { Interval } from './estimates.ts'
import { filterLevel, type LevelModel, type Variances } from './kalman-level.ts'
import { areSummable, type Refusal, refuse, tooFarApart } from './refusal.ts'
import { fitLeastSquares } from './regression.ts'
import { findRise } from './root-finding.ts'

/** A series with others the change cannot have touched; all equally long, oldest first. */
export type ControlledSeries = { values: readonly number[]; untouched: readonly (readonly number[])[]; changeAt: number }

/** Prior beliefs about the two standard deviations, in units of the series' own spread: part of the method, so register them. */
export type StructuralPriors = { levelGuess: number; levelWeight: number; explained: number; explainedWeight: number }

/** CausalImpact's defaults: a level that moves by 0.01, worth 32 observations; untouched series that explain 80 %, worth 50. */
export const usualPriors: StructuralPriors = { levelGuess: 0.01, levelWeight: 32, explained: 0.8, explainedWeight: 50 }

export type StructuralEffect = {
  observed: number
  expected: number
  /** Standard deviation of what was expected. */
  deviation: number
  effect: number
  interval: (alpha: number) => Interval
  /** Share of the past's variation the untouched series explain by least squares. */
  explained: number
  /** One-sided: the chance of what was expected lying on the other side of what was observed. */
  tail: number
}

/**
 * Average effect after a change against what untouched series predict: local level plus regression, both variances integrated over a 60 ×
 * 60 grid instead of sampled, so that the same data always give the same numbers (model and priors of Brodersen, Gallusser, Koehler, Remy,
 * Scott, Annals of Applied Statistics 2015). Only as good as the untouched series: without any, use `compareBeforeAfter`.
 * Refuses: “There is no untouched series to compare with.” “A series has a gap or a number too large to compute with.” “A series does not
 * vary before the change, so it cannot be compared.” “The numbers are too large or too far apart to compute with.”
 * A past shorter than 12 or 3 points per untouched series: “At least … points before the change and one after it are needed.”
 */
export function compareWithUntouched(series: ControlledSeries, priors = usualPriors): StructuralEffect | Refusal {
  const fault = findFault(series)
  if (fault) return fault
  const scale = scaleOf(series.values.slice(0, series.changeAt))
  const mixture = weigh(modelOf(series), priors).map(({ weight, mean, variance }) => ({
    weight,
    mean: scale.centre + scale.spread * mean,
    deviation: scale.spread * Math.sqrt(variance),
  }))
  const observed = meanOf(series.values.slice(series.changeAt))
  const expected = mixture.reduce((sum, { weight, mean }) => sum + weight * mean, 0)
  const second = mixture.reduce((sum, { weight, mean, deviation }) => sum + weight * (deviation ** 2 + (mean - expected) ** 2), 0)
  const chance = (x: number, side: 1 | -1) =>
    mixture.reduce((sum, { weight, mean, deviation }) => sum + weight * normalCdf((side * (x - mean)) / deviation), 0)
  const deviation = Math.sqrt(second)
  if (!areSummable([observed, expected, deviation])) return refuse(tooFarApart)
  const quantile = (p: number) => findRise((x) => chance(x, 1) - p, { low: expected - 60 * deviation, high: expected + 60 * deviation })
  return {
    observed,
    expected,
    deviation,
    effect: observed - expected,
    explained: explainedBefore(series),
    interval: (alpha) => ({ low: observed - quantile(1 - alpha / 2), high: observed - quantile(alpha / 2) }),
    tail: Math.min(chance(observed, 1), chance(observed, -1)),
  }
}

function findFault({ values, untouched, changeAt }: ControlledSeries) {
  if (untouched.length === 0) return refuse('There is no untouched series to compare with.')
  if (![values, ...untouched].every((one) => one.length === values.length && areSummable(one)))
    return refuse('A series has a gap or a number too large to compute with.')
  const least = Math.max(12, 3 * untouched.length)
  if (!(changeAt >= least && changeAt < values.length))
    return refuse(`At least ${least} points before the change and one after it are needed.`)
  const flat = [values, ...untouched].some((one) => !(scaleOf(one.slice(0, changeAt)).spread > 0))
  return flat ? refuse('A series does not vary before the change, so it cannot be compared.') : null
}

function explainedBefore({ values, untouched, changeAt }: ControlledSeries) {
  const outcome = values.slice(0, changeAt)
  const fit = fitLeastSquares({ columns: [outcome.map(() => 1), ...untouched.map((one) => one.slice(0, changeAt))], outcome })
  if ('refused' in fit) return 1
  const total = scaleOf(outcome).spread ** 2 * (changeAt - 1)
  return 1 - fit.residuals.reduce((sum, e) => sum + e * e, 0) / total
}

/** Everything in units of the past's own mean and spread. */
function modelOf({ values, untouched, changeAt }: ControlledSeries): LevelModel {
  const scaled = [values, ...untouched].map((one) => {
    const { centre, spread } = scaleOf(one.slice(0, changeAt))
    return one.map((x) => (x - centre) / spread)
  })
  const [y, ...x] = scaled as [number[], ...number[][]]
  return {
    y: y.slice(0, changeAt),
    x: y.slice(0, changeAt).map((_, t) => x.map((one) => one[t]!)),
    ahead: { steps: values.length - changeAt, x: x.map((one) => meanOf(one.slice(changeAt))) },
    slopes: slopePrior(x.map((one) => one.slice(0, changeAt))),
  }
}

/** Covariance of the slopes per unit of noise variance: [κ/n (½ X'X + ½ diag X'X)]⁻¹ with κ = 0.01. */
function slopePrior(x: readonly number[][]) {
  const cross = x.map((a, i) => x.map((b, j) => a.reduce((sum, value, t) => sum + value * b[t]!, 0) * (i === j ? 1 : 0.5)))
  return inverse(new Matrix(cross).mul(0.01 / x[0]!.length)).to2DArray()
}

const steps = 60

function weigh(model: LevelModel, priors: StructuralPriors) {
  const grid = spaced(1e-4, 1).flatMap((level) => spaced(0.02, 1.2).map((noise) => ({ level, noise })))
  const found = grid.map((deviations) => {
    const forecast = filterLevel(model, deviations)
    return { ...forecast, logWeight: forecast.logLikelihood + logPrior(deviations, priors) }
  })
  const most = found.reduce((best, { logWeight }) => Math.max(best, logWeight), Number.NEGATIVE_INFINITY)
  const kept = found.map((one) => ({ ...one, weight: Math.exp(one.logWeight - most) })).filter(({ weight }) => weight > 1e-14)
  const total = kept.reduce((sum, { weight }) => sum + weight, 0)
  return kept.map((one) => ({ ...one, weight: one.weight / total }))
}

/** Inverse gamma on each variance, as a density of the logarithm of its root. */
function logPrior({ level, noise }: Variances, { levelGuess, levelWeight, explained, explainedWeight }: StructuralPriors) {
  const onLevel = -levelWeight * Math.log(level) - (levelWeight * levelGuess ** 2) / (2 * level ** 2)
  return onLevel - explainedWeight * Math.log(noise) - (explainedWeight * (1 - explained)) / (2 * noise ** 2)
}

function spaced(from: number, to: number) {
  return Array.from({ length: steps }, (_, i) => from * (to / from) ** (i / (steps - 1)))
}

function scaleOf(values: readonly number[]) {
  const centre = meanOf(values)
  const spread = Math.sqrt(values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1))
  return { centre, spread: spread > Math.max(1e-13 * Math.abs(centre), 1e-145) ? spread : 0 }
}

function meanOf(values: readonly number[]) {
  return values.reduce((sum, x) => sum + x, 0) / values.length
}
