import { scoreBets } from '#domain/business/score-bets.ts'
import { stepWithin } from '#domain/business/success-plan-design.ts'
import { judge } from '#domain/business/verdict.ts'

type Comparing = typeof import('./compare-notes.ts')

// Knowing languages takes much memory (bench/similarity.bench.ts): a thread that only judges does without.
const comparing = () => import('./compare-notes.ts')

/** What is computed in a thread of its own, since it can take longer than a request may hold the others up. One line a work. */
export const works = {
  judge,
  stepWithin,
  scoreBets,
  suggestProblems: async (...given: Parameters<Comparing['suggestProblems']>) => (await comparing()).suggestProblems(...given),
  rankBySimilarity: async (...given: Parameters<Comparing['rankBySimilarity']>) => (await comparing()).rankBySimilarity(...given),
}

export type Works = typeof works
export type Task<Name extends keyof Works = keyof Works> = { name: Name; input: Parameters<Works[Name]> }

/** Runs in the thread. */
export function run({ name, input }: Task) {
  return (works[name] as (...given: unknown[]) => unknown)(...input)
}
