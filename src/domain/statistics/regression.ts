import { Matrix, QrDecomposition, solve } from 'ml-matrix'
import type { Effect } from './estimates.ts'
import { areSummable, type Refusal, refuse } from './refusal.ts'

/** A linear model: one array per column of the design, all as long as the outcome. */
export type Model = { columns: readonly (readonly number[])[]; outcome: readonly number[] }

/** Coefficients in the order of the columns, with their covariance matrix. */
export type Fit = { coefficients: number[]; covariance: number[][]; degreesOfFreedom: number; n: number }

/** An orthonormal basis of the columns, so that sums of squares keep their digits whatever the units were; `logPivots` sum to ½ ln|X'X|. */
export type Basis = { q: Matrix; toCoefficients: (onBasis: Matrix) => Matrix; logPivots: number[] }

/**
 * Checks a model and turns its columns into a basis, by QR decomposition.
 * Refuses fewer than three points more than there are columns: “… points are too few to fit … unknowns; … are the least.” A column that
 * others explain: “Two causes move exactly together in this series, so their effects cannot be told apart.” Otherwise: “The series has a
 * gap or a number too large to compute with.”
 */
export function basisOf({ columns, outcome }: Model): Basis | Refusal {
  const [n, k] = [outcome.length, columns.length]
  if (![outcome, ...columns].every((column) => column.length === n && areSummable(column)))
    return refuse('The series has a gap or a number too large to compute with.')
  if (n < k + 3) return refuse(`${n} points are too few to fit ${k} unknowns; ${k + 3} are the least.`)
  const norms = columns.map((column) => Math.hypot(...column) || 1)
  const decomposition = new QrDecomposition(new Matrix(columns.map((column, j) => column.map((x) => x / norms[j]!))).transpose())
  const [q, r] = [decomposition.orthogonalMatrix, decomposition.upperTriangularMatrix]
  if (columns.some((_, j) => Math.abs(r.get(j, j)) < 1e-9))
    return refuse('Two causes move exactly together in this series, so their effects cannot be told apart.')
  const scaled = r.clone()
  norms.forEach((norm, j) => {
    scaled.mulColumn(j, norm)
  })
  const logPivots = scaled.diagonal().map((pivot) => Math.log(Math.abs(pivot)))
  return { q, toCoefficients: (onBasis) => solve(scaled, onBasis), logPivots }
}

/** Coefficients and covariance on the basis, carried back to the columns. */
export function carryBack(basis: Basis, onBasis: { coefficients: Matrix; covariance: Matrix }) {
  const half = basis.toCoefficients(onBasis.covariance)
  return {
    coefficients: basis.toCoefficients(onBasis.coefficients).to1DArray(),
    covariance: basis.toCoefficients(half.transpose()).to2DArray(),
  }
}

/** A weighted sum w'β of coefficients with its standard error √(w'Vw), as for any linear combination of estimates. */
export function contrastOf(fit: Fit, weights: readonly number[]): Effect {
  const effect = weights.reduce((sum, weight, j) => sum + weight * fit.coefficients[j]!, 0)
  const variance = weights.reduce((sum, a, i) => sum + weights.reduce((part, b, j) => part + a * b * fit.covariance[i]![j]!, 0), 0)
  return { effect, standardError: Math.sqrt(variance), degreesOfFreedom: fit.degreesOfFreedom, n: fit.n }
}

/**
 * Ordinary least squares with its residuals (R `lm`). Its errors are only honest when neighbouring points are independent.
 * Refuses as `basisOf` does, and a perfect fit: “The series has no noise around its pattern, so nothing can be said about chance.”
 */
export function fitLeastSquares(model: Model): (Fit & { residuals: number[] }) | Refusal {
  const basis = basisOf(model)
  if ('refused' in basis) return basis
  const y = Matrix.columnVector([...model.outcome])
  const coefficients = basis.q.transpose().mmul(y)
  const residuals = y.clone().sub(basis.q.mmul(coefficients)).to1DArray()
  const degreesOfFreedom = model.outcome.length - model.columns.length
  const spread = residuals.reduce((sum, e) => sum + e * e, 0) / degreesOfFreedom
  if (isNoise(spread, model.outcome)) return refuse('The series has no noise around its pattern, so nothing can be said about chance.')
  const covariance = Matrix.eye(model.columns.length).mul(spread)
  return { ...carryBack(basis, { coefficients, covariance }), degreesOfFreedom, n: model.outcome.length, residuals }
}

/** Whether a residual variance is only rounding. */
export function isNoise(spread: number, outcome: readonly number[]) {
  const size = outcome.reduce((most, y) => Math.max(most, Math.abs(y)), 0)
  return !(spread > (size * 1e-13) ** 2)
}
