import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const words = 'Hello. When a customer cancels the same morning the crew still drives there. Twice last week.'
const capture = (json: Partial<Parameters<typeof w.cora.api.feedback.$post>[0]['json']> = {}) =>
  read(w.cora.api.feedback.$post({ json: { text: words, channel: 'support', ...json } }))

test('captured feedback keeps its words to the letter, with who said it', async () => {
  const text = '  ⚠️ שלום <b>bold</b> "quoted", 50 % \n\n\ttabbed  '
  const added = await capture({ text, by: { name: 'Marit Dahl', email: 'marit@nordlys.example', accountName: 'Nordlys Heating' } })
  const found = await read(w.ben.api.feedback[':id'].$get({ param: { id: added.key } }))
  expect(found).toMatchObject({ text, state: 'new', contact: { name: 'Marit Dahl' }, account: { name: 'Nordlys Heating' } })
})

test('the same person is not made twice', async () => {
  const by = { name: 'Ole Berg', email: 'ole@nordlys.example', accountName: 'Nordlys Heating' }
  const [first, second] = [
    await capture({ by }),
    await capture({ by: { ...by, email: 'OLE@nordlys.example', accountName: 'nordlys heating' } }),
  ]
  expect(second.contactId).toBe(first.contactId)
  expect(second.accountId).toBe(first.accountId)
})

test('a pasted e-mail says who wrote it and when', async () => {
  const added = await read(
    w.cora.api.feedback.pasted.$post({
      json: {
        text: 'From: Marit Dahl <marit@nordlys.example>\nDate: Mon, 2 Feb 2026 08:20:00 +0100\nSubject: cancelled jobs\n\nThe crew was already on the way.',
      },
    }),
  )
  expect(added).toMatchObject({
    text: 'The crew was already on the way.',
    saidAt: '2026-02-02T07:20:00.000Z',
    channel: 'email',
    context: 'cancelled jobs',
  })
})

test('the inbox shows what is new, newest first, and pages without gaps', async () => {
  for (const day of ['03', '02', '01']) await capture({ text: `Paged ${day}`, saidAt: `2025-01-${day}T00:00:00Z` })
  const first = await read(w.ben.api.feedback.$get({ query: { q: 'paged', limit: '2' } }))
  const second = await read(w.ben.api.feedback.$get({ query: { q: 'paged', limit: '2', cursor: first.next! } }))
  expect([...first.rows, ...second.rows].map(({ excerpt }) => excerpt)).toEqual(['Paged 03', 'Paged 02', 'Paged 01'])
  expect(second.next).toBeNull()
})

test('who searches is told how many were found, on every page the same', async () => {
  for (const text of ['Counted one', 'Counted two', 'Counted three']) await capture({ text })
  const ask = (query: object) => read(w.ben.api.feedback.$get({ query: { q: 'counted', limit: '2', ...query } }))
  const first = await ask({ counted: 'true' })
  expect([first.rows.length, first.found]).toEqual([2, 3])
  expect((await ask({ counted: 'true', cursor: first.next! })).found).toBe(3)
  expect((await ask({ counted: 'true', q: 'counted nowhere' })).found).toBe(0)
  expect((await ask({})).found).toBeNull()
})

test('processed feedback leaves the inbox and can be put back', async () => {
  const { key } = await capture({ text: 'To be sorted' })
  const move = (state: 'new' | 'processed') => w.ana.api.feedback[':id'].state.$put({ param: { id: key }, json: { state } })
  expect(await (await move('processed')).json()).toMatchObject({ state: 'processed', processedBy: w.ana.id })
  expect((await move('processed')).status).toBe(409)
  expect(await (await move('new')).json()).toMatchObject({ state: 'new', processedBy: null })
})

test('a passage tied to a problem is an insight, and the words stay as they are', async () => {
  const { key } = await capture()
  const insight = await read(
    w.ana.api.insights.$post({ json: { feedback: key, newProblem: 'Crews learn of changes too late', from: 7, to: 76, hurt: 2 } }),
  )
  expect(insight).toMatchObject({
    passage: words.slice(7, 76),
    stance: 'supports',
    hurt: 2,
    problemTitle: 'Crews learn of changes too late',
  })
  const second = await read(
    w.ana.api.insights.$post({ json: { feedback: key, problem: insight.problemKey, from: 77, to: 93, stance: 'contradicts' } }),
  )
  const found = await read(w.ben.api.feedback[':id'].$get({ param: { id: key } }))
  expect(found.insights.map(({ id }) => id)).toEqual([insight.id, second.id])
  expect(found.text).toBe(words)
})

