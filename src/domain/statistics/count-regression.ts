import { inverse, Matrix } from 'ml-matrix'
import { type Refusal, refuse } from './refusal.ts'
import type { Fit } from './regression.ts'

/** Counts with the exposure behind each (people, sessions, days); the effect is a log rate ratio. */
export type CountModel = { columns: readonly (readonly number[])[]; counts: readonly number[]; exposures?: readonly number[] }

export type CountFit = Fit & {
  /** Pearson χ² over degrees of freedom: 1 for a true Poisson. */
  dispersion: number
  /** Lag-one correlation of the Pearson residuals; above about 2/√n the errors are not independent. */
  residualAutocorrelation: number
}

/**
 * Log-linear regression of counts with dispersion φ̂ = Pearson χ² / df (quasi-Poisson; Lopez Bernal, Cummins, Gasparrini, IJE 2017; R
 * `glm(family = quasipoisson)`).
 * Where neighbouring residuals move together (r > 0) the variance is widened by (1 + r) / (1 − r), as an AR(1) mean would be.
 * Refuses: “Counts must be whole numbers, 0 or more.” “Every count needs an exposure above 0.” “Nothing was counted in this series.” “…
 * points are too few to fit … unknowns; … are the least.”
 * A fit that does not settle: “No rate fits these counts; a group or season without any count has none.”
 */
export function fitCounts(model: CountModel): CountFit | Refusal {
  const fault = findFault(model)
  if (fault) return fault
  const settled = settle(model)
  if (!settled) return refuse('No rate fits these counts; a group or season without any count has none.')
  const { coefficients, expected, information } = settled
  const [n, k] = [model.counts.length, model.columns.length]
  const residuals = model.counts.map((count, t) => (count - expected[t]!) / Math.sqrt(expected[t]!))
  const dispersion = residuals.reduce((sum, e) => sum + e * e, 0) / (n - k)
  const residualAutocorrelation = lagOne(residuals)
  const widening = Math.max(1, (1 + residualAutocorrelation) / (1 - residualAutocorrelation))
  const covariance = information.mul(Math.max(dispersion * widening, Number.MIN_VALUE)).to2DArray()
  return { coefficients, covariance, degreesOfFreedom: n - k, n, dispersion, residualAutocorrelation }
}

function findFault({ columns, counts, exposures }: CountModel) {
  const n = counts.length
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) return refuse('Counts must be whole numbers, 0 or more.')
  if (exposures && (exposures.length !== n || !exposures.every((exposure) => exposure > 0 && Number.isFinite(exposure))))
    return refuse('Every count needs an exposure above 0.')
  if (n < columns.length + 3)
    return refuse(`${n} points are too few to fit ${columns.length} unknowns; ${columns.length + 3} are the least.`)
  return counts.every((count) => count === 0) ? refuse('Nothing was counted in this series.') : null
}

/** Iteratively reweighted least squares; null where it runs away or the columns cannot be told apart. */
function settle({ columns, counts, exposures }: CountModel) {
  const x = new Matrix(columns.map((column) => [...column])).transpose()
  const offset = counts.map((_, t) => Math.log(exposures?.[t] ?? 1))
  let linear = counts.map((count) => Math.log(Math.max(count, 0.5)))
  for (let step = 0; step < 50; step++) {
    const expected = linear.map(Math.exp)
    const working = linear.map((eta, t) => eta - offset[t]! + (counts[t]! - expected[t]!) / expected[t]!)
    const weightedX = x.clone()
    expected.forEach((weight, t) => {
      weightedX.mulRow(t, weight)
    })
    const normal = weightedX.transpose().mmul(x)
    if (!normal.to1DArray().every(Number.isFinite)) return null
    const information = invert(normal)
    if (!information) return null
    const coefficients = information.mmul(weightedX.transpose().mmul(Matrix.columnVector(working)))
    const next = x
      .mmul(coefficients)
      .to1DArray()
      .map((eta, t) => eta + offset[t]!)
    const change = Math.max(...next.map((eta, t) => Math.abs(eta - linear[t]!)))
    linear = next
    if (change < 1e-10) return { coefficients: coefficients.to1DArray(), expected: linear.map(Math.exp), information }
  }
  return null
}

function invert(normal: Matrix) {
  try {
    return inverse(normal)
  } catch {
    // ml-matrix throws on a singular matrix; a column that repeats another is the caller's data, not a bug.
    return null
  }
}

function lagOne(residuals: readonly number[]) {
  const squares = residuals.reduce((sum, e) => sum + e * e, 0)
  const products = residuals.slice(1).reduce((sum, e, t) => sum + e * residuals[t]!, 0)
  return squares > 0 ? Math.min(0.95, products / squares) : 0
}
