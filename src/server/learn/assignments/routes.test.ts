import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type Person, type World, world } from '#test/world.ts'
import { testCourse, writeTestCourse } from '../course-for-tests.ts'
import { finishTestCourse } from '../finish-for-tests.ts'

let w: World
beforeAll(async () => {
  w = await world()
  writeTestCourse(w.services)
})
afterAll(() => w.close())

const param = { courseId: testCourse }
const route = ({ api }: Person) => api.courses[':courseId'].assignments
const assign = (by: Person, to: { id: string }[], dueOn: string | null = null) =>
  route(by).$put({ param, json: { members: to.map(({ id }) => id), dueOn } })
const mine = async ({ api }: Person) => (await read(api.learning.assignments.$get())).rows
const today = async ({ api }: Person) => (await read(api.today.$get())).courses

test('a maker asks somebody to take a course by a day, and both see it', async () => {
  const lou = await w.person('Lou', 'viewer')
  const { rows } = await read(assign(w.ana, [lou], '2026-12-12'))
  expect(rows.find(({ memberId }) => memberId === lou.id)).toMatchObject({
    name: 'Lou',
    assignedBy: 'Ana Ruiz',
    dueOn: '2026-12-12',
    finishedAt: null,
    state: 'open',
    progress: { done: 0, required: 4, percent: 0 },
  })
  expect(await mine(lou)).toMatchObject([{ courseId: testCourse, assignedBy: 'Ana Ruiz', dueOn: '2026-12-12', state: 'open' }])
  expect(await today(lou)).toEqual([{ courseId: testCourse, title: 'Testing', assignedBy: 'Ana Ruiz', dueOn: '2026-12-12', state: 'open' }])
  expect((await read(lou.api.me.$get())).counts.today).toBe(1)
  const trace = await lou.scoped(({ db }) =>
    db.selectFrom('activities').select(['what', 'aboutTitle', 'changes']).where('aboutId', '=', lou.id).execute(),
  )
  expect(trace).toEqual([
    { what: 'course.assigned', aboutTitle: 'Lou: Testing', changes: { dueOn: { before: null, after: '2026-12-12' } } },
  ])
})

test('asking again moves the date, and asking the same again changes nothing', async () => {
  const lou = await w.person('Lou', 'viewer')
  await read(assign(w.ana, [lou], '2026-12-12'))
  w.passTime(1000)
  await read(assign(w.ada, [lou], '2026-12-12'))
  expect(await mine(lou)).toMatchObject([{ assignedBy: 'Ana Ruiz' }])
  await read(assign(w.ada, [lou], null))
  expect(await mine(lou)).toMatchObject([{ assignedBy: 'Ada Park', dueOn: null }])
})

test('whoever has finished is seen to have, and Today no longer asks for it', async () => {
  const lou = await w.person('Lou', 'viewer')
  await read(assign(w.ana, [lou], '2026-02-01'))
  expect(await mine(lou)).toMatchObject([{ state: 'overdue' }])
  await finishTestCourse(lou)
  const { rows } = await read(route(w.ana).$get({ param }))
  expect(rows.find(({ memberId }) => memberId === lou.id)).toMatchObject({ state: 'finished', progress: { percent: 100 } })
  expect(await today(lou)).toEqual([])
})

test('an assignment is taken back once', async () => {
  const lou = await w.person('Lou', 'viewer')
  await read(assign(w.ana, [lou]))
  const takeBack = () => route(w.ana)[':memberId'].$delete({ param: { ...param, memberId: lou.id } })
  const { rows } = await read(takeBack())
  expect(rows.map(({ memberId }) => memberId)).not.toContain(lou.id)
  expect(await mine(lou)).toEqual([])
  expect((await takeBack()).status).toBe(404)
})

test('who may: makers and above; strangers and people elsewhere are not reached', async () => {
  expect((await assign(w.cora, [w.ben])).status).toBe(403)
  expect((await route(w.ben).$get({ param })).status).toBe(403)
  expect((await assign(w.ana, [w.eve])).status).toBe(422)
  expect((await assign(w.ana, [])).status).toBe(422)
  expect((await assign(w.ana, [w.ben], '12.12.2026')).status).toBe(422)
  expect((await read(route(w.eve).$get({ param }))).rows).toEqual([])
  expect((await w.request(`/api/v1/courses/${testCourse}/assignments`)).status).toBe(401)
  expect((await route(w.ana).$get({ param: { courseId: 'nothing' } })).status).toBe(404)
})

test('the owner of a practice workspace does not lead by that', async () => {
  const lou = await w.person('Lou', 'viewer')
  const { sandbox } = await read(lou.api.sandbox.$put())
  const { giveLead } = await leadInside(lou, sandbox!.workspaceId)
  expect(giveLead).toMatch(/role maker in your own workspace/)
})

/** Asks from within the sandbox, where the learner is the owner. */
async function leadInside({ id }: Person, workspaceId: string) {
  const { inWorkspace } = await import('#server/enter.ts')
  const { atHome } = await import('../other-workspace.ts')
  const { leadOf } = await import('../leading.ts')
  const giveLead = await inWorkspace(w.services, { workspaceId, memberId: id, origin: 'api' }, (scope) =>
    atHome(scope, async (home) => leadOf(home)),
  ).catch(({ message }: Error) => message)
  return { giveLead }
}
