import { type AutocorrelatedFit, fitAutocorrelated } from './autocorrelated-regression.ts'
import { type BeforeAfterSeries, baseColumns, beginningOf, designOf, placesOf } from './before-after-design.ts'
import { cautionsAbout, type Judged, judgeAgainst, missingFrom, objectionsTo } from './before-after-gates.ts'
import { type Effect, soundEffect } from './estimates.ts'
import { type Foresight, holdOut } from './hold-out.ts'
import { tryFakeDates } from './placebo-in-time.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { contrastOf } from './regression.ts'

/** What a before/after comparison found, and everything that speaks against believing it. */
export type BeforeAfterEffect = Effect &
  Judged & {
    /** |effect / standard error| at the fake dates; p is of the model, of the fake dates (null when too few fit), and the larger of the two. */
    placebos: number[]
    autocorrelation: number
    /** What the model expects at each point after the change had there been none. */
    expected: number[]
    /** What the series is too short for, as sentences. */
    missing: string[]
    /** Why no verdict may be drawn from it however long it is. */
    objections: string[]
    /** What weakens the claim without forbidding it. */
    cautions: string[]
  }

/**
 * Segmented regression with REML AR(1) errors: an interrupted time series without a control (Lopez Bernal, Cummins, Gasparrini, IJE 2017),
 * its interval widened where fake dates in the past show larger effects than chance should.
 * A series on a log scale gives a log ratio: take logs first. Everything weaker than a refusal comes back as missing, objection or caution.
 * Refuses as `fitAutocorrelated` and `soundEffect` do, and: “The change does not lie inside the series.”
 */
export function compareBeforeAfter(series: BeforeAfterSeries, alpha = 0.05): BeforeAfterEffect | Refusal {
  const { values, changeAt, season } = series
  if (!Number.isInteger(changeAt) || changeAt < 1 || changeAt >= values.length) return refuse('The change does not lie inside the series.')
  const design = designOf(series)
  const fit = fitAutocorrelated({ columns: design.columns, outcome: values, places: placesOf(series) })
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
    objections: objectionsTo({
      wanders: fit.autocorrelation > 0.95,
      holdOut: holdOut(changeAt, (split) => foresee(beginningOf(series), split)),
    }),
    cautions: cautionsAbout(placebos, alpha),
  }
}

function expectedAfter(series: BeforeAfterSeries, fit: AutocorrelatedFit) {
  const columns = baseColumns(series)
  return series.values.slice(series.changeAt).map((_, step) => {
    return columns.reduce((sum, column, j) => sum + fit.coefficients[j]! * column[series.changeAt + step]!, 0)
  })
}

function foresee(past: BeforeAfterSeries, split: number): Foresight | Refusal {
  const columns = baseColumns(past)
  const { values: outcome, places } = beginningOf(past, split)
  const fit = fitAutocorrelated({ columns: columns.map((column) => column.slice(0, split)), outcome, places: places! })
  if (isRefusal(fit)) return fit
  const spread = Math.sqrt(fit.noise / (1 - fit.autocorrelation ** 2))
  const points = past.values.slice(split).map((came, step) => {
    const { effect: expected, standardError } = contrastOf(
      fit,
      columns.map((column) => column[split + step]!),
    )
    return { came, expected, deviation: Math.hypot(spread, standardError) }
  })
  return { degreesOfFreedom: fit.degreesOfFreedom, points }
}
