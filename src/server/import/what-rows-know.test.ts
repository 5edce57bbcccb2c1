import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import type { MappingChange } from '#domain/import/mapping.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

let next = 0
const reviews = () =>
  `id,comment,date,stars,lang,trail length\nu${++next},It is too slow,2026-02-01,2,fr-CA,12 km\nu${++next},It is very slow,,4,,\n`

async function upload(mapping: object = {}) {
  const { id } = await read(w.ada.api.imports.$post({ query: { name: 'reviews.csv' } }, { init: { body: reviews() } }))
  return read(w.ada.api.imports[':id'].$patch({ param: { id }, json: { mapping: mapping as typeof MappingChange._output } }))
}

async function runToEnd(id: string) {
  await read(w.ada.api.imports[':id'].start.$post({ param: { id } }))
  await w.jobs.drain()
  return read(w.ben.api.imports[':id'].$get({ param: { id } }))
}

const made = (importId: string) =>
  w.ada.scoped(({ db }) =>
    db
      .selectFrom('feedback')
      .select(['key', 'saidAt', 'undated', 'traits', 'language'])
      .where('importId', '=', importId)
      .orderBy('text')
      .execute(),
  )

test('feedback without a date gets the day of the import, is known as undated, and counted in preview and report', async () => {
  const { id, preview } = await upload()
  expect(preview.undated).toBe(1)
  expect(await runToEnd(id)).toMatchObject({ imported: 2, undated: 1 })
  expect(await made(id)).toMatchObject([
    { saidAt: new Date('2026-02-01T00:00:00Z'), undated: false },
    { saidAt: w.services.now(), undated: true },
  ])
})

test('a day that somebody names holds for feedback without a date, which is dated then', async () => {
  const { id, preview } = await upload({ undatedDay: '2024-05-03' })
  expect(preview.undated).toBe(1)
  expect(await runToEnd(id)).toMatchObject({ undated: 1, mapping: { undatedDay: '2024-05-03' } })
  expect((await made(id)).at(-1)).toMatchObject({ saidAt: new Date('2024-05-03T12:00:00Z'), undated: false })
})

test('a correction of something else keeps the named day, and it can be taken back', async () => {
  const { id } = await upload({ undatedDay: '2024-05-03' })
  const correct = (mapping: typeof MappingChange._output) => read(w.ada.api.imports[':id'].$patch({ param: { id }, json: { mapping } }))
  expect((await correct({ channel: 'review' })).mapping.undatedDay).toBe('2024-05-03')
  expect((await correct({ undatedDay: null })).mapping.undatedDay).toBeNull()
})

test.each(['2400-01-01', '1900-01-01', 'last spring'])('%s is no day on which anything was said', async (undatedDay) => {
  const { id } = await upload()
  const refused = await w.ada.api.imports[':id'].$patch({ param: { id }, json: { mapping: { undatedDay } } })
  expect(refused.status).toBe(422)
})

test('evidence claims no freshness for what has no date, and says that nobody knows who said it', async () => {
  const { id } = await upload()
  await runToEnd(id)
  const problem = await read(w.ana.api.problems.$post({ json: { title: 'It is slow' } }))
  for (const { key } of await made(id))
    await read(w.ana.api.insights.$post({ json: { feedback: key, problem: problem.key, from: 0, to: 5 } }))
  const { evidence } = await read(w.ben.api.problems[':id'].$get({ param: { id: problem.key } }))
  const sentences = evidence.strength.lines.map(({ sentence }) => sentence)
  expect(sentences).toContain('2 of 2 sources are anonymous: they may be the same person, and count half.')
  expect(sentences).toContain(
    'Of the sources with a date, half spoke within the last 29 days; what was said fades by half in 180 days. 1 note has no date of its own and counts as 180 days old when it came in.',
  )
  expect(evidence.quotes.map(({ undated }) => undated).sort()).toEqual([false, true])
})

test('rating, language and what else the file knew come with the feedback', async () => {
  const { id, preview } = await upload()
  expect(preview.good[0]!.drafts[0]).toMatchObject({ language: 'fr', traits: { rating: '2', 'trail length': '12 km', lang: 'fr-CA' } })
  await runToEnd(id)
  const [first] = await made(id)
  expect(await read(w.ben.api.feedback[':id'].$get({ param: { id: first!.key } }))).toMatchObject({
    importId: id,
    language: 'fr',
    traits: { rating: '2', 'trail length': '12 km', lang: 'fr-CA' },
  })
})

test('feedback is narrowed to a rating and a language, and the list tells which there are', async () => {
  const { id } = await upload()
  await runToEnd(id)
  const list = async (query: object) => (await read(w.ben.api.feedback.$get({ query: { importId: id, ...query } }))).rows
  expect((await list({ rating: '4' })).map(({ rating, undated }) => ({ rating, undated }))).toEqual([{ rating: '4', undated: true }])
  expect((await list({ language: 'fr' })).map(({ rating, undated }) => ({ rating, undated }))).toEqual([{ rating: '2', undated: false }])
  expect(await list({ rating: '5' })).toEqual([])
  const { ratings, languages } = await read(w.ben.api.feedback.facets.$get())
  expect(ratings.map(({ value }) => value).sort()).toEqual(['2', '4'])
  expect(languages).toEqual([{ value: 'fr', count: ratings[0]!.count }])
})

test('facets are of the own workspace alone', async () => {
  expect(await read(w.eve.api.feedback.facets.$get())).toEqual({ ratings: [], languages: [] })
})
