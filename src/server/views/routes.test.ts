import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Api, Refused, read } from '#client/api.ts'
import { nameTaken } from '#domain/saved-view.ts'
import { type Person, type World, world } from '#test/world.ts'
import { MOST_OF_ONE } from './crowding.ts'
import { addSavedView } from './queries.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const state = { state: 'validated', sort: '-revenue', columns: 'key,title' }
type NewView = Parameters<Api['saved-views']['$post']>[0]['json']
const save = ({ api }: Pick<Person, 'api'>, view: Partial<NewView> = {}) =>
  read(api['saved-views'].$post({ json: { list: 'problems', name: 'Strongest', state, ...view } }))
const change = ({ api }: Pick<Person, 'api'>, id: string, json: Partial<NewView>) =>
  read(api['saved-views'][':id'].$patch({ param: { id }, json }))
const archive = ({ api }: Pick<Person, 'api'>, id: string) => read(api['saved-views'][':id'].$delete({ param: { id } }))
const namesOf = async ({ api }: Pick<Person, 'api'>) => (await read(api['saved-views'].$get())).rows.map(({ name }) => name)
const refusal = (asked: Promise<unknown>) =>
  asked.then(() => undefined).catch((error: unknown) => (error instanceof Refused ? error.status : error))
const whyRefused = (asked: Promise<unknown>) => asked.then(() => undefined).catch((error: unknown) => (error as Error).message)
const restore = ({ api }: Pick<Person, 'api'>, id: string) => read(api['saved-views'][':id'].restoration.$post({ param: { id } }))
const linesAbout = async ({ api }: Pick<Person, 'api'>, id: string) =>
  (await read(api.activities.$get({ query: { limit: '200' } }))).rows.filter(({ aboutId }) => aboutId === id)

test('a reader saves a view, opens it as it was, renames, replaces and archives it, and each leaves its line', async () => {
  const lou = await w.person('Lou', 'viewer')
  const { id } = await save(lou)
  expect((await read(lou.api['saved-views'].$get())).rows).toMatchObject([
    { id, list: 'problems', name: 'Strongest', state, shared: false, ownerName: 'Lou', mine: true, mayChange: true, mayShare: false },
  ])
  await change(lou, id, { name: 'By revenue' })
  await change(lou, id, { state: { sort: 'title' } })
  expect(await read(lou.api['saved-views'][':id'].$get({ param: { id } }))).toMatchObject({ name: 'By revenue', state: { sort: 'title' } })
  await archive(lou, id)
  expect(await namesOf(lou)).toEqual([])
  await restore(lou, id)
  expect(await namesOf(lou)).toEqual(['By revenue'])
  expect((await linesAbout(lou, id)).map(({ what }) => what)).toEqual([
    'saved-view.restored',
    'saved-view.archived',
    'saved-view.changed',
    'saved-view.changed',
    'saved-view.added',
  ])
})

test('saving what is there already changes nothing and writes no line', async () => {
  const { id, version } = await save(w.cora, { name: 'Same' })
  expect(await change(w.cora, id, { name: 'Same', state })).toMatchObject({ version })
  expect(await linesAbout(w.cora, id)).toHaveLength(1)
})

test('what somebody keeps to themselves is not there for anybody else, not even in the journal', async () => {
  const { id } = await save(w.cora, { name: 'My doubts' })
  const param = { id }
  for (const other of [w.ana, w.owner]) {
    expect(await namesOf(other)).not.toContain('My doubts')
    expect(await refusal(read(other.api['saved-views'][':id'].$get({ param })))).toBe(404)
    expect(await refusal(change(other, id, { name: 'Mine' }))).toBe(404)
    expect(await refusal(archive(other, id))).toBe(404)
    expect(await refusal(read(other.api.records[':kind'][':id'].$get({ param: { kind: 'saved-view', id } })))).toBe(404)
    expect(await refusal(read(other.api.comments.$get({ query: { about: `saved-view:${id}` } })))).toBe(404)
    expect(await linesAbout(other, id)).toEqual([])
  }
  expect(await linesAbout(w.cora, id)).toMatchObject([{ what: 'saved-view.added', aboutTitle: 'My doubts' }])
  const line = (await linesAbout(w.cora, id))[0]!
  expect(await refusal(read(w.ana.api.activities[':id'].undo.$post({ param: { id: line.id } })))).toBe(404)
})

test('a shared view is there for everybody in the workspace, and nowhere else', async () => {
  const { id } = await save(w.cora, { name: 'For all', shared: true })
  for (const other of [w.ben, w.ana]) expect(await namesOf(other)).toContain('For all')
  expect(await namesOf(w.eve)).toEqual([])
  expect(await refusal(read(w.eve.api['saved-views'][':id'].$get({ param: { id } })))).toBe(404)
})

test('makers keep shared views in order; readers open them; only the owner takes one back', async () => {
  const { id } = await save(w.cora, { name: 'Kept in order', shared: true })
  expect(await refusal(change(w.ben, id, { name: 'Mine now' }))).toBe(403)
  await change(w.ana, id, { name: 'In order' })
  expect(await refusal(change(w.ana, id, { shared: false }))).toBe(403)
  expect(await change(w.cora, id, { shared: false })).toMatchObject({ shared: false })
  expect(await namesOf(w.ana)).not.toContain('In order')
})

