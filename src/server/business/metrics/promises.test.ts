import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'
import { checkVerdicts } from '../verdicts/queries.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const DAY = 24 * 3600 * 1000
const definition = { kind: 'conversion' as const, first: { event: 'signed_up' }, next: { event: 'invited' }, withinDays: 7 }
const design = {
  kind: 'experiment' as const,
  exposureEvent: 'exposed',
  variantProperty: 'variant',
  control: 'a',
  treatment: 'b',
  windowDays: 7,
}

const newMetric = (name: string) => read(w.ana.api.metrics.$post({ json: { name, definition } }))
const findPlan = (key: string) => read(w.ben.api.bets[':id'].plan.$get({ param: { id: key } }))
const findMetric = (key: string) => read(w.ben.api.metrics[':id'].$get({ param: { id: key } }))
const judgesOf = async (key: string) => (await read(w.ben.api.metrics[':id'].$get({ param: { id: key } }))).judges.map((bet) => bet.key)
const redefine = (key: string, withinDays: number) =>
  read(w.ana.api.metrics[':id'].$patch({ param: { id: key }, json: { definition: { ...definition, withinDays } } }))
const verdictOn = async (key: string) => (await read(w.ben.api.bets[':id'].verdict.$get({ param: { id: key } }))).live!

async function plannedBet(metric: string, guardrail: string) {
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'Invite by link', metric } }))
  const plan = {
    metric,
    smallestEffect: 0.05,
    design,
    guardrails: [{ metric: guardrail, margin: 0.1, marginKind: 'relative' as const }],
    checkDate: new Date(w.services.now().getTime() + 30 * DAY).toISOString().slice(0, 10),
  }
  await read(w.ana.api.bets[':id'].plan.$put({ param: { id: bet.key }, json: plan }))
  return bet
}

async function launch(key: string) {
  for (const state of ['considering', 'committed', 'building', 'launched'] as const)
    await read(w.ana.api.bets[':id'].state.$put({ param: { id: key }, json: { state } }))
  w.passTime(DAY)
}

test('a metric says which launched bets wait for a verdict by it, until the verdict is final', async () => {
  const [success, guardrail, other] = [await newMetric('Invited'), await newMetric('Kept'), await newMetric('Paid')]
  const { key } = await plannedBet(success.key, guardrail.key)
  expect(await judgesOf(success.key)).toEqual([])
  await launch(key)
  expect(await judgesOf(success.key)).toEqual([key])
  expect(await judgesOf(guardrail.key)).toEqual([key])
  expect(await judgesOf(other.key)).toEqual([])
  w.passTime(40 * DAY)
  await checkVerdicts(w.services)
  expect(await judgesOf(success.key)).toEqual([])
})

test('a definition that is changed after the launch is said beside the verdict; put back, it is the same again', async () => {
  const [success, guardrail] = [await newMetric('Invited soon'), await newMetric('Kept long')]
  const { key } = await plannedBet(success.key, guardrail.key)
  await launch(key)
  const untouched = await verdictOn(key)
  await redefine(success.key, 14)
  w.passTime(1_000)
  await redefine(guardrail.key, 30)
  expect((await verdictOn(key)).sentence).toContain('The definition of “Invited soon” was changed after the plan was locked.')
  w.passTime(1_000)
  await redefine(success.key, 7)
  const half = (await verdictOn(key)).sentence
  expect(half).toContain('The definition of “Kept long” was changed')
  expect(half).not.toContain('definition of “Invited soon”')
  await redefine(guardrail.key, 7)
  expect(await verdictOn(key)).toMatchObject({ state: untouched.state, sentence: untouched.sentence })
})

test('taking the change back with Undo puts the definition back, too', async () => {
  const [success, guardrail] = [await newMetric('Invited again'), await newMetric('Kept again')]
  const { key } = await plannedBet(success.key, guardrail.key)
  await launch(key)
  const untouched = await verdictOn(key)
  await redefine(success.key, 14)
  const { rows } = await read(w.ana.api.activities.$get({ query: { about: success.key } }))
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: rows[0]!.id } }))
  expect((await verdictOn(key)).sentence).toBe(untouched.sentence)
  await redefine(success.key, 21)
  expect((await verdictOn(key)).sentence).toContain('was changed after the plan was locked')
})

