import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const newSpec = (json: object = {}) => read(w.ana.api.specs.$post({ json: { title: 'Photo receipts', ...json } }))
const findSpec = (id: string) => read(w.ben.api.specs[':id'].$get({ param: { id } }))
const newDecision = () =>
  read(
    w.ana.api.decisions.$post({
      json: {
        question: 'Price per seat?',
        options: [
          { id: 'seat', title: 'Per seat' },
          { id: 'crew', title: 'Per crew', for: ['Crews share phones'] },
        ],
      },
    }),
  )
const decide = (id: string, option = 'seat') =>
  w.ana.api.decisions[':id'].outcome.$put({ param: { id }, json: { option, reason: 'It is what crews compare.' } })

test('a new spec says what is missing, each with the place to mend it', async () => {
  const { key } = await newSpec()
  const { readiness } = await findSpec(key)
  expect(readiness.ready).toBe(false)
  expect(readiness.missing[0]).toEqual({ sentence: 'It belongs to no bet: nobody can see why it is built.', href: `${key}#bet` })
  expect(readiness.missing.map(({ sentence }) => sentence)).toContain('There is no user story.')
})

test('a spec that lacks nothing is ready', async () => {
  const problem = await read(w.ana.api.problems.$post({ json: { title: 'Double entry' } }))
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'Receipts', problems: [problem.key] } }))
  const { key } = await newSpec({
    bet: bet.key,
    what: 'Read a receipt',
    forWhom: 'Crews',
    why: 'One in ten is lost',
    outOfScope: 'Refunds',
  })
  const story = await read(
    w.ana.api.specs[':id'].stories.$post({
      param: { id: key },
      json: {
        asA: 'crew lead',
        iWant: 'to photograph a receipt',
        soThat: 'nobody types it',
        criteria: [{ given: '', when: 'I take a photo', then: 'the amount is filled in' }],
      },
    }),
  )
  expect(story.key).toMatch(/^US-\d+$/)
  const { readiness } = await findSpec(key)
  expect(readiness.missing.map(({ sentence }) => sentence)).toEqual([`${bet.key} has no success plan: nobody will know whether it worked.`])
})

test('calling an unready spec ready takes a reason', async () => {
  const { key } = await newSpec()
  const ready = (reason: string) => w.ana.api.specs[':id'].state.$put({ param: { id: key }, json: { state: 'ready', reason } })
  expect((await ready('')).status).toBe(409)
  expect(await (await ready('A spike, thrown away on Friday')).json()).toMatchObject({ state: 'ready' })
})

test('a question is asked by anyone and answered once', async () => {
  const { key } = await newSpec()
  const question = await read(w.cora.api.specs[':id'].questions.$post({ param: { id: key }, json: { question: 'What about refunds?' } }))
  const answer = () =>
    w.ana.api.specs.questions[':questionId'].answer.$put({ param: { questionId: question.id }, json: { answer: 'Out of scope' } })
  expect((await answer()).status).toBe(200)
  expect((await answer()).status).toBe(409)
  expect((await findSpec(key)).questions).toMatchObject([{ askedByName: 'Cora Lind', answer: 'Out of scope' }])
})

test('a launch says so when the spec has changed since', async () => {
  const spec = await newSpec()
  const { key } = await read(w.ana.api.launches.$post({ json: { title: 'Receipts', spec: spec.key } }))
  const gaps = async () => (await read(w.ben.api.launches[':id'].$get({ param: { id: key } }))).gaps
  expect(await gaps()).not.toContain('The spec has changed since this was written.')
  await read(w.ana.api.specs[':id'].$patch({ param: { id: spec.key }, json: { what: 'Something else' } }))
  expect(await gaps()).toContain('The spec has changed since this was written.')
  await read(w.ana.api.launches[':id']['spec-version'].$put({ param: { id: key } }))
  expect(await gaps()).not.toContain('The spec has changed since this was written.')
})

test('deciding keeps the choice and the reason; twice is a conflict and changes nothing', async () => {
  const { key } = await newDecision()
  expect(await (await decide(key)).json()).toMatchObject({ state: 'decided', chosenOption: 'seat', decidedBy: w.ana.id })
  expect((await decide(key, 'crew')).status).toBe(409)
  expect((await w.ana.api.decisions[':id'].$patch({ param: { id: key }, json: { question: 'Other?' } })).status).toBe(409)
  expect(await read(w.ana.api.decisions[':id'].outcome.$delete({ param: { id: key } }))).toMatchObject({ state: 'open' })
})

