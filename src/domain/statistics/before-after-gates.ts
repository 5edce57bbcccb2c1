import type { Season } from './before-after-design.ts'
import { tQuantile, tUpperTail } from './distributions.ts'
import type { Effect, Interval } from './estimates.ts'

export const fewestPointsBefore = 24
export const fewestPointsAfter = 4

export type Judged = { p: { model: number; placebo: number | null; reported: number }; interval: Interval }

/** An effect held against what the same analysis finds at fake dates: the larger p, and the interval widened to match. */
export function judgeAgainst(effect: Effect, placebos: readonly number[], alpha: number): Judged {
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

/** What a series is too short for, as sentences. */
export function missingFrom({ length, changeAt, season }: { length: number; changeAt: number; season?: Season | undefined }) {
  const after = length - changeAt
  return [
    changeAt < fewestPointsBefore && `There are ${changeAt} points before the change; ${fewestPointsBefore} are the least for a pattern.`,
    season && changeAt < season.period && 'There is not one full season before the change, so season and change cannot be told apart.',
    after < fewestPointsAfter && `There are ${after} points after the change; ${fewestPointsAfter} are the least.`,
  ].filter((sentence) => typeof sentence === 'string')
}

export function cautionsAbout(placebos: readonly number[], alpha: number) {
  if (areEnough(placebos, alpha)) return []
  return [`Only ${placebos.length} fake dates fit into the time before the change, too few to check the method on its own past.`]
}

/** Why no verdict may be drawn however long the series is. */
export function objectionsTo({ wanders, holdOut }: { wanders: boolean; holdOut: 'passed' | 'failed' | 'untold' }) {
  return [
    wanders && 'The series wanders without returning to a level, so a step in it may be nothing but wandering.',
    holdOut === 'failed' && 'The pattern before the change does not predict the last quarter of its own past.',
  ].filter((sentence) => typeof sentence === 'string')
}
