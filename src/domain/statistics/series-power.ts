import { contrastErrorAt, fitAutocorrelated } from './autocorrelated-regression.ts'
import { type BeforeAfterSeries, baseColumns, designOf, placesOf } from './before-after-design.ts'
import { tQuantile } from './distributions.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

/** A past without the change, and how the comparison will be made. */
export type SeriesPlan = Omit<BeforeAfterSeries, 'changeAt' | 'untouched'> & { pointsAfter: number; alpha: number; power: number }

export type SeriesPower = { detectable: number; standardError: number; autocorrelation: number }

/**
 * The step a before/after comparison would find with the plan's power, (t_{1−α/2} + t_{power}) standard errors (Bloom 1995): noise and
 * autocorrelation are read from the past, the error from the design it will have. `detectable` is in the unit of the values.
 * Refuses as `fitAutocorrelated` and `contrastErrorAt` do, and: “Alpha and power must lie between 0 and 1.” “At least one point after the
 * change is needed.” (and at most 10,000)
 */
export function detectableStep({ pointsAfter, alpha, power, ...past }: SeriesPlan): SeriesPower | Refusal {
  if (!(alpha > 0 && alpha < 1 && power > 0 && power < 1)) return refuse('Alpha and power must lie between 0 and 1.')
  if (!(Number.isInteger(pointsAfter) && pointsAfter >= 1 && pointsAfter <= 10_000))
    return refuse('At least one point after the change is needed.')
  const changeAt = past.values.length
  const before = placesOf(past)
  const fit = fitAutocorrelated({ columns: baseColumns({ ...past, changeAt }), outcome: past.values, places: before })
  if (isRefusal(fit)) return fit
  const after = Array.from({ length: pointsAfter }, (_, step) => before.at(-1)! + 1 + step)
  const whole = { ...past, changeAt, values: [...past.values, ...after.map(() => 0)], places: [...before, ...after] }
  const { columns, effectWeights } = designOf(whole)
  const standardError = contrastErrorAt(fit, { columns, places: whole.places }, effectWeights)
  if (isRefusal(standardError)) return standardError
  const degrees = whole.values.length - columns.length
  return {
    detectable: (-tQuantile(alpha / 2, degrees) + tQuantile(power, degrees)) * standardError,
    standardError,
    autocorrelation: fit.autocorrelation,
  }
}
