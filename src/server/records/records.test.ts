import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'
import { addRecord, changeRecord, editableRecord, findRecord } from './records.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const newProblem = (who: 'ana' | 'eve' | 'cora' = 'ana', title = 'Crews learn of changes too late') =>
  w[who].scoped((scope) => addRecord(scope, 'problem', { title, parentId: null, stateReason: null }))

test('keys count up from one, each workspace by itself', async () => {
  const [first, second] = [await newProblem(), await newProblem()]
  const elsewhere = await newProblem('eve')
  expect(Number(second.key.split('-')[1])).toBe(Number(first.key.split('-')[1]) + 1)
  expect(elsewhere.key).toBe('PROB-1')
})

test('fifty at once get fifty different keys', async () => {
  const added = await Promise.all(Array.from({ length: 50 }, () => newProblem()))
  expect(new Set(added.map(({ key }) => key)).size).toBe(50)
})

test('a record is found by its id and by its key, in any case', async () => {
  const { id, key } = await newProblem()
  await w.ben.scoped(async (scope) => {
    expect((await findRecord(scope, 'problem', id)).key).toBe(key)
    expect((await findRecord(scope, 'problem', key.toLowerCase())).id).toBe(id)
  })
})

test('what another workspace holds is not found', async () => {
  const { id } = await newProblem()
  await expect(w.eve.scoped((scope) => findRecord(scope, 'problem', id))).rejects.toThrow('no such problem')
})

test('row-level security alone hides other workspaces', async () => {
  await newProblem()
  const seen = await w.eve.scoped(({ db }) => db.selectFrom('problems').select('workspaceId').execute())
  expect(seen.every(({ workspaceId }) => workspaceId === w.otherWorkspaceId)).toBe(true)
  const outside = await w.services.db.selectFrom('problems').select('id').execute()
  expect(outside).toEqual([])
})

test('a change against an old version is refused with 412 and changes nothing', async () => {
  const { id } = await newProblem()
  const change = (title: string, version: number) =>
    w.ana.scoped(async (scope) =>
      changeRecord(scope, { kind: 'problem', record: await editableRecord(scope, 'problem', id, { version }) }, { title }),
    )
  await change('First', 1)
  await expect(change('Second', 1)).rejects.toThrow('Somebody else changed this problem')
})

test('of two changes at the same moment one wins and the other is told', async () => {
  const { id } = await newProblem()
  const change = (title: string) =>
    w.ana.scoped(async (scope) => changeRecord(scope, { kind: 'problem', record: await editableRecord(scope, 'problem', id) }, { title }))
  const results = await Promise.allSettled([change('One'), change('Two')])
  const lost = results.filter(({ status }) => status === 'rejected')
  expect(lost.length).toBeLessThanOrEqual(1)
  const history = await read(w.ana.api.activities.$get({ query: { about: `problem:${id}` } }))
  expect(history.rows.length).toBe(1 + results.length - lost.length)
})

test('history says who changed what, from what to what', async () => {
  const { id, key } = await newProblem()
  await w.ana.scoped(async (scope) =>
    changeRecord(
      scope,
      { kind: 'problem', record: await editableRecord(scope, 'problem', id) },
      { title: 'Changed', who: 'Crews' },
      { why: 'clearer' },
    ),
  )
  const { rows } = await read(w.ben.api.activities.$get({ query: { about: key } }))
  expect(rows[0]).toMatchObject({
    what: 'problem.changed',
    memberName: 'Ana Ruiz',
    why: 'clearer',
    changes: { title: { before: 'Crews learn of changes too late', after: 'Changed' }, who: { before: '', after: 'Crews' } },
  })
})

test('undo puts back what was there, unless it has changed again since', async () => {
  const { id, key } = await newProblem()
  const change = (title: string) =>
    w.ana.scoped(async (scope) => changeRecord(scope, { kind: 'problem', record: await editableRecord(scope, 'problem', id) }, { title }))
  await change('One')
  await change('Two')
  const { rows } = await read(w.ana.api.activities.$get({ query: { about: key } }))
  const [two, one] = rows
  expect((await w.ana.api.activities[':id'].undo.$post({ param: { id: one!.id } })).status).toBe(409)
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: two!.id } }))
  expect(await w.ana.scoped((scope) => findRecord(scope, 'problem', id))).toMatchObject({ title: 'One' })
})

test('undoing an addition archives it, and it can be restored', async () => {
  const { id, key } = await newProblem()
  const { rows } = await read(w.ana.api.activities.$get({ query: { about: key } }))
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: rows[0]!.id } }))
  expect(await w.ana.scoped((scope) => findRecord(scope, 'problem', id))).toMatchObject({ archivedAt: expect.any(Date) })
  await read(w.ana.api.records[':kind'][':id'].restoration.$post({ param: { kind: 'problem', id } }))
  expect(await w.ana.scoped((scope) => findRecord(scope, 'problem', id))).toMatchObject({ archivedAt: null })
})

test('a contributor changes only what is theirs', async () => {
  const theirs = await newProblem('cora')
  const other = await newProblem()
  await w.cora.scoped((scope) => editableRecord(scope, 'problem', theirs.id))
  await expect(w.cora.scoped((scope) => editableRecord(scope, 'problem', other.id))).rejects.toThrow('not change it')
})

test('a comment tells whom it mentions, once', async () => {
  const { key } = await newProblem()
  await read(w.cora.api.comments.$post({ json: { about: key, text: 'What do you think, @Ana? Or @Ben Okoye?' } }))
  const told = await w.ana.scoped(({ db }) => db.selectFrom('mentions').select('memberId').where('seenAt', 'is', null).execute())
  expect(told.map(({ memberId }) => memberId).sort()).toEqual([w.ana.id, w.ben.id].sort())
  await read(w.ana.api.mentions.seen.$put({ json: { about: key } }))
  const { rows } = await read(w.ben.api.comments.$get({ query: { about: key } }))
  expect(rows).toMatchObject([{ memberName: 'Cora Lind' }])
})
