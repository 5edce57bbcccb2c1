import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

type Named = { id: string; key: string }
type Query = Parameters<World['ana']['api']['bets']['scores']['$get']>[0]['query']
const ask = (query: Query = {}, who = w.ben) => who.api.bets.scores.$get({ query })
const scores = (query: Query = {}, who = w.ben) => read(ask(query, who))
const estimates = {
  reach: { low: 200, high: 600 },
  impact: { low: 1, high: 3 },
  confidence: { low: 0.7, high: 1 },
  effort: { low: 1, high: 2 },
}
const addBet = (title: string, json: object = estimates) => read(w.ana.api.bets.$post({ json: { title, ...json } }))

test('without a bet there is nothing to compare, and the answer says so', async () => {
  expect(await scores()).toMatchObject({
    rows: [],
    incomplete: [],
    capacity: null,
    research: { key: null, sentence: 'Nothing can be compared yet: no bet has all the estimates.' },
  })
})

test('open bets are compared by their estimates; what lacks one says which', async () => {
  const receipts = await addBet('Receipts from a photo')
  const larger = await addBet('Invoice from the van', { ...estimates, reach: { low: 2_000, high: 6_000 } })
  const vague = await addBet('Apprentices', { confidence: { low: 0.2, high: 0.5 } })
  const { rows, incomplete, draws, k, seed } = await scores()
  expect(rows.map(({ key }) => key)).toEqual([larger.key, receipts.key])
  expect(rows[0]).toMatchObject({ title: 'Invoice from the van', place: { low: 1 }, chanceChosen: null })
  expect(incomplete).toMatchObject([
    { key: vague.key, lacks: [{ sentence: 'Reach is not estimated yet.' }, { input: 'impact' }, { input: 'effort' }] },
  ])
  expect({ draws, k }).toEqual({ draws: 20_000, k: 1 })
  expect((await scores()).seed).toBe(seed)
})

test('a bet that is over, archived or filtered out is not compared', async () => {
  const dropped = await addBet('Live map')
  await read(w.ana.api.bets[':id'].state.$put({ param: { id: dropped.key }, json: { state: 'dropped', reason: 'Crews said no.' } }))
  const archived = await addBet('Old')
  await read(w.ana.api.records[':kind'][':id'].$delete({ param: { kind: 'bet', id: archived.key } }))
  const next = await addBet('Card payment', { ...estimates, horizon: 'next' })
  const keys = async (query: Query = {}) => (await scores(query)).rows.map(({ key }) => key)
  expect(await keys()).not.toContain(dropped.key)
  expect(await keys()).not.toContain(archived.key)
  expect(await keys({ horizon: 'next' })).toEqual([next.key])
  expect(await keys({ state: 'building' })).toEqual([])
})

test('the answer follows the estimates: changed back, it is the same again', async () => {
  const { key } = await addBet('Season forecast')
  const before = await scores({ method: 'ice' })
  const change = (impact: object) => read(w.ana.api.bets[':id'].$patch({ param: { id: key }, json: { impact: impact as never } }))
  await change({ low: 10, high: 30 })
  expect((await scores({ method: 'ice' })).rows[0]!.key).toBe(key)
  await change(estimates.impact)
  expect(await scores({ method: 'ice' })).toEqual(before)
})

test('a capacity says what fits, with a probability for each bet', async () => {
  const { capacity, rows } = await scores({ capacity: '4' })
  expect(capacity).toMatchObject({ weeks: 4, draws: 2_000 })
  expect(capacity!.chosen.length).toBeGreaterThan(0)
  expect(capacity!.effort).toBeLessThanOrEqual(4)
  expect(rows.every(({ chanceChosen }) => chanceChosen !== null && chanceChosen >= 0 && chanceChosen <= 1)).toBe(true)
})

test('two bets side by side: how often one comes before the other', async () => {
  const [first, second] = (await scores()).rows.map(({ id, key }) => ({ id, key })) as [Named, Named]
  const { pairs } = await scores({ compare: `${second.id}, ${first.key.toLowerCase()}` })
  expect(pairs).toEqual([{ a: first.key, b: second.key, chance: expect.closeTo(0.95, 0) }])
})

test.each([
  ['capacity', { capacity: '0' }],
  ['capacity', { capacity: '-3' }],
  ['capacity', { capacity: 'a lot' }],
  ['k', { k: '1.5' }],
  ['method', { method: 'wsjf' }],
  ['state', { state: 'launched' }],
  ['compare', { compare: 'BET-1' }],
] as const)('what cannot be asked is refused by name: %s in %o', async (path, query) => {
  const answer = await ask(query as Query)
  expect(answer.status as number).toBe(422)
  expect(await answer.json()).toMatchObject({ fields: [{ path }] })
})

test('a bet that is over cannot be set beside others, and one that is not there is not found', async () => {
  const { key } = (await scores()).rows[0]!
  const { rows } = await read(w.ben.api.bets.$get())
  const dropped = rows.find(({ state }) => state === 'dropped')!
  const refused = await ask({ compare: `${key},${dropped.key}` })
  expect(refused.status as number).toBe(422)
  expect(await refused.json()).toMatchObject({
    detail: `${dropped.key} “Live map” is not among the open bets that are compared here.`,
    fields: [{ path: 'compare' }],
  })
  expect((await ask({ compare: `${key},BET-999` })).status as number).toBe(404)
})

test('another workspace has its own bets and its own seed, and finds none of these', async () => {
  const { id } = (await scores()).rows[0]!
  const theirs = await scores({}, w.eve)
  expect(theirs.rows).toEqual([])
  expect(theirs.seed).not.toBe((await scores()).seed)
  expect((await ask({ compare: `${id},${id.replace(/^./, '1')}` }, w.eve)).status as number).toBe(404)
})
