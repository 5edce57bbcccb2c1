import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const newBet = (json: object = {}) => read(w.ana.api.bets.$post({ json: { title: 'Read receipts from a photo', ...json } }))
const find = (id: string) => read(w.ben.api.bets[':id'].$get({ param: { id } }))
const move = (id: string, state: 'idea' | 'considering' | 'committed' | 'building' | 'dropped' | 'learned', reason = '') =>
  w.ana.api.bets[':id'].state.$put({ param: { id }, json: { state, reason } })

test('a new bet shows its gaps, the missing problem first', async () => {
  const { key } = await newBet()
  const bet = await find(key)
  expect(bet.gaps.map(({ sentence }) => sentence)).toEqual([
    'no problem',
    'no success plan',
    'no metric',
    'hypothesis incomplete',
    'no estimate',
  ])
  expect(bet.hypothesis).toBe(
    'We believe that [doing this] for [these people] will [change this metric by so much], because [problem and evidence].',
  )
})

test('evidence flows from the customers’ words to the bet', async () => {
  const said = await read(
    w.cora.api.feedback.$post({ json: { text: 'We lose one receipt in ten.', by: { accountName: 'Baxter Plumbing' } } }),
  )
  const insight = await read(
    w.ana.api.insights.$post({ json: { feedback: said.key, newProblem: 'Double entry', from: 0, to: 27, hurt: 3 } }),
  )
  const { key } = await newBet({ problems: [insight.problemKey] })
  const bet = await find(key)
  expect(bet).toMatchObject({
    problems: [{ key: insight.problemKey }],
    quotes: [{ passage: 'We lose one receipt in ten.', accountName: 'Baxter Plumbing' }],
    strength: { supporting: 1 },
  })
})

test('a bet goes forward as far as it likes, back only with a reason', async () => {
  const { key } = await newBet()
  expect((await move(key, 'considering')).status).toBe(200)
  expect((await move(key, 'idea')).status).toBe(422)
  expect((await move(key, 'idea', 'Too early')).status).toBe(200)
  expect((await move(key, 'learned')).status).toBe(409)
  expect((await move(key, 'building')).status).toBe(200)
  expect((await move(key, 'idea', 'Too early')).status).toBe(409)
  expect((await move(key, 'dropped', 'Nobody needs it')).status).toBe(200)
  expect(await find(key)).toMatchObject({ state: 'dropped', stateReason: 'Nobody needs it' })
})

const latest = async (about: string) => (await read(w.ana.api.activities.$get({ query: { about } }))).rows[0]!

test('a move over several states is one line of the history, and one undo takes it back', async () => {
  const { key } = await newBet()
  await move(key, 'building')
  const line = await latest(key)
  expect(line).toMatchObject({ what: 'bet.building', changes: { state: { before: 'idea', after: 'building' } } })
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: line.id } }))
  expect(await find(key)).toMatchObject({ state: 'idea' })
})

test('what is out already is launched straight from an idea, for good', async () => {
  const { key } = await newBet()
  const launch = () => w.ana.api.bets[':id'].state.$put({ param: { id: key }, json: { state: 'launched', launchedOn: '2026-01-05' } })
  await read(launch())
  expect(await find(key)).toMatchObject({ state: 'launched', launchedAt: '2026-01-05T00:00:00.000Z', nextStates: ['learned'] })
  const line = await latest(key)
  expect(line).toMatchObject({ what: 'bet.launched', changes: { state: { before: 'idea', after: 'launched' } } })
  expect((await w.ana.api.activities[':id'].undo.$post({ param: { id: line.id } })).status).toBe(409)
  expect((await launch()).status).toBe(409)
})

test('a move against an old version is refused: what was held back meanwhile is not launched', async () => {
  const { key, version } = await newBet()
  await read(move(key, 'considering'))
  const stale = await w.ana.api.bets[':id'].state.$put(
    { param: { id: key }, json: { state: 'launched' } },
    { headers: { 'if-match': String(version) } },
  )
  expect(stale.status).toBe(412)
  expect(await find(key)).toMatchObject({ state: 'considering', launchedAt: null })
})

test('tying a problem can be undone, and untying too', async () => {
  const problem = await read(w.ana.api.problems.$post({ json: { title: 'Lost receipts' } }))
  const { key } = await newBet({ problems: [problem.key] })
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: (await latest(key)).id } }))
  expect((await find(key)).problems).toEqual([])
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: (await latest(key)).id } }))
  expect((await find(key)).problems).toHaveLength(1)
})

test('dragging puts a bet before another one, and the roadmap tells what changed since', async () => {
  const [first, second, third] = [await newBet({ horizon: 'next' }), await newBet({ horizon: 'next' }), await newBet({ horizon: 'later' })]
  const since = w.services.now().toISOString()
  w.passTime(60_000)
  await read(
    w.ana.api.bets[':id'].place.$put({
      param: { id: third.key },
      json: { horizon: 'next', before: second.key, quarter: '2026-Q3', why: 'Asked for by three more accounts' },
    }),
  )
  const { rows } = await read(w.ben.api.bets.$get())
  expect(rows.filter(({ horizon }) => horizon === 'next').map(({ key }) => key)).toEqual([first.key, third.key, second.key])
  const changes = await read(w.ben.api.roadmap.changes.$get({ query: { since } }))
  expect(changes.rows).toMatchObject([
    { key: third.key, sentences: ['horizon: later → next', 'quarter: none → 2026-Q3'], reasons: ['Asked for by three more accounts'] },
  ])
})

test('a bet that came and was launched meanwhile is told as both', async () => {
  const since = w.services.now().toISOString()
  w.passTime(60_000)
  const { key } = await newBet({ title: 'Quick win' })
  await read(w.ana.api.bets[':id'].state.$put({ param: { id: key }, json: { state: 'launched' } }))
  const { rows } = await read(w.ben.api.roadmap.changes.$get({ query: { since } }))
  expect(rows.find((row) => row.key === key)?.sentences).toEqual(['new, and launched already'])
})

test('sixty drags into the same gap keep the order', async () => {
  const [first, last] = [await newBet({ horizon: 'now' }), await newBet({ horizon: 'now' })]
  const moved = await newBet({ horizon: 'now' })
  for (let time = 0; time < 60; time++)
    await read(w.ana.api.bets[':id'].place.$put({ param: { id: time % 2 ? moved.key : first.key }, json: { before: last.key } }))
  const { rows } = await read(w.ben.api.bets.$get())
  expect(rows.filter(({ horizon }) => horizon === 'now').map(({ key }) => key)).toEqual([first.key, moved.key, last.key])
})

test('low above high is refused by name', async () => {
  const response = await w.ana.api.bets.$post({ json: { title: 'x', effort: { low: 5, high: 2 } } })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ fields: [{ path: 'effort.low' }] })
})

test('viewers and contributors may not, strangers find nothing', async () => {
  const { id } = await newBet()
  expect((await w.cora.api.bets.$post({ json: { title: 'x' } })).status).toBe(403)
  expect((await w.eve.api.bets[':id'].$get({ param: { id } })).status).toBe(404)
})
