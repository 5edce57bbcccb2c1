import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix'
import { type Refusal, refuse } from './refusal.ts'
import { type Basis, basisOf, carryBack, contrastOf, type Fit, isNoise, type Model } from './regression.ts'
import { findLowest } from './root-finding.ts'

/** A fit whose errors follow e_t = φ e_{t−1} + noise; `noise` is the variance of that noise. */
export type AutocorrelatedFit = Fit & { autocorrelation: number; noise: number }

/** `places`: on which step of time each value stands where some steps have none: whole and rising, 0, 1, 2, … unless given. */
export type PlacedModel = Model & { places?: readonly number[] }

/**
 * Regression with AR(1) errors by restricted maximum likelihood, profiled over φ: −½(n − k) ln s²_φ + ½ ln(1 − φ²) − ½ ln|X'W'WX|, W the
 * Prais–Winsten whitening (Cooper and Thompson, Biometrika 1977; the likelihood of R's `nlme::gls(correlation = corAR1(form = ~ place),
 * method = "REML")`).
 * Values d steps apart correlate by φ^d, so a gap is no neighbourhood.
 * Refuses as `basisOf` does, and: “The steps of time on which the values stand must be whole and rise.” “The series has no noise around its
 * pattern, so nothing can be said about chance.”
 */
export function fitAutocorrelated(model: PlacedModel): AutocorrelatedFit | Refusal {
  const basis = basisOf(model)
  if ('refused' in basis) return basis
  const places = model.places ?? model.outcome.map((_, t) => t)
  if (!areRising(places, model.outcome.length)) return refuse('The steps of time on which the values stand must be whole and rise.')
  const moments = momentsOf(basis, model.outcome, places)
  const degreesOfFreedom = model.outcome.length - model.columns.length
  if (isNoise(whitened(moments, 0).get(moments.k, moments.k) / degreesOfFreedom, model.outcome))
    return refuse('The series has no noise around its pattern, so nothing can be said about chance.')
  const autocorrelation = likeliestAutocorrelation(moments, degreesOfFreedom)
  const at = solveAt(moments, autocorrelation)
  const noise = at.squares / degreesOfFreedom
  const onBasis = { coefficients: at.coefficients.add(moments.start), covariance: at.inverse.mul(noise) }
  return { ...carryBack(basis, onBasis), degreesOfFreedom, n: model.outcome.length, autocorrelation, noise }
}

/** Whether there is a step of time for every value, whole and after the one before. */
export function areRising(places: readonly number[], length: number) {
  return places.length === length && places.every((place, t) => Number.isSafeInteger(place) && (t === 0 || place > places[t - 1]!))
}

// W'W is tridiagonal, so every φ needs only three matrices of cross products for each distance between neighbours.
type Moments = { k: number; start: Matrix; first: Matrix; neighbours: Neighbours[] }
type Neighbours = { apart: number; count: number; later: Matrix; crossed: Matrix; earlier: Matrix }

function momentsOf({ q }: Basis, outcome: readonly number[], places: readonly number[]): Moments {
  const y = Matrix.columnVector([...outcome])
  const start = q.transpose().mmul(y)
  const rest = y.sub(q.mmul(start))
  const rows = q.to2DArray().map((row, t) => [...row, rest.get(t, 0)])
  const later = places.map((_, t) => t).slice(1)
  const byDistance = [...Map.groupBy(later, (t) => places[t]! - places[t - 1]!)]
  return {
    k: q.columns,
    start,
    first: squareOf(new Matrix(rows.slice(0, 1))),
    neighbours: byDistance.map(([apart, pairs]) => neighboursOf(apart, { rows, pairs })),
  }
}

function neighboursOf(apart: number, { rows, pairs }: { rows: number[][]; pairs: number[] }): Neighbours {
  const [later, earlier] = [new Matrix(pairs.map((t) => rows[t]!)), new Matrix(pairs.map((t) => rows[t - 1]!))]
  const crossed = later.transpose().mmul(earlier)
  return {
    apart,
    count: pairs.length,
    later: squareOf(later),
    crossed: Matrix.add(crossed, crossed.transpose()),
    earlier: squareOf(earlier),
  }
}

const squareOf = (rows: Matrix) => rows.transpose().mmul(rows)

/** Cross products of (z_t − φ^d z_s) / √c_d over neighbours, c_d as in `spreadAfter`, and of √(1 − φ²) times the first row. */
function whitened({ first, neighbours }: Moments, phi: number) {
  const sum = Matrix.mul(first, 1 - phi * phi)
  for (const { apart, later, crossed, earlier } of neighbours) {
    const kept = phi ** apart
    const part = Matrix.sub(later, Matrix.mul(crossed, kept)).add(Matrix.mul(earlier, kept * kept))
    sum.add(part.div(spreadAfter(apart, phi)))
  }
  return sum
}

/** Variance of what is new after d steps, in units of one step's noise: (1 − φ^2d) / (1 − φ²). */
function spreadAfter(apart: number, phi: number) {
  return apart === 1 ? 1 : (1 - phi ** (2 * apart)) / (1 - phi * phi)
}

function solveAt(moments: Moments, phi: number) {
  const all = whitened(moments, phi)
  const { k } = moments
  const inverted = inverse(all.subMatrix(0, k - 1, 0, k - 1))
  const towards = all.subMatrix(0, k - 1, k, k)
  const coefficients = inverted.mmul(towards)
  return { coefficients, inverse: inverted, squares: all.get(k, k) - coefficients.transpose().mmul(towards).get(0, 0) }
}

function likeliestAutocorrelation(moments: Moments, degreesOfFreedom: number) {
  const loss = (phi: number) => -restrictedLikelihood(moments, degreesOfFreedom, phi)
  const grid = [...Array.from({ length: 19 }, (_, i) => -0.9 + i * 0.1), 0.95, 0.98, 0.999]
  const losses = grid.map(loss)
  const at = losses.indexOf(Math.min(...losses))
  return findLowest(loss, { low: grid[at - 1] ?? -0.99, high: grid[at + 1] ?? 0.9999 })
}

function restrictedLikelihood(moments: Moments, degreesOfFreedom: number, phi: number) {
  const lower = new CholeskyDecomposition(whitened(moments, phi)).lowerTriangularMatrix
  const logs = lower.diagonal().map((pivot) => 2 * Math.log(pivot))
  const logSquares = logs.pop()!
  const gaps = moments.neighbours.reduce((sum, { apart, count }) => sum + count * Math.log(spreadAfter(apart, phi)), 0)
  return (-degreesOfFreedom * logSquares + Math.log(1 - phi * phi) - gaps - logs.reduce((a, b) => a + b, 0)) / 2
}

/**
 * The standard error a weighted sum of coefficients would have in another design with the noise and autocorrelation of a fit: √(w'Vw), V as
 * of R's `nlme::gls`.
 * Refuses as `basisOf` does.
 */
export function contrastErrorAt(
  fit: AutocorrelatedFit,
  { columns, places }: Pick<PlacedModel, 'columns' | 'places'>,
  weights: readonly number[],
): number | Refusal {
  const nothing = columns[0]!.map(() => 0)
  const basis = basisOf({ columns, outcome: nothing })
  if ('refused' in basis) return basis
  const moments = momentsOf(basis, nothing, places ?? nothing.map((_, t) => t))
  const { inverse: inverted, coefficients } = solveAt(moments, fit.autocorrelation)
  const back = carryBack(basis, { coefficients, covariance: inverted.mul(fit.noise) })
  return contrastOf({ ...back, degreesOfFreedom: 1, n: nothing.length }, weights).standardError
}
