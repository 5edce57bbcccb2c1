import { type AutocorrelatedFit, fitAutocorrelated } from './autocorrelated-regression.ts'
import { type BeforeAfterSeries, baseColumns, designOf } from './before-after-design.ts'
import { cautionsAbout, type Judged, judgeAgainst, missingFrom, objectionsTo } from './before-after-gates.ts'
import { type Effect, soundEffect } from './estimates.ts'
import { holdOut } from './hold-out.ts'
import { tryFakeDates } from './placebo-in-time.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { contrastOf } from './regression.ts'

/** What a before/after comparison found, and everything that speaks against believing it. */
export type BeforeAfterEffect = Effect &
  Judged & {
    /** |effect / standard error| at the fake dates; p is of the model, of the fake dates (null when too few fit), and the larger of the two. */
    placebos: number[]
    autocorrelation: number
    /** Average of what the model expects after the change had there been none. */
    expected: number
    /** What the series is too short for, as sentences. */
    missing: string[]
    /** Why no verdict may be drawn from it however long it is. */
    objections: string[]
    /** What weakens the claim without forbidding it. */
    cautions: string[]
  }

/**
 * Segmented regression with REML AR(1) errors (interrupted time series without a control), its interval widened where fake dates in the
 * past show larger effects than chance should. A series on a log scale gives a log ratio: take logs first.
 * Refuses as `fitAutocorrelated` does, and a change outside the series. Everything weaker comes back as missing, objection or caution.
 */
export function compareBeforeAfter(series: BeforeAfterSeries, alpha = 0.05): BeforeAfterEffect | Refusal {
  const { values, changeAt, season } = series
  if (!Number.isInteger(changeAt) || changeAt < 1 || changeAt >= values.length) return refuse('The change does not lie inside the series.')
  const design = designOf(series)
  const fit = fitAutocorrelated({ columns: design.columns, outcome: values })
  if (isRefusal(fit)) return fit
  const effect = soundEffect(contrastOf(fit, design.effectWeights))
  if (isRefusal(effect)) return effect
  const placebos = tryFakeDates(series)
  return {
    ...effect,
    ...judgeAgainst(effect, placebos, alpha),
    autocorrelation: fit.autocorrelation,
    expected: expectedAfter(series, fit),
    placebos,
    missing: missingFrom({ length: values.length, changeAt, season }),
    objections: objectionsTo({ wanders: fit.autocorrelation > 0.95, holdOut: holdOut(series) }),
    cautions: cautionsAbout(placebos, alpha),
  }
}

function expectedAfter(series: BeforeAfterSeries, fit: AutocorrelatedFit) {
  const columns = baseColumns(series)
  const after = series.values.length - series.changeAt
  return columns.reduce(
    (sum, column, j) => sum + (fit.coefficients[j]! * column.slice(series.changeAt).reduce((a, b) => a + b, 0)) / after,
    0,
  )
}
