import { inverse, Matrix } from 'ml-matrix'
import { areRising } from './autocorrelated-regression.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Fit } from './regression.ts'
import { findRise } from './root-finding.ts'

/**
 * Counts with the exposure behind each (people, sessions, days); the effect is a log rate ratio. `places`: on which step of time each count
 * stands where some steps have none: whole and rising, 0, 1, 2, … unless given.
 */
export type CountModel = {
  columns: readonly (readonly number[])[]
  counts: readonly number[]
  exposures?: readonly number[]
  places?: readonly number[]
}

export type CountFit = Fit & {
  /** Pearson χ² over degrees of freedom: 1 for a true Poisson. */
  dispersion: number
  /** Correlation of Pearson residuals one step of time apart, at most 0.95; above about 2/√n the errors are not independent. */
  residualAutocorrelation: number
}

/**
 * Log-linear regression of counts with dispersion φ̂ = Pearson χ² / df (quasi-Poisson; Lopez Bernal, Cummins, Gasparrini, IJE 2017; R
 * `glm(family = quasipoisson)`).
 * Where neighbouring residuals move together (r > 0) the variance is widened by (1 + r) / (1 − r), as an AR(1) mean would be. Neighbours d
 * steps apart move together by r^d, so a gap is no neighbourhood.
 * Refuses: “Counts must be whole numbers, 0 or more.” “Every count needs an exposure above 0.” “Nothing was counted in this series.” “…
 * points are too few to fit … unknowns; … are the least.” “The steps of time on which the counts stand must be whole and rise.”
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
  const distances = distancesOf(model)
  const residualAutocorrelation = stepCorrelation(residuals, distances)
  const widening = wideningBy(residualAutocorrelation, distances)
  const covariance = information.mul(Math.max(dispersion * widening, Number.MIN_VALUE)).to2DArray()
  return { coefficients, covariance, degreesOfFreedom: n - k, n, dispersion, residualAutocorrelation }
}

function findFault({ columns, counts, exposures, places }: CountModel) {
  const n = counts.length
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) return refuse('Counts must be whole numbers, 0 or more.')
  if (exposures && (exposures.length !== n || !exposures.every((exposure) => exposure > 0 && Number.isFinite(exposure))))
    return refuse('Every count needs an exposure above 0.')
  if (places && !areRising(places, n)) return refuse('The steps of time on which the counts stand must be whole and rise.')
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

/** Between each count and the next, in steps of time. */
function distancesOf({ counts, places }: CountModel) {
  return counts.slice(1).map((_, t) => (places ? places[t + 1]! - places[t]! : 1))
}

const MOST = 0.95

/**
 * The r for which Σ r^d over all neighbours is what their residuals show: without gaps, their correlation itself. Where neighbours rather
 * contradict each other, r is told as if there were none: it widens nothing.
 */
function stepCorrelation(residuals: readonly number[], distances: readonly number[]) {
  const squares = residuals.reduce((sum, e) => sum + e * e, 0)
  const products = residuals.slice(1).reduce((sum, e, t) => sum + e * residuals[t]!, 0)
  const shown = squares > 0 ? products / squares : 0
  const shownAt = (r: number) => meanOver(distances, (apart) => r ** apart)
  if (shown <= 0) return shown
  return shownAt(MOST) <= shown ? MOST : findRise((r) => shownAt(r) - shown, { low: 0, high: MOST })
}

const wideningBy = (r: number, distances: readonly number[]) =>
  r <= 0 ? 1 : meanOver(distances, (apart) => (1 + r ** apart) / (1 - r ** apart))

const meanOver = (distances: readonly number[], f: (apart: number) => number) =>
  distances.reduce((sum, apart) => sum + f(apart), 0) / distances.length
