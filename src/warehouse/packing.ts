import { randomUUID } from 'node:crypto'
import type { Delivery, NewEvent, NewRejection, Receipt } from './events.ts'
import { aliasProblem, eventProblem, groupProblem, identificationProblem, propertiesTextProblem, sampleOf } from './limits.ts'
import type { PackedDelivery, PackedEvents } from './protocol.ts'

const NO_PROPERTIES = '{}'

type Accepted = { event: NewEvent; properties: string }
type Refused = Receipt['refused']

function accept(event: NewEvent, now: Date): Accepted | { reason: string } {
  const reason = eventProblem(event, now)
  if (reason) return { reason }
  if (!event.properties) return { event, properties: NO_PROPERTIES }
  const properties = JSON.stringify(event.properties)
  const problem = propertiesTextProblem(properties, event.properties)
  return problem ? { reason: `The event ${problem}.` } : { event, properties }
}

function packEvents(accepted: Accepted[]): PackedEvents {
  return {
    // An event without an id gets one here, so that asking a restarted process again cannot count it twice.
    ids: accepted.map(({ event }) => event.id || randomUUID()),
    names: accepted.map(({ event }) => event.event),
    distinctIds: accepted.map(({ event }) => event.distinctId),
    times: Float64Array.from(accepted, ({ event }) => event.at.getTime()),
    properties: accepted.map(({ properties }) => properties),
    importIds: accepted.some(({ event }) => event.importId) ? accepted.map(({ event }) => event.importId ?? null) : null,
  }
}

/** What passes stays; what does not becomes a rejection. */
function sift<T>(sent: T[] | undefined, problemOf: (one: T) => string | undefined, rejections: NewRejection[]) {
  return (sent ?? []).filter((one) => {
    const reason = problemOf(one)
    if (reason) rejections.push({ reason, sample: sampleOf(one) })
    return !reason
  })
}

/** Sorts a delivery into what will be kept and what is refused, and packs it for the database process. */
export function packDelivery(delivery: Delivery, now: Date): { packed: PackedDelivery; refused: Refused } {
  const accepted: Accepted[] = []
  const refused: Refused = []
  const rejections: NewRejection[] = [...(delivery.rejections ?? [])]
  for (const [index, event] of (delivery.events ?? []).entries()) {
    const result = accept(event, now)
    if ('event' in result) accepted.push(result)
    else {
      refused.push({ index, reason: result.reason })
      rejections.push({ reason: result.reason, sample: sampleOf(event) })
    }
  }
  const identifications = sift(delivery.identifications, identificationProblem, rejections)
  const aliases = sift(delivery.aliases, aliasProblem, rejections)
  const groups = sift(delivery.groups, groupProblem, rejections)
  return { packed: { receivedAt: now.getTime(), events: packEvents(accepted), identifications, aliases, groups, rejections }, refused }
}
