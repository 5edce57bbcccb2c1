import { type AutocorrelatedFit, fitAutocorrelated } from './autocorrelated-regression.ts'
import { type BeforeAfterSeries, baseColumns, designOf } from './before-after-design.ts'
import { tQuantile, tUpperTail } from './distributions.ts'
import { type Effect, type Interval, soundEffect } from './estimates.ts'
import { holdOut } from './hold-out.ts'
import { tryFakeDates } from './placebo-in-time.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { contrastOf } from './regression.ts'

/** What a before/after comparison found, and everything that speaks against believing it. */
export type BeforeAfterEffect = Effect & {
  interval: Interval
  /** |effect / standard error| at the fake dates. */
  placebos: number[]
  /** Of the model, of the fake dates (null when too few fit), and the larger of the two. */
  p: { model: number; placebo: number | null; reported: number }
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

export const fewestPointsBefore = 24
export const fewestPointsAfter = 4

/**
 * Segmented regression with REML AR(1) errors (interrupted time series without a control), its interval widened where fake dates in the
 * past show larger effects than chance should. A series on a log scale gives a log ratio: take logs first.
 * Refuses as `fitAutocorrelated` does, and a change outside the series. Everything weaker comes back as missing, objection or caution.
 */
export function compareBeforeAfter(series: BeforeAfterSeries, alpha = 0.05): BeforeAfterEffect | Refusal {
  const { values, changeAt } = series
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
    missing: missingFrom(series),
    objections: objectionsTo(fit, series),
    cautions: areEnough(placebos, alpha) ? [] : [tooFewDates(placebos.length)],
  }
}

type Judged = Pick<BeforeAfterEffect, 'p' | 'interval'>

function judgeAgainst(effect: Effect, placebos: number[], alpha: number): Judged {
  const statistic = Math.abs(effect.effect / effect.standardError)
  const model = Math.min(1, 2 * tUpperTail(statistic, effect.degreesOfFreedom))
  const rank = (1 + placebos.filter((other) => other >= statistic).length) / (placebos.length + 1)
  const placebo = areEnough(placebos, alpha) ? rank : null
  return { p: { model, placebo, reported: Math.max(model, placebo ?? 0) }, interval: intervalAgainst(effect, placebos, alpha) }
}

/** The model's interval, widened where the past shows larger effects than chance should. */
export function intervalAgainst(effect: Effect, placebos: readonly number[], alpha: number): Interval {
  const width = effect.standardError * Math.max(-tQuantile(alpha / 2, effect.degreesOfFreedom), placeboCritical(placebos, alpha))
  return { low: effect.effect - width, high: effect.effect + width }
}

/** With k fake dates the smallest rank p is 1 / (k + 1): below that resolution the ranks alone cannot reach alpha. */
function areEnough(placebos: readonly number[], alpha: number) {
  return placebos.length + 1 >= 1 / alpha
}

/** The statistic an effect must beat so that its rank p is at most alpha; with too few dates, the largest of them. */
function placeboCritical(placebos: readonly number[], alpha: number) {
  const sorted = [...placebos].sort((a, b) => b - a)
  return sorted[Math.max(0, Math.floor(alpha * (sorted.length + 1) + 1e-9) - 1)] ?? 0
}

function expectedAfter(series: BeforeAfterSeries, fit: AutocorrelatedFit) {
  const columns = baseColumns(series)
  const after = series.values.length - series.changeAt
  return columns.reduce(
    (sum, column, j) => sum + (fit.coefficients[j]! * column.slice(series.changeAt).reduce((a, b) => a + b, 0)) / after,
    0,
  )
}

function missingFrom({ values, changeAt, season }: BeforeAfterSeries) {
  const after = values.length - changeAt
  return [
    changeAt < fewestPointsBefore && `There are ${changeAt} points before the change; ${fewestPointsBefore} are the least for a pattern.`,
    season && changeAt < season.period && 'There is not one full season before the change, so season and change cannot be told apart.',
    after < fewestPointsAfter && `There are ${after} points after the change; ${fewestPointsAfter} are the least.`,
  ].filter((sentence) => typeof sentence === 'string')
}

function objectionsTo(fit: AutocorrelatedFit, series: BeforeAfterSeries) {
  return [
    fit.autocorrelation > 0.95 && 'The series wanders without returning to a level, so a step in it may be nothing but wandering.',
    holdOut(series) === 'failed' && 'The pattern before the change does not predict the last quarter of its own past.',
  ].filter((sentence) => typeof sentence === 'string')
}

function tooFewDates(count: number) {
  return `Only ${count} fake dates fit into the time before the change, too few to check the method on its own past.`
}
