import type { Scope } from '../../scope.ts'
import { metricsAsOf } from '../metrics/promises.ts'
import type { Plan } from './queries.ts'

/**
 * The metrics of a plan, of a locked one with the names, directions and units that were locked, and a sentence for each that was changed since.
 * A metric that counts something else than it did at the promise no longer measures what was promised; a new name changes nothing that was
 * promised, but a reader looks for the metric under it.
 */
export async function asLocked(scope: Scope, { metricId, guardrails, lockedAt }: Plan) {
  const locked = await metricsAsOf(scope, [metricId, ...guardrails.map((one) => one.metricId)], lockedAt)
  return {
    metrics: locked.map(({ redefined: _words, ...metric }) => metric),
    redefined: locked.flatMap(({ name, redefined }) =>
      redefined ? [`The definition of “${name}” was changed after the plan was locked. ${redefined}`] : [],
    ),
    renamed: locked.flatMap(({ name, nameNow }) => (name === nameNow ? [] : [`“${name}” is called “${nameNow}” now.`])),
  }
}

export type AsLocked = Awaited<ReturnType<typeof asLocked>>
