import type { BeforeAfterEffect } from './before-after.ts'
import { type BeforeAfterSeries, baseColumns, designOf } from './before-after-design.ts'
import { cautionsAbout, judgeAgainst, missingFrom, objectionsTo } from './before-after-gates.ts'
import { type CountFit, fitCounts } from './count-regression.ts'
import { type Effect, soundEffect } from './estimates.ts'
import { type Foresight, holdOut } from './hold-out.ts'
import { fakeDates, statisticsAt } from './placebo-in-time.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { contrastOf } from './regression.ts'

/** A series of counts in even steps of time, oldest first, with the exposure behind each (people), and the index of the first point after the change. */
export type CountSeries = Pick<BeforeAfterSeries, 'changeAt' | 'places' | 'trend' | 'season'> & {
  counts: readonly number[]
  exposures?: readonly number[]
}

/** The effect is a log rate ratio; `difference` is the same as a difference of rates, and `expected` the rates had there been no change. */
export type CountEffect = BeforeAfterEffect & { difference: Effect }

/**
 * Segmented quasi-Poisson regression with the logarithm of the exposure as offset (Lopez Bernal, Cummins, Gasparrini, IJE 2017), under the
 * same gates and fake dates as `compareBeforeAfter`.
 * Refuses as `fitCounts` and `soundEffect` do, and: “The change does not lie inside the series.”
 */
export function compareCounts(series: CountSeries, alpha = 0.05): CountEffect | Refusal {
  const { counts, changeAt, season } = series
  if (!Number.isInteger(changeAt) || changeAt < 1 || changeAt >= counts.length) return refuse('The change does not lie inside the series.')
  const found = stepOf(series)
  if (isRefusal(found)) return found
  const effect = soundEffect(found.effect)
  if (isRefusal(effect)) return effect
  const placebos = tryFakeDates(series)
  return {
    ...effect,
    ...judgeAgainst(effect, placebos, alpha),
    ...inRates(series, found.fit),
    autocorrelation: found.fit.residualAutocorrelation,
    placebos,
    missing: missingFrom({ length: counts.length, changeAt, season }),
    objections: objectionsTo({
      wanders: found.fit.residualAutocorrelation >= mostAutocorrelation,
      holdOut: holdOut(changeAt, (split) => foresee(pastOf(series), split)),
    }),
    cautions: cautionsAbout(placebos, alpha),
  }
}

/** `fitCounts` caps its correlation of residuals here: beyond it nothing can be told from wandering. */
const mostAutocorrelation = 0.95

const asSeries = ({ counts, exposures: _exposures, ...rest }: CountSeries): BeforeAfterSeries => ({ ...rest, values: counts })

function stepOf(series: CountSeries): { fit: CountFit; effect: Effect } | Refusal {
  const design = designOf(asSeries(series))
  const fit = fitCounts({ ...series, columns: design.columns })
  return isRefusal(fit) ? fit : { fit, effect: contrastOf(fit, design.effectWeights) }
}

function pastOf(series: CountSeries, until = series.changeAt): CountSeries {
  const { counts, exposures, places } = series
  const begun = { ...series, counts: counts.slice(0, until), ...(exposures && { exposures: exposures.slice(0, until) }) }
  return places ? { ...begun, places: places.slice(0, until) } : begun
}

function tryFakeDates(series: CountSeries): number[] {
  const past = pastOf(series)
  return statisticsAt(fakeDates({ length: series.counts.length, changeAt: series.changeAt }), (changeAt) => {
    const found = stepOf({ ...past, changeAt })
    return isRefusal(found) ? found : found.effect
  })
}

/** (e^b − 1) times the average rate without the change, its error by the delta method over all coefficients. */
function inRates(series: CountSeries, fit: CountFit): Pick<CountEffect, 'difference' | 'expected'> {
  const columns = baseColumns(asSeries(series)).map((column) => column.slice(series.changeAt))
  const rates = columns[0]!.map((_, t) => Math.exp(columns.reduce((sum, column, j) => sum + fit.coefficients[j]! * column[t]!, 0)))
  const average = (weights: readonly number[]) => rates.reduce((sum, rate, t) => sum + rate * weights[t]!, 0) / rates.length
  const usual = average(columns[0]!)
  const ratio = Math.exp(fit.coefficients[columns.length]!)
  const gradient = [...columns.map((column) => (ratio - 1) * average(column)), ratio * usual]
  return { expected: rates, difference: { ...contrastOf(fit, gradient), effect: (ratio - 1) * usual } }
}

function foresee(past: CountSeries, split: number): Foresight | Refusal {
  const columns = baseColumns(asSeries(past))
  const fit = fitCounts({ ...pastOf(past, split), columns: columns.map((column) => column.slice(0, split)) })
  if (isRefusal(fit)) return fit
  const points = past.counts.slice(split).map((came, step) => {
    const { effect, standardError } = contrastOf(
      fit,
      columns.map((column) => column[split + step]!),
    )
    const expected = Math.exp(effect) * (past.exposures?.[split + step] ?? 1)
    return { came, expected, deviation: Math.hypot(Math.sqrt(fit.dispersion * expected), expected * standardError) }
  })
  return { degreesOfFreedom: fit.degreesOfFreedom, points }
}