test('what is none of the options is refused', async () => {
  const { key } = await newDecision()
  expect((await decide(key, 'moon')).status).toBe(422)
})

test.each([0, 1, -0.2, 1.5])('a probability of %d is refused', async (probability) => {
  const { key } = await newDecision()
  expect(
    (
      await w.cora.api.decisions[':id'].forecasts.$post({
        param: { id: key },
        json: { statement: 'x', probability, resolveOn: '2026-06-01' },
      })
    ).status,
  ).toBe(422)
})

test('resolved forecasts give everybody a Brier score', async () => {
  const { key } = await newDecision()
  const forecast = async (who: 'ana' | 'cora', probability: number, outcome: boolean) => {
    const { id } = await read(
      w[who].api.decisions[':id'].forecasts.$post({
        param: { id: key },
        json: { statement: `${who} is ${probability} sure that churn stays low`, probability, resolveOn: '2026-06-01' },
      }),
    )
    await read(w.ana.api.forecasts[':id'].outcome.$put({ param: { id }, json: { outcome } }))
    return id
  }
  const id = await forecast('ana', 0.9, true)
  await forecast('ana', 0.2, true)
  await forecast('cora', 0.6, false)
  const { people } = await read(w.ben.api.decisions.forecasts.scores.$get())
  expect(people).toMatchObject([
    { name: 'Ana Ruiz', resolved: 2, brier: expect.closeTo((0.01 + 0.64) / 2, 10) },
    { name: 'Cora Lind', brier: expect.closeTo(0.36, 10) },
  ])
  expect((await w.ana.api.forecasts[':id'].$patch({ param: { id }, json: { probability: 0.99 } })).status).toBe(409)
})

test('the chain is followed from the feedback to the launch and back', async () => {
  const said = await read(w.cora.api.feedback.$post({ json: { text: 'We lose one receipt in ten.' } }))
  const insight = await read(w.ana.api.insights.$post({ json: { feedback: said.key, newProblem: 'Lost receipts', from: 0, to: 27 } }))
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'Photos', problems: [insight.problemKey] } }))
  const spec = await newSpec({ bet: bet.key })
  const launch = await read(w.ana.api.launches.$post({ json: { title: 'Photos', bet: bet.key } }))
  for (const key of [said.key, insight.problemKey, bet.key, spec.key, launch.key]) {
    const chain = await read(w.ben.api.chain[':key'].$get({ param: { key } }))
    expect([chain.feedbackCount, chain.problems[0]?.key, chain.bets[0]?.key, chain.specs[0]?.key, chain.launches[0]?.key]).toEqual([
      1,
      insight.problemKey,
      bet.key,
      spec.key,
      launch.key,
    ])
  }
  expect((await w.eve.api.chain[':key'].$get({ param: { key: bet.key } })).status).toBe(404)
})

test('today shows what waits: unread feedback, decisions, mentions', async () => {
  const { key } = await newDecision()
  await read(w.cora.api.comments.$post({ json: { about: key, text: 'Please look, @Ana' } }))
  const today = await read(w.ana.api.today.$get())
  expect(today.inbox.unread).toBeGreaterThan(0)
  expect(today.mentions).toMatchObject([{ aboutKey: key, memberName: 'Cora Lind' }])
  expect(today.decisions.map((decision) => decision.key)).toContain(key)
})

test('search finds by key, by title and by what was said, and only here', async () => {
  const { key } = await newSpec({ title: 'Zebra crossing' })
  await read(w.cora.api.feedback.$post({ json: { text: 'A zebra would be nice' } }))
  const found = await read(w.ben.api.search.$get({ query: { q: 'zebra' } }))
  expect(found.rows.map(({ kind }) => kind)).toEqual(['spec', 'feedback'])
  expect((await read(w.ben.api.search.$get({ query: { q: key.toLowerCase() } }))).rows[0]).toMatchObject({ key })
  expect((await read(w.eve.api.search.$get({ query: { q: 'zebra' } }))).rows).toEqual([])
})
