import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type World, world } from '#test/world.ts'
import type { Preview } from './preview.ts'
import { runImport } from './run-import.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

type Answer = {
  id: string
  state: string
  total: number
  done: number
  imported: number
  rejected: number
  alreadyThere: number
  removed: number
  archived: number
  preview: Preview
  mapping: { kind: string; columns: { column: string; field: string }[] }
  questions: unknown[]
  layout: { encoding: string }
}

async function send(who: Pick<Person, 'headers'>, method: string, path: string, body?: string | Uint8Array<ArrayBuffer> | object) {
  const raw = typeof body === 'string' || body instanceof Uint8Array || body === undefined
  const headers = { ...who.headers, ...(raw ? {} : { 'content-type': 'application/json' }) }
  return w.request(`/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
  })
}
const answer = async (response: Promise<Response>) => (await (await response).json()) as Answer
const upload = (text: string | Uint8Array<ArrayBuffer>, query = 'name=reviews.csv') =>
  answer(send(w.ada, 'POST', `/imports?${query}`, text))

async function runToEnd(id: string) {
  const started = await send(w.ada, 'POST', `/imports/${id}/start`)
  expect(started.status).toBe(202)
  await w.jobs.drain()
  return answer(send(w.ada, 'GET', `/imports/${id}`))
}

const count = async (table: 'feedback' | 'accounts' | 'contacts', importId: string) =>
  (
    await w.ada.scoped(({ db }) =>
      db.selectFrom(table).select('id').where('importId', '=', importId).where('archivedAt', 'is', null).execute(),
    )
  ).length

let next = 0
/** Texts with ids that no other test uses. */
const reviews = (rows: number) =>
  `id,comment,company,name,date\n${Array.from({ length: rows }, () => `r${++next},It is too slow for us,Acme ${next % 3},Ana ${next % 5},2026-02-0${1 + (next % 9)}\n`).join('')}`

test('an upload answers its layout, a proposed mapping and a preview, and imports nothing yet', async () => {
  const response = await send(w.ada, 'POST', '/imports?name=reviews.csv', 'comment;date\nToo slow;03/04/2025\n;04/04/2025\n')
  expect(response.status).toBe(201)
  const made = (await response.json()) as Answer
  expect(made).toMatchObject({
    state: 'preview',
    fileName: 'reviews.csv',
    total: 2,
    mapping: { kind: 'feedback', dateOrder: null },
    layout: { delimiter: ';', encoding: 'utf-8' },
  })
  expect(made.questions).toHaveLength(1)
  expect(made.preview.rejected[0]?.rows[0]).toMatchObject({ line: 2, reason: expect.stringContaining('two ways') })
  expect(await count('feedback', made.id)).toBe(0)
})

test('a corrected mapping answers a new preview', async () => {
  const { id } = await upload('comment;date\nToo slow;03/04/2025\n;04/04/2025\n')
  const changed = await answer(send(w.ada, 'PATCH', `/imports/${id}`, { mapping: { dateOrder: 'day-first' } }))
  expect(changed.preview).toMatchObject({
    rows: 2,
    goodRows: 1,
    badRows: 1,
    rejected: [{ count: 1, rows: [{ line: 3, reason: 'Nothing was said: “comment” is empty.' }] }],
    silentRows: 1,
  })
  expect(changed.preview.good[0]).toMatchObject({ line: 2, drafts: [{ text: 'Too slow', saidAt: '2025-04-03T00:00:00.000Z' }] })
})

test('another kind or another layout makes another proposal', async () => {
  const { id } = await upload('Acme;Team\nBolt;Solo\n')
  const changed = await answer(send(w.ada, 'PATCH', `/imports/${id}`, { kind: 'accounts', layout: { hasHeader: false } }))
  expect(changed).toMatchObject({ total: 2, mapping: { kind: 'accounts' } })
})

test('started, it becomes feedback with accounts and contacts, every row accounted for, and leaves its trace', async () => {
  const { id } = await upload(`${reviews(30)}r-bad,,,,\nr-late,Slow,,,2400-01-01\n`)
  const finished = await runToEnd(id)
  expect(finished).toMatchObject({ state: 'finished', total: 32, done: 32, imported: 30, rejected: 2, alreadyThere: 0 })
  expect([await count('feedback', id), await count('accounts', id), await count('contacts', id)]).toEqual([30, 3, 15])
  const trace = await w.ada.scoped(({ db }) => db.selectFrom('activities').select(['what', 'origin']).where('importId', '=', id).execute())
  expect(trace.filter(({ what }) => what === 'feedback.added')).toHaveLength(30)
  expect(trace.filter(({ what }) => what.startsWith('import.')).map(({ what }) => what)).toEqual(['import.started', 'import.finished'])
  expect(trace.every(({ origin }) => origin === 'import')).toBe(true)
})

test('the same file again is already there', async () => {
  const text = reviews(5)
  await runToEnd((await upload(text)).id)
  const again = await upload(text)
  expect(again.preview).toMatchObject({ records: 5, alreadyThere: 5 })
  expect(await runToEnd(again.id)).toMatchObject({ imported: 0, alreadyThere: 5, rejected: 0 })
})

test('rejected rows can be downloaded with line and reason, and no cell is a formula', async () => {
  const { id } = await upload('id,comment,date\nx1,Slow,2026-01-01\nx2,=1+1,never\nx1,Slow,2026-01-01\n')
  await send(w.ada, 'PATCH', `/imports/${id}`, { mapping: { columns: [{ column: 'id', field: 'sourceId' }] } })
  expect(await runToEnd(id)).toMatchObject({ imported: 1, rejected: 2 })
  const csv = await (await send(w.ada, 'GET', `/imports/${id}/rejections.csv`)).text()
  expect(csv).toBe(
    'Line,Reason,id,comment,date\n3,“never” in “date” is not a date.,x2,\'=1+1,never\n4,"The id “x1” stands in this file already, on line 2.",x1,Slow,2026-01-01\n',
  )
})

test('undo takes the whole import back in one step, and the file can be imported again', async () => {
  const text = reviews(12).replaceAll('Acme', 'Undone')
  const { id } = await upload(text)
  await runToEnd(id)
  const undone = await answer(send(w.ada, 'DELETE', `/imports/${id}`))
  expect(undone).toMatchObject({ state: 'undone', archived: 0 })
  expect(await answer(send(w.ada, 'GET', `/imports/${id}`))).toMatchObject({
    undoneBy: w.ada.id,
    undoneAt: w.services.now().toISOString(),
    undone: { removed: 27, archived: 0, kept: 0, putBack: 0 },
  })
  expect([await count('feedback', id), await count('accounts', id), await count('contacts', id)]).toEqual([0, 0, 0])
  expect((await send(w.ada, 'DELETE', `/imports/${id}`)).status).toBe(409)
  expect(await runToEnd((await upload(text)).id)).toMatchObject({ imported: 12, alreadyThere: 0 })
})

test('undo archives what somebody has worked on, and keeps the people it speaks of', async () => {
  const { id } = await upload('id,comment,company\nw1,Slow,Worked on\nw2,Slow,Worked on\n')
  await runToEnd(id)
  const first = await w.ada.scoped(({ db }) =>
    db.selectFrom('feedback').select('key').where('importId', '=', id).orderBy('key').executeTakeFirstOrThrow(),
  )
  await send(w.ada, 'POST', '/comments', { about: first.key, text: 'We should call them.' })
  expect(await answer(send(w.ada, 'DELETE', `/imports/${id}`))).toMatchObject({ archived: 2, removed: 1 })
  expect((await send(w.ada, 'POST', `/records/feedback/${first.key}/restoration`)).status).toBe(200)
})

test('undo says whom it kept because other feedback speaks of them', async () => {
  const { id } = await upload('id,comment,company\nk1,Slow,Kept company\nk2,Slow,Gone company\n')
  await runToEnd(id)
  await send(w.ada, 'POST', '/feedback', { text: 'Still slow', by: { accountName: 'Kept company' } })
  expect(await answer(send(w.ada, 'DELETE', `/imports/${id}`))).toMatchObject({ undone: { removed: 3, archived: 0, kept: 1 } })
})

test('the feedback of one import can be listed', async () => {
  const { id } = await upload(reviews(3))
  await runToEnd(id)
  await runToEnd((await upload(reviews(2))).id)
  const listed = await (await send(w.ada, 'GET', `/feedback?importId=${id}&counted=true`)).json()
  expect(listed).toMatchObject({ found: 3, next: null })
  expect((await send(w.ada, 'GET', '/feedback?importId=none')).status).toBe(422)
})

test('after a day an import cannot be undone', async () => {
  const { id } = await upload(reviews(1))
  await runToEnd(id)
  w.passTime(86_400_001)
  expect((await send(w.ada, 'DELETE', `/imports/${id}`)).status).toBe(409)
})

test('killed between two batches, it goes on without losing or doubling a row', async () => {
  const { id } = await upload(reviews(2_500))
  await send(w.ada, 'POST', `/imports/${id}/start`)
  const facts = { workspaceId: w.workspaceId, memberId: w.ada.id, importId: id }
  let batches = 0
  // The process dies when the second batch is about to commit.
  const dying = { ...w.services, now: () => w.services.now(), db: failing(() => ++batches > 3) }
  await expect(runImport(dying as typeof w.services, facts)).rejects.toThrow('killed')
  const halfway = await answer(send(w.ada, 'GET', `/imports/${id}`))
  expect(halfway).toMatchObject({ state: 'failed', done: 2_000 })
  w.passTime(3_600_000)
  await w.jobs.drain()
  expect(await paceOf(id)).toEqual({ doneBefore: 2_000, runStartedAt: w.services.now() })
  expect(await answer(send(w.ada, 'GET', `/imports/${id}`))).toMatchObject({
    state: 'finished',
    done: 2_500,
    imported: 2_500,
    rejected: 0,
    alreadyThere: 0,
  })
  expect(await count('feedback', id)).toBe(2_500)
})

/** What the time left is judged by. */
const paceOf = (id: string) =>
  w.ada.scoped(({ db }) => db.selectFrom('imports').where('id', '=', id).select(['doneBefore', 'runStartedAt']).executeTakeFirstOrThrow())

/** A database whose transactions fail when asked to; the failure is before the commit. */
function failing(shouldFail: () => boolean) {
  return new Proxy(w.services.db, {
    get: (db, name) => {
      if (name !== 'transaction') return Reflect.get(db, name, db)
      return () => ({
        execute: (work: (scope: unknown) => Promise<unknown>) =>
          db.transaction().execute(async (transaction) => {
            const result = await work(transaction)
            if (shouldFail() && batchesAre(result)) throw new Error('killed')
            return result
          }),
      })
    },
  })
}
const batchesAre = (result: unknown) => result === true

test('a survey: each verbatim cell is a piece of its own, with its question as context', async () => {
  const text = readFileSync(new URL('./fixtures/survey-excerpt.csv', import.meta.url), 'utf8')
  const { id } = await upload(text, 'name=survey.csv')
  const finished = await runToEnd(id)
  expect(finished.rejected + new Set(await linesOf(id)).size).toBe(finished.total)
  const pieces = await w.ada.scoped(({ db }) =>
    db.selectFrom('feedback').select(['context', 'channel', 'text']).where('importId', '=', id).execute(),
  )
  expect(pieces).toHaveLength(finished.imported)
  expect(pieces.every(({ context, channel }) => context?.includes('?') && channel === 'survey')).toBe(true)
})

const linesOf = async (id: string) =>
  (await w.ada.scoped(({ db }) => db.selectFrom('feedback').select('sourceId').where('importId', '=', id).execute())).map(
    ({ sourceId }) => sourceId!.split(':')[1],
  )

test('companies become accounts, and people contacts of them', async () => {
  const accounts = await upload('Company,Plan,MRR\nNorthwind,Team,"€1,200"\nSouthwind,Solo,-5\n', 'name=companies.csv')
  expect(await runToEnd(accounts.id)).toMatchObject({ imported: 1, rejected: 1 })
  const contacts = await upload('First name,Last name,E-mail,Company\nAna,Silva,ana@north.test,northwind\n', 'name=people.csv')
  expect(await runToEnd(contacts.id)).toMatchObject({ imported: 1 })
  const rows = await w.ada.scoped(({ db }) =>
    db
      .selectFrom('contacts')
      .innerJoin('accounts', 'accounts.id', 'contacts.accountId')
      .select(['contacts.name', 'accounts.revenue'])
      .where('contacts.importId', '=', contacts.id)
      .execute(),
  )
  expect(rows).toEqual([{ name: 'Ana Silva', revenue: 1200 }])
})

test('a file of companies fills in those that are there by name; undo puts back what stood before, but not over newer work', async () => {
  await runToEnd((await upload('id,comment,company\nf1,Slow today,Fillgood\nf2,Slow again,Fillwell\n')).id)
  const text = 'Company,Plan,MRR\nfillgood,Team,900\nFillwell,Solo,100\nNewfill,Solo,50\n'
  const { id } = await upload(text, 'name=companies.csv')
  expect(await runToEnd(id)).toMatchObject({ imported: 3, alreadyThere: 0 })
  expect(await runToEnd((await upload(text, 'name=companies.csv')).id)).toMatchObject({ imported: 0, alreadyThere: 3 })
  const accounts = () =>
    w.ada.scoped(({ db }) =>
      db.selectFrom('accounts').select(['name', 'plan', 'revenue']).where('name', 'ilike', '%fill%').orderBy('name').execute(),
    )
  expect(await accounts()).toEqual([
    { name: 'Fillgood', plan: 'Team', revenue: 900 },
    { name: 'Fillwell', plan: 'Solo', revenue: 100 },
    { name: 'Newfill', plan: 'Solo', revenue: 50 },
  ])
  await w.ada.scoped(({ db }) => db.updateTable('accounts').set({ plan: 'Enterprise' }).where('name', '=', 'Fillwell').execute())
  expect(await answer(send(w.ada, 'DELETE', `/imports/${id}`))).toMatchObject({ removed: 1, putBack: 2 })
  expect(await accounts()).toEqual([
    { name: 'Fillgood', plan: null, revenue: null },
    { name: 'Fillwell', plan: 'Enterprise', revenue: null },
  ])
})

test('people who are there by address are filled in, not doubled', async () => {
  await runToEnd((await upload('id,comment,email\ng1,Slow today,gina@fill.test\n')).id)
  const { id } = await upload('Name,E-mail,Job title\nGina Fell,Gina@fill.test,Owner\n', 'name=people.csv')
  expect(await runToEnd(id)).toMatchObject({ imported: 1 })
  const rows = await w.ada.scoped(({ db }) =>
    db.selectFrom('contacts').select(['name', 'title']).where('email', '=', 'gina@fill.test').execute(),
  )
  expect(rows).toEqual([{ name: 'Gina Fell', title: 'Owner' }])
})

test('a purchase log becomes product events, and undo takes them out of the warehouse', async () => {
  const log = ` customer_id  date number_of_cds  dollar_value\n${Array.from({ length: 40 }, (_, i) => ` 0000${i % 9}  199701${10 + (i % 9)}  ${i}   ${i}.77\n`).join('')}`
  const { id, mapping } = await upload(log, 'name=purchases.txt')
  expect(mapping.kind).toBe('events')
  expect(await runToEnd(id)).toMatchObject({ imported: 40, rejected: 0 })
  const names = await w.services.warehouse.eventNames(w.workspaceId)
  expect(names).toMatchObject([{ event: 'purchase', count: 40 }])
  expect(await answer(send(w.ada, 'DELETE', `/imports/${id}`))).toMatchObject({ removed: 40 })
  expect(await w.services.warehouse.eventNames(w.workspaceId)).toEqual([])
})

test.each([
  ['an empty body', '', 'The file is empty.'],
  ['a workbook', 'PK\u0003\u0004', 'Excel'],
  ['a header without rows', 'comment,date\n', 'no rows'],
])('%s is refused with a sentence', async (_, text, sentence) => {
  const response = await send(w.ada, 'POST', '/imports?name=x', text)
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining(sentence) })
})

test('NUL and half characters, in names and in cells, are refused by the row and never break the import', async () => {
  const { id } = await upload(
    '[{"te\\u0000xt":"It is slow \\ud800"},{"text":"It is \\u0000 slow"},{"text":"It is slow"},{"te\\ud800xt":"odd"}]',
    'name=odd.json',
  )
  await send(w.ada, 'PATCH', `/imports/${id}`, { mapping: { columns: [{ column: 'text', field: 'text' }] } })
  const finished = await runToEnd(id)
  expect(finished).toMatchObject({ state: 'finished', total: 4, imported: 1, rejected: 3 })
  expect((await send(w.ada, 'GET', `/imports/${id}/rejections.csv`)).status).toBe(200)
})

test('a mapping with a hole cannot be started, and says what is missing', async () => {
  const { id } = await upload('comment\nIt is slow\n')
  const changed = await answer(send(w.ada, 'PATCH', `/imports/${id}`, { mapping: { columns: [{ column: 'comment', field: 'trait' }] } }))
  expect(changed.preview.problems).toEqual(['Say which column holds what was said.'])
  expect((await send(w.ada, 'POST', `/imports/${id}/start`)).status).toBe(422)
})

test('a started import can be neither changed nor started again', async () => {
  const { id } = await upload(reviews(1))
  await runToEnd(id)
  expect((await send(w.ada, 'PATCH', `/imports/${id}`, { kind: 'accounts' })).status).toBe(409)
  expect((await send(w.ada, 'POST', `/imports/${id}/start`)).status).toBe(409)
})

test('one that was not started can be discarded', async () => {
  const { id } = await upload(reviews(1))
  expect((await send(w.ada, 'DELETE', `/imports/${id}`)).status).toBe(200)
  expect((await send(w.ada, 'GET', `/imports/${id}`)).status).toBe(404)
})

test('who may: admins import, viewers look, strangers and other workspaces see nothing', async () => {
  const { id } = await upload(reviews(1))
  expect((await send(w.ana, 'POST', '/imports', reviews(1))).status).toBe(403)
  expect((await send(w.ben, 'GET', `/imports/${id}`)).status).toBe(200)
  expect((await send(w.eve, 'GET', `/imports/${id}`)).status).toBe(404)
  expect((await send(w.eve, 'DELETE', `/imports/${id}`)).status).toBe(404)
  expect((await w.request('/api/v1/imports')).status).toBe(401)
})
