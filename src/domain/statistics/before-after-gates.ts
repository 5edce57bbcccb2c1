import type { Season } from './before-after-design.ts'
import { tQuantile, tUpperTail } from './distributions.ts'
import type { Effect, Interval } from './estimates.ts'

/** The fewest points before a change from which a verdict is drawn. */
export const fewestPointsBefore = 24
/** The fewest points after it. */
export const fewestPointsAfter = 4

export type Judged = { p: { model: number; placebo: number | null; reported: number }; interval: Interval }

/**
 * An effect held against what the same analysis finds at fake dates (placebo in time; Abadie, Diamond, Hainmueller, AJPS 2015): the larger
 * p, the dates' being (1 + as large)/(dates + 1), and the interval widened to match.
 */
export function judgeAgainst(effect: Effect, placebos: readonly number[], alpha: number): Judged {
  const statistic = Math.abs(effect.effect / effect.standardError)
  const model = Math.min(1, 2 * tUpperTail(statistic, effect.degreesOfFreedom))
  const rank = (1 + placebos.filter((other) => other >= statistic).length) / (placebos.length + 1)
  const placebo = areEnough(placebos, alpha) ? rank : null
  return { p: { model, placebo, reported: Math.max(model, placebo ?? 0) }, interval: intervalAgainst(effect, placebos, alpha) }
}

/**
 * The model's interval by Student's t, widened where the past shows larger effects than chance should, as far as the p of `judgeAgainst`
 * asks.
 */
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

/** What a series is too short for, as sentences. */
export function missingFrom({ length, changeAt, season }: { length: number; changeAt: number; season?: Season | undefined }) {
  const after = length - changeAt
  return [
    changeAt < fewestPointsBefore && `There are ${changeAt} points before the change; ${fewestPointsBefore} are the least for a pattern.`,
    season && changeAt < season.period && 'There is not one full season before the change, so season and change cannot be told apart.',
    after < fewestPointsAfter && `There are ${after} points after the change; ${fewestPointsAfter} are the least.`,
  ].filter((sentence) => typeof sentence === 'string')
}

/** Both p-values and which of them counts, as a sentence; none where too few fake dates fit. */
export function describeFakeDates({ placebos, p: { model, placebo } }: { placebos: readonly number[]; p: Judged['p'] }): string[] {
  if (placebo === null) return []
  const told = (p: number) => (p < 0.001 ? 'below 0.001' : p.toPrecision(2))
  return [
    `The same analysis was made at ${placebos.length} dates on which nothing was changed. That nothing changed here either has p ${told(model)} by the model and ${told(placebo)} among those dates; the larger one counts.`,
  ]
}

/** What weakens the claim without forbidding it: too few fake dates for `alpha`, as a sentence. */
export function cautionsAbout(placebos: readonly number[], alpha: number) {
  if (areEnough(placebos, alpha)) return []
  return [`Only ${placebos.length} fake dates fit into the time before the change, too few to check the method on its own past.`]
}

/** Why no verdict may be drawn however long the series is, as sentences. */
export function objectionsTo({ wanders, holdOut }: { wanders: boolean; holdOut: 'passed' | 'failed' | 'untold' }) {
  return [
    wanders && 'The series wanders without returning to a level, so a step in it may be nothing but wandering.',
    holdOut === 'failed' && 'The pattern before the change does not predict the last quarter of its own past.',
  ].filter((sentence) => typeof sentence === 'string')
}
