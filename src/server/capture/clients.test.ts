import { Analytics } from '@segment/analytics-node'
import { PostHog } from 'posthog-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MetricDefinition } from '#domain/business/metric.ts'
import { captureServer, KEY } from './test-server.ts'

let server: Awaited<ReturnType<typeof captureServer>>
beforeAll(async () => {
  server = await captureServer()
})
afterAll(() => server.close())

const thisYear = () => ({ from: new Date(Date.now() - 300 * 86_400_000), to: new Date(Date.now() + 86_400_000) })
const total = (given: Parameters<typeof MetricDefinition.parse>[0]) =>
  server.warehouse.total('w', MetricDefinition.parse(given), thisYear())

test('what posthog-node sends is in the metric, and its identify and alias join people', async () => {
  const client = new PostHog(KEY, { host: server.url, flushAt: 20, flushInterval: 0 })
  for (const amount of [10.1, 20.2, 30.3]) client.capture({ distinctId: 'ana', event: 'ph paid', properties: { amount } })
  client.capture({ distinctId: 'anon-1', event: 'ph paid', properties: { amount: 0.4 } })
  client.capture({ distinctId: 'ben', event: 'ph paid', properties: { amount: 5 }, timestamp: new Date(Date.now() - 30 * 86_400_000) })
  client.identify({ distinctId: 'ana', properties: { $set: { plan: 'team' }, $anon_distinct_id: 'anon-1' } })
  client.alias({ distinctId: 'ben', alias: 'benjamin' })
  client.groupIdentify({ groupType: 'firm', groupKey: 'larkfield', properties: { seats: 4 } })
  await client.shutdown()

  expect(await total({ kind: 'revenue', of: { event: 'ph paid' }, property: 'amount' })).toMatchObject({ value: 66, people: 2 })
  const team = { event: 'ph paid', filters: [{ on: 'person', property: 'plan', is: 'eq', value: 'team' }] }
  expect(await total({ kind: 'engagement', of: team })).toMatchObject({ value: 4, people: 1 })
  expect(await server.warehouse.findPerson('w', 'benjamin')).toMatchObject({ distinctIds: ['ben', 'benjamin'] })
  expect((await server.warehouse.rejections('w')).total).toBe(0)
})

test('posthog-node gets an empty answer about flags, not an error', async () => {
  const client = new PostHog(KEY, { host: server.url, flushInterval: 0 })
  expect(await client.getAllFlags('ana')).toEqual({})
  expect(await client.isFeatureEnabled('anything', 'ana', { sendFeatureFlagEvents: false })).toBeFalsy()
  await client.shutdown()
})

test('what analytics-node of Segment sends is in the metric, and its identify and alias join people', async () => {
  const client = new Analytics({ writeKey: KEY, host: server.url, flushAt: 20 })
  client.track({ anonymousId: 'seg-anon', event: 'sg tried' })
  client.identify({ userId: 'seg-1', anonymousId: 'seg-anon', traits: { plan: 'free' } })
  client.track({ userId: 'seg-1', event: 'sg paid', properties: { amount: 12.5 } })
  client.track({ userId: 'seg-2', event: 'sg tried' })
  client.page({ userId: 'seg-1', name: 'Pricing' })
  client.group({ userId: 'seg-1', groupId: 'larkfield', traits: { seats: 9 } })
  client.alias({ userId: 'seg-3', previousId: 'seg-2' })
  client.track({ userId: 'seg-3', event: 'sg paid', properties: { amount: 1 } })
  await client.closeAndFlush()

  expect(await total({ kind: 'revenue', of: { event: 'sg paid' }, property: 'amount' })).toMatchObject({ value: 13.5, people: 2 })
  expect(await total({ kind: 'adoption', of: { event: 'sg paid' }, among: { event: 'sg tried' } })).toMatchObject({ value: 1, people: 2 })
  expect(await server.warehouse.findPerson('w', 'seg-anon')).toMatchObject({
    distinctIds: ['seg-1', 'seg-anon'],
    properties: { plan: 'free' },
  })
  expect(await server.warehouse.propertyValues('w', '$pageview', 'name')).toEqual([{ value: 'Pricing', count: 1 }])
  expect((await server.warehouse.rejections('w')).total).toBe(0)
})
