import { Matrix } from 'ml-matrix'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { type Basis, basisOf, carryBack, type Fit, isNoise, type Model } from './regression.ts'
import { findLowest } from './root-finding.ts'

/** A fit around a wandering level: the variances of the noise and of the level's steps, in the square of the outcome's unit. */
export type LevelFit = Fit & { noise: number; steps: number }

/** Columns of a season, integrated out with the level instead of estimated beside the others. */
export type SeasonedModel = Model & { season?: Model['columns'] }

/**
 * Regression around a local level, y_t = μ_t + season + x_t'β + ε_t with μ_{t+1} = μ_t + η_t; the level takes the place of the intercept,
 * so no column may be constant. Out: coefficients of `columns`, then of `season`.
 * Level and season start diffuse, both variances are the likeliest, profiled over their ratio, and the slopes come from least squares on
 * the filter's innovations (Durbin and Koopman, 2nd ed., sections 2.10, 6.2 and 7.3; without columns the same as R's `StructTS(type =
 * "level")`).
 * Beside `fitAutocorrelated` and least squares it shows how much an effect depends on the model.
 * Refuses as `basisOf` does, and: “The series has no noise around its pattern, so nothing can be said about chance.”
 */
export function fitLocalLevel({ columns, season = [], outcome }: SeasonedModel): LevelFit | Refusal {
  const model = { columns: [...season, ...columns], outcome }
  const fault = basisOf({ columns: [outcome.map(() => 1), ...model.columns], outcome })
  if (isRefusal(fault)) return fault
  const forNoise = outcome.length - 1 - season.length
  const lossAt = (logRatio: number) => lossOf(whiten(model, Math.exp(logRatio)), season.length)
  const losses = logRatios.map(lossAt)
  const near = logRatios[losses.indexOf(Math.min(...losses))]!
  const ratio = Math.exp(findLowest(lossAt, { low: near - 2, high: near + 2 }))
  const { basis, squares, onBasis } = whiten(model, ratio)
  const noise = squares / forNoise
  if (isNoise(noise * (1 + ratio), outcome))
    return refuse('The series has no noise around its pattern, so nothing can be said about chance.')
  const slopes = basis
    ? carryBack(basis, { coefficients: onBasis, covariance: Matrix.eye(model.columns.length).mul(noise) })
    : { coefficients: [], covariance: [] }
  const turned = <T>(values: readonly T[]) => [...values.slice(season.length), ...values.slice(0, season.length)]
  const fit = { coefficients: turned(slopes.coefficients), covariance: turned(slopes.covariance).map(turned) }
  return { ...fit, degreesOfFreedom: forNoise - columns.length, n: outcome.length, noise, steps: noise * ratio }
}

// Steps of the level from a millionth to a million times the noise: beyond either end the level stands still or is the series itself.
const logRatios = Array.from({ length: 15 }, (_, i) => 2 * i - 14)

type Whitened = { basis: Basis | null; squares: number; onBasis: Matrix; innovations: number; logScales: number }

/** The innovations of the outcome and of every column are free of autocorrelation, so least squares holds on them. */
function whiten({ columns, outcome }: Model, ratio: number): Whitened {
  const filter = startFilter(outcome.length, ratio)
  const y = filter.innovationsOf(outcome)
  const common = { innovations: y.length, logScales: filter.logScales }
  const none = { ...common, basis: null, squares: y.reduce((sum, e) => sum + e * e, 0), onBasis: Matrix.zeros(0, 1) }
  if (columns.length === 0) return none
  const basis = basisOf({ columns: columns.map(filter.innovationsOf), outcome: y })
  if (isRefusal(basis)) return { ...none, squares: Number.POSITIVE_INFINITY }
  const onBasis = basis.q.transpose().mmul(Matrix.columnVector(y))
  const rest = Matrix.sub(Matrix.columnVector(y), basis.q.mmul(onBasis)).to1DArray()
  return { ...common, basis, squares: rest.reduce((sum, e) => sum + e * e, 0), onBasis }
}

/** What is integrated out costs its volume; the season comes first in the basis, so its pivots are the first ones. */
function lossOf({ basis, squares, innovations, logScales }: Whitened, season: number) {
  const volume = basis?.logPivots.slice(0, season).reduce((sum, log) => sum + log, 0) ?? 0
  return ((innovations - season) * Math.log(squares + Number.MIN_VALUE)) / 2 + logScales + volume
}

/** The filter's gains do not depend on the data, so one pass serves every series; the first point only starts the level. */
function startFilter(n: number, ratio: number) {
  const variances = new Float64Array(n)
  variances[1] = 1 + ratio
  for (let t = 2; t < n; t++) variances[t] = variances[t - 1]! / (variances[t - 1]! + 1) + ratio
  const innovationsOf = (values: readonly number[]) => {
    let level = values[0]!
    return values.slice(1).map((value, at) => {
      const variance = variances[at + 1]!
      const surprise = value - level
      level += (surprise * variance) / (variance + 1)
      return surprise / Math.sqrt(variance + 1)
    })
  }
  return { innovationsOf, logScales: variances.slice(1).reduce((sum, variance) => sum + Math.log(variance + 1) / 2, 0) }
}
