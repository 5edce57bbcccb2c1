import type { Scope } from '../../scope.ts'
import { redefinedSince } from '../metrics/promises.ts'
import type { Plan } from './queries.ts'

/** A metric that counts something else than it did at the promise no longer measures what was promised; a sentence for each of them. */
export async function sinceLocked(scope: Scope, { metricId, guardrails, lockedAt }: Plan) {
  if (!lockedAt) return []
  const redefined = await redefinedSince(scope, [metricId, ...guardrails.map((one) => one.metricId)], lockedAt)
  return redefined.map(({ name, words }) => `The definition of “${name}” was changed after the plan was locked. ${words}`)
}
