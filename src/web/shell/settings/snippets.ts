type Value = string | number
type Sent = { event: string; property: string; value: Value; at?: string }
type Code = (key: string, origin: string, sent: Sent) => string

const PAST_DAYS = 30
const DAY_MS = 86_400_000

/** What one sends events for, each with the event that stands in its code. */
export const purposes = {
  now: {
    label: 'What happens now',
    words: 'An event has a name, the id of the person who did it, and any properties.',
    event: { event: 'invoice sent', property: 'crews', value: 3 },
  },
  past: {
    label: 'What happened before',
    words: 'The field “timestamp” says when it happened, in ISO 8601 and UTC. Without it the moment counts in which the event arrives.',
    event: { event: 'invoice sent', property: 'crews', value: 3 },
  },
  exposure: {
    label: 'Who is in an experiment',
    words:
      'Send it when somebody first meets the place where the change is or would be, for both groups, with the group in a property. The success plan asks for these names: here the event is “invoice editor seen”, the property “variant”, and the groups “control” and “treatment”. Who is seen in both groups counts in neither.',
    event: { event: 'invoice editor seen', property: 'variant', value: 'treatment' },
  },
} as const satisfies Record<string, { label: string; words: string; event: Sent }>
export type Purpose = keyof typeof purposes

/** The event of a purpose; of the past it is one of a month ago, at a full hour so that it reads easily. */
export function eventFor(purpose: Purpose, now: Date): Sent {
  if (purpose !== 'past') return purposes[purpose].event
  const day = new Date(now.getTime() - PAST_DAYS * DAY_MS).toISOString().slice(0, 10)
  return { ...purposes.past.event, at: `${day}T09:00:00Z` }
}

const literal = (value: Value) => (typeof value === 'string' ? `'${value}'` : String(value))
const properties = ({ property, value }: Sent) => `{ ${property}: ${literal(value)} }`
const momentOf = ({ at }: Sent) => (at ? `, timestamp: new Date('${at}')` : '')

/** Code that sends events here, for the SDKs people have; each unmodified but for the address. */
export const snippets: Record<'posthog' | 'node' | 'segment' | 'curl', { name: string; code: Code }> = {
  posthog: {
    name: 'PostHog, browser',
    code: (key, origin, sent) => `import posthog from 'posthog-js'

posthog.init('${key}', { api_host: '${origin}' })
posthog.identify('user-42')
posthog.capture('${sent.event}', ${properties(sent)}${sent.at ? `, { timestamp: new Date('${sent.at}') }` : ''})`,
  },
  node: {
    name: 'PostHog, Node',
    code: (key, origin, sent) => `import { PostHog } from 'posthog-node'

const posthog = new PostHog('${key}', { host: '${origin}' })
posthog.capture({ distinctId: 'user-42', event: '${sent.event}', properties: ${properties(sent)}${momentOf(sent)} })
await posthog.shutdown()`,
  },
  segment: {
    name: 'Segment, Node',
    code: (key, origin, sent) => `import { Analytics } from '@segment/analytics-node'

const analytics = new Analytics({ writeKey: '${key}', host: '${origin}' })
analytics.track({ userId: 'user-42', event: '${sent.event}', properties: ${properties(sent)}${momentOf(sent)} })
await analytics.closeAndFlush()`,
  },
  curl: {
    name: 'curl',
    code: (key, origin, { event, property, value, at }) => `curl ${origin}/i/v0/e/ -H 'content-type: application/json' -d '{
  "api_key": "${key}",
  "event": "${event}",
  "distinct_id": "user-42",${at ? `\n  "timestamp": "${at}",` : ''}
  "properties": { "${property}": ${JSON.stringify(value)} }
}'`,
  },
}
