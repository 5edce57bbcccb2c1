import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const newProblem = (title: string, parent?: string) =>
  read(w.ana.api.problems.$post({ json: { title, ...(parent !== undefined && { parent }) } }))
const find = (id: string) => read(w.ana.api.problems[':id'].$get({ param: { id } }))
const chainOf = (key: string) => read(w.ana.api.chain[':key'].$get({ param: { key } }))

async function say(problem: string, accountName: string) {
  const said = await read(w.cora.api.feedback.$post({ json: { text: 'We lose one receipt in ten.', by: { accountName } } }))
  await read(w.ana.api.insights.$post({ json: { feedback: said.key, problem, from: 0, to: 27, hurt: 3 } }))
}

test('what was said about the parts of a problem is said about the problem, at any depth, and a source counts once', async () => {
  const whole = await newProblem('From the job to the money takes too long')
  const part = await newProblem('Receipts get lost', whole.key)
  const leaf = await newProblem('Receipts fade in the van', part.key)
  const other = await newProblem('The plan changes late')
  await say(part.key, 'Baxter Plumbing')
  await say(leaf.key, 'Baxter Plumbing')
  await say(leaf.key, 'Nordlys Heating')
  await say(other.key, 'Kestrel Roofing')

  expect((await find(whole.key)).evidence).toMatchObject({ total: 3, strength: { supporting: 2 } })
  expect((await find(part.key)).evidence).toMatchObject({ total: 3, strength: { supporting: 2 } })
  expect((await find(leaf.key)).evidence).toMatchObject({ total: 2, strength: { supporting: 2 } })
  const { rows } = await read(w.ana.api.problems.$get({ query: {} }))
  expect(rows.find(({ key }) => key === whole.key)?.strength).toMatchObject({ supporting: 2 })
  expect((await chainOf(whole.key)).feedbackCount).toBe(3)
})

test('a bet on the whole rests on what was said about its parts; a part that moves away takes its words along', async () => {
  const whole = await newProblem('Nobody knows who is where')
  const part = await newProblem('Vans cannot be found', whole.key)
  await say(part.key, 'Baxter Plumbing')
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'A map of vans', problems: [whole.key] } }))
  const gaps = async () => (await read(w.ana.api.bets[':id'].$get({ param: { id: bet.key } }))).gaps.map(({ sentence }) => sentence)
  expect(await gaps()).toContain('weak evidence')

  await read(w.ana.api.problems[':id'].$patch({ param: { id: part.key }, json: { parent: null } }))
  expect(await gaps()).toContain('no evidence')
  expect((await find(whole.key)).evidence.total).toBe(0)
})