test.each([
  [{ from: 5, to: 5 }, 422],
  [{ from: 0, to: 5_000 }, 422],
  [{ from: -1, to: 5 }, 422],
])('a passage outside the text is refused: %o', async (passage, status) => {
  const { key } = await capture()
  expect((await w.ana.api.insights.$post({ json: { feedback: key, newProblem: 'x', ...passage } })).status).toBe(status)
})

test('a new note is offered the problem whose notes it resembles, with the words they share', async () => {
  const { key } = await capture({ text: 'The crew was already driving when the customer cancelled the appointment this morning.' })
  const { problems } = await read(w.ben.api.feedback[':id'].suggestions.$get({ param: { id: key } }))
  expect(problems[0]).toMatchObject({ title: 'Crews learn of changes too late', shared: expect.arrayContaining(['crew']) })
})

test('similar unread feedback is found, the author’s own first of all', async () => {
  const by = { name: 'Rosa Vega' }
  const first = await capture({ text: 'Invoice numbering restarted at one after the update', by })
  const second = await capture({ text: 'After the update the invoice numbering is broken and restarted', by })
  const { similar } = await read(w.ben.api.feedback[':id'].suggestions.$get({ param: { id: second.key } }))
  expect(similar[0]).toMatchObject({ key: first.key, sameAuthor: true })
})

test('redaction blacks out the passage, in insights too, and the journal does not keep it', async () => {
  const { key } = await capture({ text: '📞 call me on 555-1234 about the crew' })
  await read(w.ana.api.insights.$post({ json: { feedback: key, newProblem: 'Phone', from: 3, to: 22 } }))
  const redacted = await read(
    w.ana.api.feedback[':id'].redaction.$put({ param: { id: key }, json: { passages: [{ from: 14, to: 22 }], reason: 'phone number' } }),
  )
  expect(redacted.text).toBe('📞 call me on ████████ about the crew')
  const stored = await w.owner.scoped(({ db }) =>
    db.selectFrom('insights').select('passage').where('feedbackId', '=', redacted.id).executeTakeFirstOrThrow(),
  )
  expect(stored.passage).toBe('call me on ████████')
  const { rows } = await read(w.ana.api.activities.$get({ query: { about: key } }))
  expect(JSON.stringify(rows)).not.toContain('555-1234')
})

test.each([
  [{ text: '   ' }, 'There is no text'],
  [{ text: 'x'.repeat(100_001) }, 'longer than'],
  [{ text: 'a\0b' }, 'NUL'],
  [{ text: 'x', saidAt: '1900-01-01T00:00:00Z' }, 'between 1970'],
  [{ text: 'x', saidAt: '2400-01-01T00:00:00Z' }, 'between 1970'],
  [{ text: 'x', sourceUrl: 'javascript:alert(1)' }, 'http'],
  [{ text: 5 }, 'text'],
])('%o is refused with a sentence', async (json, sentence) => {
  const response = await w.cora.api.feedback.$post({ json: json as never })
  expect(response.status).toBe(422)
  expect(((await response.json()) as unknown as { detail: string }).detail).toContain(sentence)
})

test('viewers read, strangers see nothing', async () => {
  const { id, key } = await capture()
  expect((await w.ben.api.feedback.$post({ json: { text: 'x' } })).status).toBe(403)
  expect((await w.eve.api.feedback[':id'].$get({ param: { id } })).status).toBe(404)
  expect((await w.eve.api.insights.$post({ json: { feedback: key, newProblem: 'x', from: 0, to: 2 } })).status).toBe(404)
})

test('a repeated create with the same Idempotency-Key adds once and answers the same', async () => {
  const send = (text: string) =>
    w.request('/api/v1/feedback', {
      method: 'POST',
      headers: { ...w.cora.headers, 'content-type': 'application/json', 'idempotency-key': 'once' },
      body: JSON.stringify({ text }),
    })
  const [first, second] = [await send('Only once'), await send('Only once')]
  expect(await second.json()).toEqual(await first.json())
  expect((await send('Something else')).status).toBe(422)
  const { rows } = await read(w.ben.api.feedback.$get({ query: { q: '"only once"' } }))
  expect(rows).toHaveLength(1)
})

test.each(['"', "'", '&', '!', 'a & ', '\\', '( | )', ':*', '%', '日本語'])('searching for %s breaks nothing', async (q) => {
  expect((await w.ben.api.feedback.$get({ query: { q } })).status).toBe(200)
})
