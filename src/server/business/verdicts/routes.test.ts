import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { canonicalPlan } from '#domain/business/success-plan.ts'
import { type World, world } from '#test/world.ts'
import { sealOf } from '../plans/queries.ts'
import { checkVerdicts } from './queries.ts'

const DAY = 24 * 3600 * 1000

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const definition = { kind: 'adoption' as const, of: { event: 'invoice_sent' }, measure: 'people' as const }
const design = {
  kind: 'experiment' as const,
  exposureEvent: 'exposed',
  variantProperty: 'variant',
  control: 'control',
  treatment: 'photo',
  windowDays: 7,
}

async function newBet({ withPlan = true } = {}) {
  const metric = await read(w.ana.api.metrics.$post({ json: { name: 'Invoices sent', definition } }))
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'Photos', metric: metric.key } }))
  const plan = { metric: metric.key, smallestEffect: 0.05, design, checkDate: dayIn(30) }
  if (withPlan) await read(w.ana.api.bets[':id'].plan.$put({ param: { id: bet.key }, json: plan }))
  return { key: bet.key, metric, plan }
}

const dayIn = (days: number) => new Date(w.services.now().getTime() + days * DAY).toISOString().slice(0, 10)

async function launch(key: string) {
  for (const state of ['considering', 'committed', 'building', 'launched'] as const)
    await read(w.ana.api.bets[':id'].state.$put({ param: { id: key }, json: { state } }))
}

/** So many people see each variant, and so many of them send an invoice the day after. */
async function run(groups: Record<string, { people: number; did: number }>, name: string) {
  const at = w.services.now().getTime() + 3600 * 1000
  const events = Object.entries(groups).flatMap(([variant, { people, did }]) =>
    Array.from({ length: people }, (_, person) => {
      const distinctId = `${name}-${variant}-${person}`
      const exposed = { event: 'exposed', distinctId, at: new Date(at), properties: { variant } }
      return person < did ? [exposed, { event: 'invoice_sent', distinctId, at: new Date(at + DAY) }] : [exposed]
    }).flat(),
  )
  w.passTime(40 * DAY)
  await w.services.warehouse.append(w.workspaceId, events)
}

test('launching locks the plan: its canonical text and SHA-256 stand from then on', async () => {
  const { key, plan } = await newBet()
  await launch(key)
  const { plan: locked } = await read(w.ben.api.bets[':id'].plan.$get({ param: { id: key } }))
  expect(locked).toMatchObject({ lockedAt: expect.any(String), lockedBy: w.ana.id, startedOn: dayIn(0) })
  expect(locked!.hash).toBe(sealOf(locked!).hash)
  expect(locked!.canonical).toBe(canonicalPlan(locked!))
  expect((await w.ana.api.bets[':id'].plan.$put({ param: { id: key }, json: plan })).status).toBe(409)
})

test('an amendment takes a reason, keeps the old text and its hash', async () => {
  const { key, plan } = await newBet()
  await launch(key)
  const before = (await read(w.ben.api.bets[':id'].plan.$get({ param: { id: key } }))).plan!
  const amend = (reason: string) =>
    w.ana.api.bets[':id'].plan.amendments.$post({ param: { id: key }, json: { reason, plan: { ...plan, smallestEffect: 0.02 } } })
  expect((await amend('')).status).toBe(422)
  expect((await amend('The old target was a typing mistake')).status).toBe(201)
  const after = await read(w.ben.api.bets[':id'].plan.$get({ param: { id: key } }))
  expect(after.amendments).toMatchObject([
    { reason: 'The old target was a typing mistake', oldHash: before.hash, newHash: after.plan!.hash },
  ])
  expect((await amend('Again')).status).toBe(409)
})

test('a launch without a plan is not measured, and no plan can be written afterwards', async () => {
  const { key, plan } = await newBet({ withPlan: false })
  await launch(key)
  expect(await read(w.ana.api.bets[':id'].verdict.$post({ param: { id: key } }))).toMatchObject({
    state: 'not-measured',
    sentence: 'Not measured. Nobody said before the launch what success would be.',
  })
  expect((await w.ana.api.bets[':id'].plan.$put({ param: { id: key }, json: plan })).status).toBe(409)
})

