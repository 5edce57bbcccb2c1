import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const today = (who: 'ana' | 'ben' | 'eve' = 'ana') => read(w[who].api.today.$get())

test('a new workspace has nothing that waits', async () => {
  const { day, inbox, ...lists } = await today()
  expect([day, inbox]).toEqual(['2026-03-01', { unread: 0, oldestDays: null, newest: [] }])
  expect(Object.values(lists).flat()).toEqual([])
})

test('feedback waits until it is processed', async () => {
  const { id, key } = await read(w.ana.api.feedback.$post({ json: { text: 'The crew was on the way already.' } }))
  expect((await today()).inbox).toMatchObject({ unread: 1, newest: [{ key, excerpt: 'The crew was on the way already.', undated: false }] })
  await read(w.ana.api.feedback.states.$put({ json: { ids: [id], state: 'processed' } }))
  expect((await today()).inbox).toMatchObject({ unread: 0, newest: [] })
})

test('open decisions wait when they are overdue, due within a week, or without a day', async () => {
  for (const [question, decideBy] of [
    ['Overdue?', '2026-03-01'],
    ['Soon?', '2026-03-09'],
    ['Later?', '2026-03-10'],
    ['Some day?', null],
  ] as const)
    await read(w.ana.api.decisions.$post({ json: { question, ...(decideBy ? { decideBy } : {}) } }))
  w.passTime(86_400_000)
  const { decisions } = await today()
  expect(decisions.map(({ question, overdue }) => [question, overdue])).toEqual([
    ['Overdue?', true],
    ['Soon?', false],
    ['Some day?', false],
  ])
})

test('a spec waits until it has all it needs, and says what is missing first', async () => {
  const { key } = await read(w.ana.api.specs.$post({ json: { title: 'Photos' } }))
  expect((await today()).specs).toMatchObject([{ key, done: expect.any(Number), first: expect.stringMatching(/\.$/) }])
})

test('a mention is told in plain words to whom it speaks, until they have seen it', async () => {
  const { key } = await read(w.ana.api.bets.$post({ json: { title: 'Photos' } }))
  await read(w.ana.api.comments.$post({ json: { about: key, text: '**@Ben**, see [the plan](https://example.com)' } }))
  expect((await today('ben')).mentions).toMatchObject([{ aboutKey: key, text: '@Ben, see the plan', memberName: 'Ana Ruiz' }])
  expect((await today()).mentions).toEqual([])
  await read(w.ben.api.mentions.seen.$put({ json: { about: key } }))
  expect((await today('ben')).mentions).toEqual([])
})

test('a locked plan is named a week before its check date, and waits from that day on', async () => {
  const definition = { kind: 'engagement' as const, of: { event: 'job_completed' } }
  const metric = await read(w.ana.api.metrics.$post({ json: { name: 'Jobs', definition } }))
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'Receipts' } }))
  const param = { id: bet.id }
  const design = { kind: 'before-after' as const, weeksBefore: 26 }
  await read(w.ana.api.bets[':id'].plan.$put({ param, json: { metric: metric.key, smallestEffect: 0.1, design, checkDate: '2026-03-15' } }))
  for (const state of ['considering', 'committed', 'building', 'launched'] as const)
    await read(w.ana.api.bets[':id'].state.$put({ param, json: { state } }))
  expect((await today()).plans).toEqual([])
  const plan = { key: bet.key, title: 'Receipts', checkDate: '2026-03-15' }
  w.passTime(7 * 86_400_000)
  expect((await today()).plans).toEqual([{ ...plan, due: false }])
  w.passTime(7 * 86_400_000)
  expect((await today()).plans).toEqual([{ ...plan, due: true }])
  expect((await today('eve')).plans).toEqual([])
})
