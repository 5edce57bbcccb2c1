import type { Scope } from '../../scope.ts'
import { metricsAsOf, redefinedSince } from '../metrics/promises.ts'
import type { Plan } from './queries.ts'

const metricIdsOf = ({ metricId, guardrails }: Plan) => [metricId, ...guardrails.map((one) => one.metricId)]

/** The metrics of a plan; of a locked one with the names, directions and units that were locked. */
export const plannedMetrics = (scope: Scope, plan: Plan) => metricsAsOf(scope, metricIdsOf(plan), plan.lockedAt)

/** A metric that counts something else than it did at the promise no longer measures what was promised; a sentence for each of them. */
export async function sinceLocked(scope: Scope, plan: Plan) {
  if (!plan.lockedAt) return []
  const locked = await plannedMetrics(scope, plan)
  const redefined = await redefinedSince(scope, metricIdsOf(plan), plan.lockedAt)
  const nameOf = (id: string) => locked.find((metric) => metric.id === id)!.name
  return redefined.map(({ id, words }) => `The definition of “${nameOf(id)}” was changed after the plan was locked. ${words}`)
}

/** A new name changes nothing that was promised, but a reader looks for the metric under it. */
export async function renamedSince(scope: Scope, plan: Plan) {
  const locked = await plannedMetrics(scope, plan)
  return locked.flatMap(({ name, nameNow }) => (name === nameNow ? [] : [`“${name}” is called “${nameNow}” now.`]))
}
