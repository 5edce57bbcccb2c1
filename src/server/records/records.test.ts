import { afterAll, beforeAll, expect, test } from 'vitest'
import { activitiesOf, read } from '#client/api.ts'
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

test('the answer to a change names its own lines of the journal, so that nobody else’s is undone', async () => {
  const { id, key } = await newProblem()
  const change = (json: { title?: string; who?: string }, who: 'ana' | 'ada' = 'ana') =>
    read(w[who].api.problems[':id'].$patch({ param: { id: key }, json }))
  const mine = activitiesOf(await change({ title: 'Mine' }))
  await change({ who: 'Somebody else’s' }, 'ada')
  expect(mine).toHaveLength(1)
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: mine[0]! } }))
  expect(await w.ana.scoped((scope) => findRecord(scope, 'problem', id))).toMatchObject({
    title: 'Crews learn of changes too late',
    who: 'Somebody else’s',
  })
})

test('what changed nothing, or was refused, names no line of the journal', async () => {
  const { key, title } = await newProblem()
  expect(activitiesOf(await read(w.ana.api.problems[':id'].$patch({ param: { id: key }, json: { title } })))).toEqual([])
  const refused = await w.ana.api.problems[':id'].$patch({ param: { id: key }, json: { title: '' } })
  expect([refused.status, refused.headers.get('x-activities')]).toEqual([422, null])
})

test('a change that wrote several lines names them all, and they are undone last first', async () => {
  const problem = await newProblem()
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'Tell them', problems: [problem.key] } }))
  const written = activitiesOf(bet).toReversed()
  expect(written).toHaveLength(2)
  for (const id of written) await read(w.ana.api.activities[':id'].undo.$post({ param: { id } }))
  expect(await w.ana.scoped((scope) => findRecord(scope, 'bet', bet.id))).toMatchObject({ archivedAt: expect.any(Date) })
})

test('a history says which of its lines can be taken back, and by whom', async () => {
  const { key } = await newProblem()
  const lines = async (who: 'ana' | 'ben') =>
    (await read(w[who].api.activities.$get({ query: { about: key } }))).rows.map(({ what, undoable }) => [what, undoable])
  await read(w.ana.api.comments.$post({ json: { about: key, text: 'Hm' } }))
  const [changed] = activitiesOf(await read(w.ana.api.problems[':id'].$patch({ param: { id: key }, json: { who: 'Crews' } })))
  expect(await lines('ana')).toEqual([
    ['problem.changed', true],
    ['problem.commented', false],
    ['problem.added', true],
  ])
  expect((await lines('ben')).every(([, undoable]) => !undoable)).toBe(true)
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: changed! } }))
  expect((await lines('ana')).slice(0, 2)).toEqual([
    ['problem.undone', true],
    ['problem.changed', false],
  ])
})

test('neither undo nor the archive opens a locked plan', async () => {
  const metric = await read(
    w.ana.api.metrics.$post({ json: { name: 'Typed', definition: { kind: 'engagement', of: { event: 'job_completed' } } } }),
  )
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'A promise' } }))
  const param = { id: bet.id }
  const design = { kind: 'before-after' as const, weeksBefore: 26 }
  const save = (checkDate: string) =>
    read(w.ana.api.bets[':id'].plan.$put({ param, json: { metric: metric.key, smallestEffect: 0.1, design, checkDate } }))
  await save('2026-08-01')
  const [changed] = activitiesOf(await save('2026-09-01'))
  for (const state of ['considering', 'committed', 'building', 'launched'] as const)
    await read(w.ana.api.bets[':id'].state.$put({ param, json: { state } }))
  const undone = await w.ana.api.activities[':id'].undo.$post({ param: { id: changed! } })
  expect([undone.status, await undone.json()]).toMatchObject([409, { detail: expect.stringContaining('locked at the launch') }])
  const plan = await w.ana.scoped(({ db }) =>
    db.selectFrom('successPlans').select('id').where('betId', '=', bet.id).executeTakeFirstOrThrow(),
  )
  const archived = await w.ana.api.records[':kind'][':id'].$delete({ param: { kind: 'success-plan', id: plan.id } })
  expect(archived.status).toBe(409)
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

test('a comment that is saved as it was leaves no line in the history', async () => {
  const { key } = await read(w.ana.api.problems.$post({ json: { title: 'Said once' } }))
  const { id, updatedAt } = await read(w.ana.api.comments.$post({ json: { about: key, text: 'Once.' } }))
  const same = await read(w.ana.api.comments[':id'].$patch({ param: { id }, json: { text: 'Once.' } }))
  expect(same.updatedAt).toBe(updatedAt)
  expect((await read(w.ana.api.activities.$get({ query: { about: key } }))).rows.map(({ what }) => what)).toEqual([
    'problem.commented',
    'problem.added',
  ])
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