test('a recorded verdict says with which definition it was computed, once that has changed, and so does the locked plan', async () => {
  const [success, guardrail] = [await newMetric('Invited early'), await newMetric('Kept early')]
  const { key } = await plannedBet(success.key, guardrail.key)
  expect((await findPlan(key)).redefined).toEqual([])
  await launch(key)
  const recorded = await read(w.ana.api.bets[':id'].verdict.$post({ param: { id: key } }))
  const find = () => read(w.ben.api.verdicts[':id'].$get({ param: { id: recorded.key } }))
  const kept = [{ id: recorded.id, key: recorded.key, betKey: key }]
  expect([(await find()).redefined, (await findMetric(success.key)).verdicts]).toEqual([[], kept])
  w.passTime(1_000)
  await redefine(success.key, 14)
  const words = 'Conversion from “signed_up” to “invited”, each week: then within 7 days; now within 14 days.'
  expect(await find()).toMatchObject({
    sentence: recorded.sentence,
    redefined: [`This verdict was computed with the earlier definition of “Invited early”, and keeps it. ${words}`],
  })
  expect((await findPlan(key)).redefined).toEqual([`The definition of “Invited early” was changed after the plan was locked. ${words}`])
  expect([(await findMetric(success.key)).verdicts, (await findMetric(guardrail.key)).verdicts]).toEqual([[], kept])
  await redefine(success.key, 7)
  expect([(await find()).redefined, (await findPlan(key)).redefined]).toEqual([[], []])
})

test('a metric names every bet that rests on it, and how; of a plan, as it is now', async () => {
  const [own, primary, guardrail] = [await newMetric('Own'), await newMetric('Primary'), await newMetric('Guardrail')]
  const usesOf = async ({ key }: { key: string }) => (await findMetric(key)).bets.map((bet) => [bet.key, bet.uses])
  const { key } = await plannedBet(primary.key, guardrail.key)
  expect(await usesOf(primary)).toEqual([[key, ['own', 'primary']]])
  expect(await usesOf(guardrail)).toEqual([[key, ['guardrail']]])
  await read(w.ana.api.bets[':id'].$patch({ param: { id: key }, json: { metric: own.key } }))
  expect([await usesOf(own), await usesOf(primary)]).toEqual([[[key, ['own']]], [[key, ['primary']]]])
  await launch(key)
  expect(await usesOf(guardrail)).toEqual([[key, ['guardrail']]])
  const { plan } = await findPlan(key)
  const amended = { metric: own.key, smallestEffect: 0.05, design, checkDate: plan!.checkDate }
  await read(w.ana.api.bets[':id'].plan.amendments.$post({ param: { id: key }, json: { reason: 'The wrong number', plan: amended } }))
  expect([await usesOf(own), await usesOf(primary), await usesOf(guardrail)]).toEqual([[[key, ['own', 'primary']]], [], []])
})

test('a locked plan shows its metric as it was locked: name and direction', async () => {
  const [success, guardrail] = [await newMetric('Locked name'), await newMetric('Kept beside')]
  const { key } = await plannedBet(success.key, guardrail.key)
  await launch(key)
  const json = { name: 'New name', definition: { ...definition, direction: 'down' as const } }
  await read(w.ana.api.metrics[':id'].$patch({ param: { id: success.key }, json }))
  const { metrics, redefined } = await findPlan(key)
  expect(metrics.find(({ id }) => id === success.id)).toMatchObject({ name: 'Locked name', direction: 'up' })
  expect(redefined).toEqual([
    expect.stringMatching(
      /^The definition of “Locked name” was changed after the plan was locked\. .*better when it goes up; now better when it goes down/,
    ),
    '“Locked name” is called “New name” now.',
  ])
  expect((await verdictOn(key)).result.metric).toMatchObject({ name: 'Locked name', direction: 'up' })
})

test('a metric stays while a locked plan waits for its verdict, by archive and by undo; afterwards the plan still names it', async () => {
  const [success, guardrail] = [await newMetric('Wanted'), await newMetric('Watched')]
  const { key } = await plannedBet(success.key, guardrail.key)
  await launch(key)
  const archive = (id: string) => w.ana.api.records[':kind'][':id'].$delete({ param: { kind: 'metric', id } })
  const refused = await archive(guardrail.key)
  expect([refused.status, await refused.json()]).toEqual([
    409,
    expect.objectContaining({ detail: expect.stringContaining(`“Watched” cannot be archived: ${key} waits for a verdict by it.`) }),
  ])
  const { rows } = await read(w.ana.api.activities.$get({ query: { about: success.key } }))
  const added = rows.find(({ what }) => what === 'metric.added')!
  expect((await w.ana.api.activities[':id'].undo.$post({ param: { id: added.id } })).status).toBe(409)
  w.passTime(40 * DAY)
  await checkVerdicts(w.services)
  expect((await archive(success.key)).status).toBe(200)
  expect((await findPlan(key)).metrics).toContainEqual(expect.objectContaining({ id: success.id, name: 'Wanted' }))
})
