import type { Properties } from '#warehouse/events.ts'
import { type Collector, createCollector, idText, isRecord, type Parsed, type Sent } from './delivery.ts'
import { eventTime, readTime } from './event-time.ts'

type Times = { sentAt: unknown; receivedAt: Date }

// They are about people, not things people did: they change what is known and are no events of a metric.
const ABOUT_PEOPLE = new Set(['$identify', '$create_alias', '$merge_dangerously', '$set', '$groupidentify'])

const properties = (event: Sent): Sent => (isRecord(event.properties) ? event.properties : {})
const record = (value: unknown) => (isRecord(value) ? (value as Properties) : undefined)

/** The project key: SDKs put it in the body, on an event, among its properties, or in the address. */
export function posthogKey(body: unknown, query: URLSearchParams): string {
  const first = Array.isArray(body) ? body[0] : body
  const outer: Sent = isRecord(first) ? first : {}
  const inner = Array.isArray(outer.batch) && isRecord(outer.batch[0]) ? outer.batch[0] : outer
  const candidates = [
    outer.api_key,
    outer.token,
    inner.api_key,
    inner.token,
    properties(inner).token,
    query.get('api_key'),
    query.get('token'),
  ]
  return candidates.map(idText).find((key) => key !== '') ?? ''
}

const distinctIdOf = (event: Sent) => idText(event.distinct_id ?? properties(event).distinct_id ?? event.$distinct_id)

function timeOf(event: Sent, { sentAt, receivedAt }: Times) {
  if (event.timestamp === undefined && typeof event.offset === 'number') return new Date(receivedAt.getTime() - event.offset)
  return eventTime({ timestamp: event.timestamp ?? properties(event).timestamp, sentAt: event.sent_at ?? sentAt, receivedAt })
}

function idOf(event: Sent) {
  const id = idText(event.uuid ?? properties(event).$insert_id ?? event.messageId)
  return id === '' ? {} : { id }
}

function kept(event: Sent) {
  if (event.properties !== undefined && !isRecord(event.properties)) return event.properties as Properties
  const { token: _token, distinct_id: _id, $set: _set, $set_once: _once, ...rest } = properties(event)
  return rest as Properties
}

function collectPerson(collector: Collector, event: Sent, distinctId: string) {
  const sent = properties(event)
  const set = record(event.$set ?? sent.$set)
  const setOnce = record(event.$set_once ?? sent.$set_once)
  const isIdentify = event.event === '$identify'
  const anonymousId = isIdentify ? idText(sent.$anon_distinct_id ?? event.$anon_distinct_id) : ''
  if (!isIdentify && !set && !setOnce) return
  collector.identification({
    distinctId,
    ...(anonymousId && { anonymousId }),
    ...(set && { set }),
    ...(setOnce && { setOnce }),
    known: isIdentify,
  })
}

function collectAboutPeople(collector: Collector, index: number, event: Sent, distinctId: string) {
  const sent = properties(event)
  if (event.event === '$groupidentify') {
    const [type, key] = [idText(sent.$group_type), idText(sent.$group_key)]
    if (!type || !key) return collector.refuse(index, 'The group has no type or no key.', event)
    return collector.group({ type, key, traits: record(sent.$group_set) ?? {} })
  }
  if (event.event === '$create_alias' || event.event === '$merge_dangerously') {
    const alias = idText(sent.alias)
    if (!alias) return collector.refuse(index, 'The alias has no second id.', event)
    return collector.alias({ distinctId, alias, force: event.event === '$merge_dangerously' })
  }
}

function collect(collector: Collector, index: number, event: unknown, times: Times) {
  if (!isRecord(event)) return collector.refuse(index, 'The event is not an object.', event)
  const distinctId = distinctIdOf(event)
  const isAboutPeople = typeof event.event === 'string' && ABOUT_PEOPLE.has(event.event)
  if (isAboutPeople && !distinctId) return collector.refuse(index, 'The event has no distinct id.', event)
  if (isAboutPeople) collectAboutPeople(collector, index, event, distinctId)
  else
    collector.event(index, { ...idOf(event), event: event.event as string, distinctId, at: timeOf(event, times), properties: kept(event) })
  if (distinctId) collectPerson(collector, event, distinctId)
}

function eventsIn(body: unknown): unknown[] {
  if (Array.isArray(body)) return body
  return isRecord(body) && Array.isArray(body.batch) ? body.batch : [body]
}

/** A body of /i/v0/e/, /e/, /capture/ or /batch/: one event, an array of them, or a batch with a key around it. */
export function parsePosthog(body: unknown, receivedAt: Date): Parsed {
  const collector = createCollector()
  const sentAt = isRecord(body) ? (body.sent_at ?? body.sentAt) : undefined
  const known = Number.isNaN(readTime(sentAt).getTime()) ? undefined : sentAt
  for (const [index, event] of eventsIn(body).entries()) collect(collector, index, event, { sentAt: known, receivedAt })
  return collector.parsed()
}

/** Says "no flags" in a form that every version of the SDKs understands. */
export const noFlags = {
  flags: {},
  featureFlags: {},
  featureFlagPayloads: {},
  errorsWhileComputingFlags: false,
  supportedCompression: ['gzip', 'gzip-js'],
  sessionRecording: false,
  surveys: false,
  config: { enable_collect_everything: false },
  toolbarParams: {},
  isAuthenticated: false,
}