test('taking a view back is not undone by somebody else, for the undo would share it again', async () => {
  const { id } = await save(w.cora, { name: 'Back and forth' })
  await change(w.cora, id, { shared: true })
  const [shared] = await linesAbout(w.ana, id)
  expect(shared).toMatchObject({ what: 'saved-view.shared', undoable: false })
  expect(await refusal(read(w.ana.api.activities[':id'].undo.$post({ param: { id: shared!.id } })))).toBe(409)
})

test('sharing needs a contributor', async () => {
  expect(await refusal(save(w.ben, { name: 'Loud', shared: true }))).toBe(403)
  const { id } = await save(w.ben, { name: 'Quiet' })
  expect(await refusal(change(w.ben, id, { shared: true }))).toBe(403)
})

test('nobody keeps two views of one name in one list; others and other lists may have it', async () => {
  await save(w.ada, { name: 'Now' })
  expect(await refusal(save(w.ada, { name: 'now ' }))).toBe(409)
  await save(w.ada, { name: 'Now', list: 'bets', state: { show: 'over' } })
  const { id } = await save(w.ada, { name: 'Next' })
  expect(await refusal(change(w.ada, id, { name: 'NOW' }))).toBe(409)
  await change(w.ada, id, { name: 'NEXT' })
  await save(w.ana, { name: 'Now' })
})

test('a name that somebody else took meanwhile is not taken back by restoring or by undoing', async () => {
  const undo = (line: { id: string }) => read(w.ana.api.activities[':id'].undo.$post({ param: { id: line.id } }))
  const { id: archived } = await save(w.ana, { name: 'Contested' })
  await archive(w.ana, archived)
  const { id: renamed } = await save(w.ana, { name: 'Contested' })
  const restoreRecord = () => read(w.ana.api.records[':kind'][':id'].restoration.$post({ param: { kind: 'saved-view', id: archived } }))
  const [archiving] = await linesAbout(w.ana, archived)
  for (const again of [() => restore(w.ana, archived), restoreRecord, () => undo(archiving!)])
    expect(await whyRefused(again())).toBe(nameTaken)
  await change(w.ana, renamed, { name: 'Given away' })
  const [renaming] = await linesAbout(w.ana, renamed)
  await restore(w.ana, archived)
  expect(await whyRefused(undo(renaming!))).toBe(nameTaken)
  await change(w.ana, archived, { name: 'Free again' })
  await undo(renaming!)
  expect(await namesOf(w.ana)).toEqual(expect.arrayContaining(['Contested', 'Free again']))
})

test('whoever keeps a shared view in order gives it no name that its owner has already', async () => {
  await save(w.cora, { name: 'Taken by Cora' })
  const { id } = await save(w.cora, { name: 'For everybody', shared: true })
  expect(await whyRefused(change(w.ana, id, { name: 'Taken by Cora' }))).toBe(nameTaken)
})

test('of two saved at the same moment under one name, one stands and the other is told why not', async () => {
  const view = { list: 'bets' as const, name: 'At once', state: {}, shared: false }
  const [added, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  onTestFinished(() => held.resolve())
  const first = w.ada.scoped(async (scope) => {
    await addSavedView(scope, view)
    added.resolve()
    await held.promise
  })
  await added.promise
  const second = whyRefused(save(w.ada, { ...view, name: 'AT ONCE' }))
  await expect.poll(isSomebodyWaiting, { timeout: 10_000 }).toBe(true)
  held.resolve()
  await first
  expect(await second).toBe(nameTaken)
})

/** Whether a transaction of this database waits for another. */
async function isSomebodyWaiting() {
  const { rows } = await w.services.pool.query(
    'select 1 from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())',
  )
  return rows.length > 0
}

test('nobody keeps more saved views than can be looked through, not even by restoring one', async () => {
  const kim = await w.person('Kim', 'contributor')
  const { id } = await save(kim, { name: 'One of too many' })
  await archive(kim, id)
  await kim.scoped(async (scope) => {
    for (let n = 1; n <= MOST_OF_ONE; n++) await addSavedView(scope, { list: 'specs', name: `Of specs ${n}`, state: {}, shared: false })
  })
  expect(await refusal(save(kim, { name: 'One more' }))).toBe(429)
  expect(await refusal(restore(kim, id))).toBe(429)
})

test('two who replace the same view do not overwrite each other unseen', async () => {
  const { id } = await save(w.cora, { name: 'Raced', shared: true })
  const patch = (by: Person, state: Record<string, string>) =>
    read(by.api['saved-views'][':id'].$patch({ param: { id }, json: { state } }, { headers: { 'if-match': '"1"' } }))
  await patch(w.cora, { sort: 'title' })
  expect(await refusal(patch(w.ana, { sort: '-title' }))).toBe(412)
})

test.each([
  [{ name: '  ' }],
  [{ list: 'nowhere' as 'bets' }],
  [{ state: { show: 'open' } }],
  [{ state: { constructor: 'x' } }],
  [{ state: { sort: 'x'.repeat(601) } }],
])('%j is not a view', async (view) => {
  expect(await refusal(save(w.ada, view))).toBe(422)
})

test('a view is not replaced by one of another list', async () => {
  const { id } = await save(w.ada, { name: 'Of problems' })
  expect(await refusal(change(w.ada, id, { state: { show: 'over' } }))).toBe(422)
})

test('the way out holds the views', async () => {
  await save(w.ana, { name: 'Exported', shared: true })
  const lines = await (await w.request('/api/v1/export/saved-view.csv', { headers: w.ada.headers })).text()
  expect(lines).toContain('Exported')
})
