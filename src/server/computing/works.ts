import { scoreBets } from '#domain/business/score-bets.ts'
import { stepWithin } from '#domain/business/success-plan-design.ts'
import { judge } from '#domain/business/verdict.ts'
import { compareBeforeAfter } from '#domain/statistics/before-after.ts'
import { compareCounts } from '#domain/statistics/count-series.ts'

/** What is computed in a thread of its own, since it can take longer than a request may hold the others up. One line a work. */
export const works = { judge, compareBeforeAfter, compareCounts, stepWithin, scoreBets }

export type Works = typeof works
export type Task<Name extends keyof Works = keyof Works> = { name: Name; input: Parameters<Works[Name]> }

/** Runs in the thread. */
export function run({ name, input }: Task) {
  return (works[name] as (...given: unknown[]) => unknown)(...input)
}
