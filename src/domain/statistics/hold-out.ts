import { fitAutocorrelated } from './autocorrelated-regression.ts'
import { type BeforeAfterSeries, baseColumns } from './before-after-design.ts'
import { tQuantile } from './distributions.ts'
import { isRefusal } from './refusal.ts'

/**
 * Fits the first three quarters of the past and asks whether the last quarter lies where it says: `failed` when under 60 % of the points
 * fall into their 95 % prediction intervals. Neighbouring misses go together under autocorrelation, so the bar is well below 95 %.
 * `untold` when the past is too short to split.
 */
export function holdOut(series: BeforeAfterSeries): 'passed' | 'failed' | 'untold' {
  const past = {
    ...series,
    values: series.values.slice(0, series.changeAt),
    untouched: series.untouched?.map((one) => one.slice(0, series.changeAt)),
  }
  const split = Math.floor(series.changeAt * 0.75)
  const columns = baseColumns(past)
  const fit = fitAutocorrelated({ columns: columns.map((column) => column.slice(0, split)), outcome: past.values.slice(0, split) })
  if (isRefusal(fit)) return 'untold'
  const critical = tQuantile(0.975, fit.degreesOfFreedom)
  const spread = fit.noise / (1 - fit.autocorrelation ** 2)
  const inside = past.values.slice(split).filter((value, step) => {
    const row = columns.map((column) => column[split + step]!)
    const expected = row.reduce((sum, x, j) => sum + x * fit.coefficients[j]!, 0)
    const variance = spread + row.reduce((sum, a, i) => sum + row.reduce((part, b, j) => part + a * b * fit.covariance[i]![j]!, 0), 0)
    return Math.abs(value - expected) <= critical * Math.sqrt(variance)
  })
  return inside.length >= 0.6 * (past.values.length - split) ? 'passed' : 'failed'
}
