import { similarName } from '#domain/business/similar-name.ts'
import type { Scope } from '../../scope.ts'
import type { Experiment } from './past.ts'

const NAMED = 5

/** What makes an exposure event look mistyped, as sentences; none where it comes as the plan says. */
export async function exposureDoubts({ services: { warehouse }, workspaceId }: Scope, design: Experiment): Promise<string[]> {
  const { exposureEvent, variantProperty, control, treatment } = design
  const names = await warehouse.eventNames(workspaceId)
  const known = names.map(({ event }) => event)
  if (!known.includes(exposureEvent)) return [neverCame(exposureEvent, similarName(exposureEvent, known))]
  const values = (await warehouse.propertyValues(workspaceId, exposureEvent, variantProperty)).map(({ value }) => value)
  if (values.length === 0) return [`“${exposureEvent}” comes in without a property “${variantProperty}”, so nobody would be in a group.`]
  const missing = [control, treatment].filter((variant) => !values.includes(variant)).map((variant) => `“${variant}”`)
  if (missing.length === 0) return []
  const found = values.slice(0, NAMED).map((value) => `“${value}”`)
  return [`In “${variantProperty}”, “${exposureEvent}” has come in with ${found.join(', ')}, never with ${missing.join(' or ')}.`]
}

function neverCame(event: string, meant: string | undefined) {
  const never = `No “${event}” has come in so far.`
  return meant
    ? `${never} Did you mean “${meant}”, which has?`
    : `${never} If your application sends it already, look how the name is written.`
}
