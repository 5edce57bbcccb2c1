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
  expect(half).not.toContain('Invited soon')
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
