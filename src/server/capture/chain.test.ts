import { PostHog } from 'posthog-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'
import { KEY, serveCapture } from './test-server.ts'

const DAY = 24 * 3600 * 1000
// The client stamps what it sends with the real clock, so the launch lies 25 real days back.
const launchedAt = new Date(Date.now() - 25 * DAY)
const dayIn = (days: number) => new Date(launchedAt.getTime() + days * DAY).toISOString().slice(0, 10)

let w: World
let capture: Awaited<ReturnType<typeof serveCapture>>
beforeAll(async () => {
  w = await world({ at: launchedAt.toISOString() })
  capture = await serveCapture({ warehouse: w.services.warehouse, workspaceId: w.workspaceId, now: w.services.now })
})
afterAll(async () => {
  capture.close()
  await w.close()
})

/** The pooled numbers of the groups below, by the textbook: difference of two shares and its standard error. */
function byHand(control: { people: number; did: number }, treatment: { people: number; did: number }) {
  const [p, q] = [control.did / control.people, treatment.did / treatment.people]
  return { difference: q - p, standardError: Math.sqrt((p * (1 - p)) / control.people + (q * (1 - q)) / treatment.people) }
}

test('from a customer’s words to a verdict: an experiment sent through an unmodified PostHog client is judged as by hand', async () => {
  const { api } = w.ana
  const said = await read(
    w.cora.api.feedback.$post({ json: { text: 'We lose one receipt in ten.', by: { accountName: 'Baxter Plumbing' } } }),
  )
  const insight = await read(api.insights.$post({ json: { feedback: said.key, newProblem: 'Lost receipts', from: 0, to: 27, hurt: 3 } }))
  const metric = await read(
    api.metrics.$post({
      json: {
        name: 'Receipts kept',
        definition: { kind: 'conversion', first: { event: 'signed_in' }, next: { event: 'receipt_kept' }, withinDays: 7 },
      },
    }),
  )
  const bet = await read(
    api.bets.$post({ json: { title: 'Read receipts from a photo', problems: [insight.problemKey], metric: metric.key } }),
  )
  const design = {
    kind: 'experiment' as const,
    exposureEvent: '$feature_flag_called',
    variantProperty: '$feature_flag_response',
    control: 'control',
    treatment: 'photo',
    windowDays: 7,
  }
  await read(
    api.bets[':id'].plan.$put({
      param: { id: bet.key },
      json: { metric: metric.key, smallestEffect: 0.05, design, checkDate: dayIn(20) },
    }),
  )
  for (const state of ['considering', 'committed', 'building', 'launched'] as const)
    await read(api.bets[':id'].state.$put({ param: { id: bet.key }, json: { state } }))
  const groups = { control: { people: 400, did: 100 }, photo: { people: 400, did: 180 } }
  w.passTime(25 * DAY)
  await send(groups)

  const verdict = await read(api.bets[':id'].verdict.$post({ param: { id: bet.key } }))
  const hand = byHand(groups.control, groups.photo)
  const [finding] = verdict.result.verdict!.success
  expect(verdict.state).toBe('worked')
  expect(finding!.estimate).toBeCloseTo(hand.difference, 10)
  expect(finding!.interval!.low).toBeCloseTo(hand.difference - criticalAtCheckDate * hand.standardError, 3)
  expect(finding!.interval!.high).toBeCloseTo(hand.difference + criticalAtCheckDate * hand.standardError, 3)
  const chain = await read(w.ben.api.chain[':key'].$get({ param: { key: verdict.key } }))
  expect([chain.feedbackCount, chain.problems[0]?.key, chain.bets[0]?.key]).toEqual([1, insight.problemKey, bet.key])
})

// The looks on the way took 1 of the 5 % of error, so the check date has 4: the normal quantile of 0.98.
const criticalAtCheckDate = 2.0537

async function send(groups: Record<string, { people: number; did: number }>) {
  const client = new PostHog(KEY, { host: capture.url, flushAt: 500 })
  const at = new Date(launchedAt.getTime() + DAY)
  for (const [variant, { people, did }] of Object.entries(groups)) {
    for (let person = 0; person < people; person++) {
      const distinctId = `${variant}-${person}`
      client.capture({
        distinctId,
        event: '$feature_flag_called',
        properties: { $feature_flag: 'photo', $feature_flag_response: variant },
        timestamp: at,
      })
      client.capture({ distinctId, event: 'signed_in', timestamp: new Date(at.getTime() + 60_000) })
      if (person < did) client.capture({ distinctId, event: 'receipt_kept', timestamp: new Date(at.getTime() + DAY) })
    }
  }
  await client.shutdown()
}
