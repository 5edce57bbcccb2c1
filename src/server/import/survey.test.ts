import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const [hinders, pleasant, change] = ['What hinders you?', 'What is pleasant?', 'What should we change above all?']
const survey = `nr,${hinders},${pleasant},${change}
1,It forgets what I did on Monday,The map is a joy to read,Let me undo what I did
2,,The list of crews is good,Show me who is ill today
3,,,
4,It is slow before noon for me,,
`

async function upload(name: string) {
  return read(w.ada.api.imports.$post({ query: { name } }, { init: { body: survey } }))
}

async function runToEnd(id: string) {
  await read(w.ada.api.imports[':id'].start.$post({ param: { id } }))
  await w.jobs.drain()
  return read(w.ada.api.imports[':id'].$get({ param: { id } }))
}

const answersOf = async (importId: string) => (await read(w.ada.api.feedback.$get({ query: { importId, limit: '50' } }))).rows

async function problemOf(title: string, feedbackIds: string[]) {
  const problem = await read(w.ada.api.problems.$post({ json: { title } }))
  for (const feedbackId of feedbackIds)
    await read(w.ada.api.insights.$post({ json: { feedback: feedbackId, problem: problem.id, from: 0, to: 5, stance: 'supports' } }))
  return read(w.ada.api.problems[':id'].$get({ param: { id: problem.id } }))
}

test('the preview says how much comes of each question, and counts apart the rows in which nobody said anything', async () => {
  const { preview } = await upload('preview.csv')
  expect(preview).toMatchObject({ rows: 4, goodRows: 3, badRows: 1, silentRows: 1, records: 6 })
  expect(preview.asked).toEqual([
    { column: hinders, pieces: 2 },
    { column: pleasant, pieces: 2 },
    { column: change, pieces: 2 },
  ])
})

test('a question that is not taken becomes a trait, and can be taken again', async () => {
  const { id } = await upload('some.csv')
  const take = (column: string, field: string) =>
    read(w.ada.api.imports[':id'].$patch({ param: { id }, json: { mapping: { columns: [{ column, field }] } } }))
  const { preview } = await take(pleasant!, 'trait')
  expect([preview.records, preview.asked.find(({ column }) => column === pleasant)?.pieces]).toEqual([4, 2])
  expect(preview.good[0]?.drafts[0]).toMatchObject({ traits: { [pleasant!]: 'The map is a joy to read' } })
  expect((await take(pleasant!, 'text')).preview.records).toBe(6)
})

test('what one respondent answered is one anonymous source, and each quote has its question', async () => {
  const { id } = await upload('voices.csv')
  expect(await runToEnd(id)).toMatchObject({ total: 4, imported: 6, rejected: 1, silent: 1 })
  const answers = await answersOf(id)
  const { inbox } = await read(w.ada.api.today.$get())
  expect(inbox.newest.map(({ undated }) => undated)).toEqual([true, true, true])
  const said = (excerpt: RegExp) => answers.find((one) => excerpt.test(one.excerpt))!
  const first = [said(/forgets/), said(/map/), said(/undo/)]
  expect(first.map(({ context }) => context)).toEqual([hinders, pleasant, change])

  const one = await problemOf(
    'One respondent',
    first.map((answer) => answer.id),
  )
  expect(one.evidence.strength).toMatchObject({ supporting: 1, anonymous: 1 })
  expect(one.evidence.quotes.map(({ context }) => context).toSorted()).toEqual([hinders, pleasant, change].toSorted())
  const two = await problemOf(
    'Two respondents',
    [...first, said(/ill today/)].map((answer) => answer.id),
  )
  expect(two.evidence.strength).toMatchObject({ supporting: 2, anonymous: 2 })
})

test('the same file again brings nothing new, and the preview says so', async () => {
  await runToEnd((await upload('again.csv')).id)
  const { id, preview } = await upload('again.csv')
  expect([preview.records, preview.alreadyThere]).toEqual([6, 6])
  expect(await runToEnd(id)).toMatchObject({ imported: 0, alreadyThere: 6 })
})
