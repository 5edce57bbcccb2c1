import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix'
import { type Refusal, refuse } from './refusal.ts'
import { type Basis, basisOf, carryBack, contrastOf, type Fit, isNoise, type Model } from './regression.ts'
import { findLowest } from './root-finding.ts'

/** A fit whose errors follow e_t = φ e_{t−1} + noise; `noise` is the variance of that noise. */
export type AutocorrelatedFit = Fit & { autocorrelation: number; noise: number }

/**
 * Regression with AR(1) errors by restricted maximum likelihood, profiled over φ:
 * −½(n − k) ln s²_φ + ½ ln(1 − φ²) − ½ ln|X'W'WX|, W the Prais–Winsten whitening (Cooper and Thompson, Biometrika 1977; the likelihood
 * of R's `nlme::gls(correlation = corAR1(), method = "REML")`). Refuses as `basisOf` does, and a series without noise.
 */
export function fitAutocorrelated(model: Model): AutocorrelatedFit | Refusal {
  const basis = basisOf(model)
  if ('refused' in basis) return basis
  const moments = momentsOf(basis, model.outcome)
  const degreesOfFreedom = model.outcome.length - model.columns.length
  if (isNoise(moments.plain.get(moments.k, moments.k) / degreesOfFreedom, model.outcome))
    return refuse('The series has no noise around its pattern, so nothing can be said about chance.')
  const autocorrelation = likeliestAutocorrelation(moments, degreesOfFreedom)
  const at = solveAt(moments, autocorrelation)
  const noise = at.squares / degreesOfFreedom
  const onBasis = { coefficients: at.coefficients.add(moments.start), covariance: at.inverse.mul(noise) }
  return { ...carryBack(basis, onBasis), degreesOfFreedom, n: model.outcome.length, autocorrelation, noise }
}

// W'W is tridiagonal, so every φ needs only three matrices of cross products: plain − φ · lagged + φ² · inner.
type Moments = { k: number; start: Matrix; plain: Matrix; lagged: Matrix; inner: Matrix }

function momentsOf({ q }: Basis, outcome: readonly number[]): Moments {
  const y = Matrix.columnVector([...outcome])
  const start = q.transpose().mmul(y)
  const rest = y.sub(q.mmul(start))
  const rows = q.to2DArray().map((row, t) => [...row, rest.get(t, 0)])
  const z = new Matrix(rows)
  const crossed = new Matrix(rows.slice(1)).transpose().mmul(new Matrix(rows.slice(0, -1)))
  const inside = new Matrix(rows.slice(1, -1))
  return {
    k: q.columns,
    start,
    plain: z.transpose().mmul(z),
    lagged: Matrix.add(crossed, crossed.transpose()),
    inner: inside.transpose().mmul(inside),
  }
}

function whitened({ plain, lagged, inner }: Moments, phi: number) {
  return Matrix.sub(plain, Matrix.mul(lagged, phi)).add(Matrix.mul(inner, phi * phi))
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
  return (-degreesOfFreedom * logSquares + Math.log(1 - phi * phi) - logs.reduce((a, b) => a + b, 0)) / 2
}

/** The standard error a weighted sum of coefficients would have in another design with the noise and autocorrelation of a fit. */
export function contrastErrorAt(
  fit: AutocorrelatedFit,
  columns: readonly (readonly number[])[],
  weights: readonly number[],
): number | Refusal {
  const nothing = columns[0]!.map(() => 0)
  const basis = basisOf({ columns, outcome: nothing })
  if ('refused' in basis) return basis
  const { inverse: inverted, coefficients } = solveAt(momentsOf(basis, nothing), fit.autocorrelation)
  const back = carryBack(basis, { coefficients, covariance: inverted.mul(fit.noise) })
  return contrastOf({ ...back, degreesOfFreedom: 1, n: nothing.length }, weights).standardError
}