test('an experiment’s verdict equals the same test done by hand', async () => {
  const { key } = await newBet()
  await launch(key)
  await run({ control: { people: 1_000, did: 200 }, photo: { people: 1_000, did: 300 } }, key)
  const verdict = await read(w.ana.api.bets[':id'].verdict.$post({ param: { id: key } }))
  const [finding] = verdict.result.verdict!.success
  // Four fifths of alpha are left for the check date: 96 %.
  const atCheckDate = 2.053749
  const standardError = Math.sqrt((0.2 * 0.8) / 1_000 + (0.3 * 0.7) / 1_000)
  expect(verdict).toMatchObject({ state: 'worked', final: true })
  expect(finding!.estimate).toBeCloseTo(0.1, 10)
  expect(finding!.standardError).toBeCloseTo(standardError, 3)
  expect(finding!.interval!.low).toBeCloseTo(0.1 - atCheckDate * standardError, 3)
  expect(finding!.interval!.high).toBeCloseTo(0.1 + atCheckDate * standardError, 3)
  expect(verdict.result.arms).toEqual([
    { variant: 'control', n: 1_000, value: 0.2 },
    { variant: 'photo', n: 1_000, value: 0.3 },
  ])
})

test('groups of unequal size that were to be equal give no verdict', async () => {
  const { key } = await newBet()
  await launch(key)
  await run({ control: { people: 1_000, did: 200 }, photo: { people: 700, did: 210 } }, key)
  const verdict = await read(w.ana.api.bets[':id'].verdict.$post({ param: { id: key } }))
  expect(verdict).toMatchObject({ state: 'inconclusive', sentence: expect.stringContaining('sizes they were assigned') })
})

test('a metric that was defined anew after the launch gives no verdict', async () => {
  const { key, metric } = await newBet()
  await launch(key)
  await run({ control: { people: 500, did: 100 }, photo: { people: 500, did: 200 } }, key)
  await read(
    w.ana.api.metrics[':id'].$patch({ param: { id: metric.key }, json: { definition: { ...definition, of: { event: 'exposed' } } } }),
  )
  expect(await read(w.ana.api.bets[':id'].verdict.$post({ param: { id: key } }))).toMatchObject({
    state: 'inconclusive',
    sentence: expect.stringContaining('was changed after the plan was locked'),
  })
})

test('when the check date comes, the verdict is recorded by itself, once', async () => {
  const { key } = await newBet()
  await launch(key)
  await run({ control: { people: 500, did: 200 }, photo: { people: 500, did: 205 } }, key)
  await checkVerdicts(w.services)
  await checkVerdicts(w.services)
  const all = (await read(w.ben.api.verdicts.$get())).rows.filter(({ betKey }) => betKey === key)
  expect(all).toMatchObject([{ final: true }])
  expect(await read(w.ben.api.bets[':id'].verdict.$get({ param: { id: key } }))).toMatchObject({ verdict: { final: true }, live: null })
})

test('the same is recorded once: a second time is refused until the data say something else', async () => {
  const { key } = await newBet()
  await launch(key)
  const param = { id: key }
  const first = await read(w.ana.api.bets[':id'].verdict.$post({ param }))
  expect(first).toMatchObject({ state: 'not-enough-data', final: false })
  expect(await read(w.ana.api.bets[':id'].verdict.$get({ param }))).toMatchObject({ verdict: { key: first.key }, live: null })
  const again = await w.ana.api.bets[':id'].verdict.$post({ param })
  expect([again.status, await again.json()]).toEqual([409, expect.objectContaining({ detail: expect.stringContaining(first.key) })])
  await run({ control: { people: 500, did: 100 }, photo: { people: 500, did: 200 } }, key)
  expect((await read(w.ana.api.bets[':id'].verdict.$get({ param }))).live).toMatchObject({ state: 'worked' })
  expect((await read(w.ana.api.bets[':id'].verdict.$post({ param }))).key).not.toBe(first.key)
})

test('before the launch there is nothing to judge, and a check date in the past is refused', async () => {
  const { key, plan } = await newBet()
  expect((await w.ana.api.bets[':id'].verdict.$post({ param: { id: key } })).status).toBe(409)
  expect((await w.ana.api.bets[':id'].plan.$put({ param: { id: key }, json: { ...plan, checkDate: dayIn(-1) } })).status).toBe(422)
})

test('viewers may not judge, strangers find no plan', async () => {
  const { key } = await newBet()
  expect((await w.ben.api.bets[':id'].verdict.$post({ param: { id: key } })).status).toBe(403)
  const { id } = await read(w.ben.api.bets[':id'].$get({ param: { id: key } }))
  expect((await w.eve.api.bets[':id'].plan.$get({ param: { id } })).status).toBe(404)
})
