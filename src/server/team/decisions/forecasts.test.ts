import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type Person, type World, world } from '#test/world.ts'

const DAY_MS = 24 * 3600 * 1000
const statement = 'Nine in ten crews confirm within two minutes'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

let key: string
const newDecision = (json: object = {}) => read(w.ana.api.decisions.$post({ json: { question: 'By text or by call?', ...json } }))
beforeEach(async () => {
  key = (await newDecision()).key
})

const say = ({ api }: Person, probability: number, json: object = {}) =>
  api.decisions[':id'].forecasts.$post({ param: { id: key }, json: { statement, probability, resolveOn: '2027-06-01', ...json } })
const revise = ({ api }: Person, id: string, json: object) => api.forecasts[':id'].$patch({ param: { id }, json })
const settle = (id: string, outcome = true) => w.ana.api.forecasts[':id'].outcome.$put({ param: { id }, json: { outcome } })
const find = (id = key) => read(w.ben.api.decisions[':id'].$get({ param: { id } }))

test('what several people forecast is combined beside what each said', async () => {
  await read(say(w.ana, 0.6))
  expect((await find()).questions).toMatchObject([{ statement, combined: null }])
  await read(say(w.cora, 0.9))
  const { questions, forecasts } = await find()
  expect(forecasts.map(({ memberName, probability }) => [memberName, probability])).toEqual([
    ['Ana Ruiz', 0.6],
    ['Cora Lind', 0.9],
  ])
  // The odds are 1.5 and 9, and √13.5 of them to one is 0.786.
  expect(questions).toMatchObject([
    { forecastIds: forecasts.map(({ id }) => id), combined: expect.closeTo(Math.sqrt(13.5) / (1 + Math.sqrt(13.5)), 12) },
  ])
})

test('a person has one forecast of a thing, and revises it', async () => {
  const { id } = await read(say(w.cora, 0.5))
  const again = await say(w.cora, 0.8)
  expect(again.status).toBe(409)
  w.passTime(8 * DAY_MS)
  await read(revise(w.cora, id, { probability: 0.9 }))
  expect((await find()).forecasts).toMatchObject([{ probability: 0.9, sayings: [{ probability: 0.5 }, { probability: 0.9 }], score: null }])
  expect((await revise(w.ana, id, { probability: 0.1 })).status).toBe(403)
})

test('a settled forecast shows its score at once, over the days of what it said, and against the base rate', async () => {
  const { id } = await read(say(w.cora, 0.5))
  w.passTime(8 * DAY_MS)
  await read(revise(w.cora, id, { probability: 0.9 }))
  w.passTime(2 * DAY_MS)
  await read(settle(id))
  const [forecast] = (await find()).forecasts
  expect(forecast!.score).toMatchObject({ brier: expect.closeTo(0.01, 12), overTime: expect.closeTo((8 * 0.25 + 2 * 0.01) / 10, 12) })
  const { baseRate, skill } = forecast!.score!
  expect(skill).toBeCloseTo(1 - 0.01 / (baseRate - 1) ** 2, 12)
})

test('settling one settles everybody’s forecast of it, and no other', async () => {
  const mine = await read(say(w.ana, 0.7))
  await read(say(w.cora, 0.4, { statement: `${statement}.` }))
  await read(say(w.cora, 0.4, { statement: 'Nobody calls the office' }))
  await read(settle(mine.id))
  expect((await find()).forecasts.map(({ outcome }) => outcome)).toEqual([true, true, null])
  expect((await settle(mine.id)).status).toBe(409)
  expect((await say(w.ana, 0.99)).status).toBe(409)
})

test('a new forecast starts from how often such things came true, each counted once', async () => {
  const other = await world()
  try {
    const { key: decision } = await read(other.ana.api.decisions.$post({ json: { question: 'One?', reversible: false } }))
    const ask = async (words: string, outcome: boolean) => {
      const json = { statement: words, probability: 0.7, resolveOn: '2027-01-01' }
      const param = { id: decision }
      const { id } = await read(other.ana.api.decisions[':id'].forecasts.$post({ param, json }))
      await read(other.cora.api.decisions[':id'].forecasts.$post({ param, json }))
      await read(other.ana.api.forecasts[':id'].outcome.$put({ param: { id }, json: { outcome } }))
    }
    const ratesOf = async () => (await read(other.ben.api.decisions[':id'].$get({ param: { id: decision } }))).baseRates
    expect(await ratesOf()).toEqual({ forecasts: null, bets: null })
    for (const [words, outcome] of [
      ['a', true],
      ['b', true],
      ['c', false],
    ] as const)
      await ask(words, outcome)
    // (2 + 1 + 10 · ⅔)/(3 + 2 + 10)
    expect((await ratesOf()).forecasts).toMatchObject({ hits: 2, tries: 3, probability: expect.closeTo((3 + 20 / 3) / 15, 12) })
    other.passTime(DAY_MS)
    await ask('d', true)
    const { forecasts } = await read(other.ben.api.decisions[':id'].$get({ param: { id: decision } }))
    // Two of three things were known to have come true, however many people had forecast them: (2 + 1)/(3 + 2).
    expect(forecasts.filter((one) => one.statement === 'd').map(({ score }) => score!.baseRate)).toEqual([0.6, 0.6])
  } finally {
    await other.close()
  }
})

test.each([
  ['1900-01-01', 'This day has passed. Choose today or a later day.'],
  ['2101-01-01', 'Choose a day no later than the year 2100.'],
])('a forecast to be settled on %s is refused', async (resolveOn, message) => {
  const refused = await say(w.cora, 0.5, { resolveOn })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ fields: [{ path: 'resolveOn', message }] })
  const { id } = await read(say(w.cora, 0.5))
  expect((await revise(w.cora, id, { resolveOn })).status).toBe(422)
})

test('a forecast whose day has come can still be made surer', async () => {
  const { id } = await read(say(w.cora, 0.5, { resolveOn: w.services.now().toISOString().slice(0, 10) }))
  w.passTime(3 * DAY_MS)
  expect((await revise(w.cora, id, { probability: 0.8 })).status).toBe(200)
})

test('a day to decide by is today or later when it is set, and stays when it has passed', async () => {
  const change = (id: string, json: object) => w.ana.api.decisions[':id'].$patch({ param: { id }, json })
  const past = await w.ana.api.decisions.$post({ json: { question: 'When?', decideBy: '1900-01-01' } })
  expect(await past.json()).toMatchObject({ fields: [{ path: 'decideBy', message: 'This day has passed. Choose today or a later day.' }] })
  const decision = await newDecision({ decideBy: w.services.now().toISOString().slice(0, 10) })
  w.passTime(5 * DAY_MS)
  expect((await change(decision.key, { known: 'Twelve accounts asked.', decideBy: decision.decideBy })).status).toBe(200)
  expect((await change(decision.key, { decideBy: '1900-01-01' })).status).toBe(422)
  expect((await change(decision.key, { decideBy: '2101-01-01' })).status).toBe(422)
  expect((await change(decision.key, { decideBy: null })).status).toBe(200)
})
