import type { Properties } from '#warehouse/events.ts'
import { type Collector, createCollector, idText, isRecord, type Parsed, type Sent } from './delivery.ts'
import { eventTime } from './event-time.ts'

type Times = { sentAt: unknown; receivedAt: Date }

export const segmentTypes = ['track', 'identify', 'group', 'page', 'screen', 'alias', 'batch'] as const
export type SegmentType = (typeof segmentTypes)[number]

// The names under which page and screen views are known to the other protocol, so that one metric counts both.
const VIEWS: Partial<Record<string, string>> = { page: '$pageview', screen: '$screen' }

const record = (value: unknown): Sent => (isRecord(value) ? value : {})

/** The write key: the user name of Basic authentication, or in the body as browsers send it. */
export function segmentKey(authorization: string | undefined, body: unknown): string {
  if (authorization?.startsWith('Basic ')) {
    const [user = ''] = Buffer.from(authorization.slice(6), 'base64').toString().split(':')
    if (user) return user
  }
  return idText(record(body).writeKey)
}

function keptProperties(message: Sent) {
  if (message.properties !== undefined && !isRecord(message.properties)) return message.properties as Properties
  const name = VIEWS[String(message.type)] ? { name: message.name, category: message.category } : {}
  const context = isRecord(message.context) ? { context: message.context } : {}
  return { ...name, ...context, ...record(message.properties) } as Properties
}

function collectEvent(collector: Collector, index: number, message: Sent, times: Times) {
  const id = idText(message.messageId)
  collector.event(index, {
    ...(id && { id }),
    event: (VIEWS[String(message.type)] ?? message.event) as string,
    distinctId: idText(message.userId) || idText(message.anonymousId),
    at: eventTime({
      timestamp: message.timestamp ?? message.originalTimestamp,
      sentAt: message.sentAt ?? times.sentAt,
      receivedAt: times.receivedAt,
    }),
    properties: keptProperties(message),
  })
}

function collectIdentify(collector: Collector, index: number, message: Sent) {
  const [userId, anonymousId] = [idText(message.userId), idText(message.anonymousId)]
  if (!userId && !anonymousId) return collector.refuse(index, 'The identify call has neither a user id nor an anonymous id.', message)
  const set = record(message.traits) as Properties
  if (!userId) return collector.identification({ distinctId: anonymousId, set, known: false })
  collector.identification({ distinctId: userId, ...(anonymousId && { anonymousId }), set })
}

function collectGroup(collector: Collector, index: number, message: Sent) {
  const key = idText(message.groupId)
  if (!key) return collector.refuse(index, 'The group call has no group id.', message)
  collector.group({ type: 'group', key, traits: record(message.traits) as Properties })
}

function collectAlias(collector: Collector, index: number, message: Sent) {
  const [distinctId, alias] = [idText(message.userId), idText(message.previousId)]
  if (!distinctId || !alias) return collector.refuse(index, 'The alias call needs a user id and a previous id.', message)
  collector.alias({ distinctId, alias, force: true })
}

function collect(collector: Collector, index: number, message: unknown, times: Times) {
  if (!isRecord(message)) return collector.refuse(index, 'The message is not an object.', message)
  switch (message.type) {
    case 'track':
    case 'page':
    case 'screen':
      return collectEvent(collector, index, message, times)
    case 'identify':
      return collectIdentify(collector, index, message)
    case 'group':
      return collectGroup(collector, index, message)
    case 'alias':
      return collectAlias(collector, index, message)
    default:
      return collector.refuse(index, 'The message has no type that is known here.', message)
  }
}

/** A body of one of Segment's calls; for `batch`, each message says its own type. */
export function parseSegment(type: SegmentType, body: unknown, receivedAt: Date): Parsed {
  const collector = createCollector()
  const { sentAt, batch } = record(body)
  if (type === 'batch' && !Array.isArray(batch)) collector.refuse(0, 'The batch holds no array of messages.', body)
  const messages = type === 'batch' ? (Array.isArray(batch) ? batch : []) : [isRecord(body) ? { ...body, type } : body]
  for (const [index, message] of messages.entries()) collect(collector, index, message, { sentAt, receivedAt })
  return collector.parsed()
}
