/** Code that sends events here, for the SDKs people have; each unmodified but for the address. */
export const snippets = {
  posthog: {
    name: 'PostHog, browser',
    code: (key: string, origin: string) => `import posthog from 'posthog-js'

posthog.init('${key}', { api_host: '${origin}' })
posthog.identify('user-42')
posthog.capture('invoice sent', { crews: 3 })`,
  },
  node: {
    name: 'PostHog, Node',
    code: (key: string, origin: string) => `import { PostHog } from 'posthog-node'

const posthog = new PostHog('${key}', { host: '${origin}' })
posthog.capture({ distinctId: 'user-42', event: 'invoice sent', properties: { crews: 3 } })
await posthog.shutdown()`,
  },
  segment: {
    name: 'Segment, Node',
    code: (key: string, origin: string) => `import { Analytics } from '@segment/analytics-node'

const analytics = new Analytics({ writeKey: '${key}', host: '${origin}' })
analytics.track({ userId: 'user-42', event: 'invoice sent', properties: { crews: 3 } })
await analytics.closeAndFlush()`,
  },
  curl: {
    name: 'curl',
    code: (key: string, origin: string) => `curl ${origin}/i/v0/e/ -H 'content-type: application/json' -d '{
  "api_key": "${key}",
  "event": "invoice sent",
  "distinct_id": "user-42",
  "properties": { "crews": 3 }
}'`,
  },
} as const
