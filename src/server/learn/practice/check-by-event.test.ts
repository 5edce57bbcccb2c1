import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { inWorkspace } from '#server/enter.ts'
import { addRecord } from '#server/records/records.ts'
import type { Scope } from '#server/scope.ts'
import { type Person, type World, world } from '#test/world.ts'
import { lessonIds, testCourse, writeTestCourse } from '../course-for-tests.ts'

let w: World
beforeAll(async () => {
  w = await world()
  writeTestCourse(w.services)
})
afterAll(() => w.close())

const param = { courseId: testCourse, lessonId: lessonIds.practice }
const lesson = ({ api }: Person) => api.courses[':courseId'].lessons[':lessonId']
const visit = (person: Person) => read(lesson(person).visit.$put({ param, json: { anchor: null } }))
const isDone = async (person: Person) => (await read(lesson(person).$get({ param }))).done
const standing = (person: Person) => read(lesson(person)['practice-standing'].$get({ param }))

type Api = Person['api']
const from = (text: string, accountName: string) => ({ text, channel: 'support' as const, by: { accountName } })

async function writeProblem(api: Api) {
  return read(api.problems.$post({ json: { title: 'Crews drive to cancelled jobs', who: 'Crews' } }))
}

async function support(api: Api, problem: string, accountName: string) {
  const { key } = await read(api.feedback.$post({ json: from('We drove for nothing', accountName) }))
  await read(api.insights.$post({ json: { feedback: key, problem, from: 3, to: 8 } }))
}

const results = (person: Person) =>
  person.scoped(({ db }) => db.selectFrom('practiceResults').select(['passed', 'result']).where('memberId', '=', person.id).execute())
const told = ({ scoped, id }: Pick<Person, 'scoped' | 'id'>) =>
  scoped(({ db }) =>
    db.selectFrom('activities').select('aboutTitle').where('aboutId', '=', id).where('what', '=', 'practice.passed').execute(),
  )

test('work that completes an open practice passes it, with nobody pressing a button, and is told once', async () => {
  const mia = await w.person('Mia', 'maker')
  await visit(mia)
  const { key } = await writeProblem(mia.api)
  await support(mia.api, key, 'Nordlys')
  await w.jobs.drain()
  expect(await isDone(mia)).toBe(false)
  expect(await results(mia)).toEqual([])
  await support(mia.api, key, 'Baxter')
  await w.jobs.drain()
  expect(await isDone(mia)).toBe(true)
  expect(await results(mia)).toMatchObject([{ passed: true, result: { criteria: [{ met: true, nearest: { key } }, {}] } }])
  await support(mia.api, key, 'Ferrow')
  await w.jobs.drain()
  expect(await results(mia)).toHaveLength(1)
  expect(await told(mia)).toEqual([{ aboutTitle: 'Mia: Do this' }])
  const { learn } = await read(mia.api.me.$get())
  expect(learn.lastPass).toMatchObject({ course: testCourse, lesson: lessonIds.practice, title: 'Do this' })
})

test('what somebody else adds to my work counts, too', async () => {
  const mia = await w.person('Mia', 'maker')
  await visit(mia)
  const { key } = await writeProblem(mia.api)
  for (const account of ['Nordlys', 'Baxter']) await support(w.ana.api, key, account)
  await w.jobs.drain()
  expect(await isDone(mia)).toBe(true)
  expect(await isDone(w.ana)).toBe(false)
})

test('a practice nobody opened is not checked, and is checked when it is opened', async () => {
  const mia = await w.person('Mia', 'maker')
  await read(mia.api.courses[':courseId'].enrolment.$put({ param }))
  const { key } = await writeProblem(mia.api)
  for (const account of ['Nordlys', 'Baxter']) await support(mia.api, key, account)
  await w.jobs.drain()
  expect(await isDone(mia)).toBe(false)
  await visit(mia)
  await w.jobs.drain()
  expect(await isDone(mia)).toBe(true)
})

test('work in the practice workspace passes the lesson at home, and is told in both', async () => {
  const mia = await w.person('Mia', 'viewer')
  await visit(mia)
  const sandbox = (await read(mia.api.sandbox.$put())).sandbox!
  const inSandbox = <T>(work: (scope: Scope) => Promise<T>) =>
    inWorkspace(w.services, { workspaceId: sandbox.workspaceId, memberId: mia.id, origin: 'web' }, work)
  await w.jobs.drain()
  expect(await isDone(mia)).toBe(false)
  await inSandbox(async (scope) => {
    const problem = await addRecord(scope, 'problem', { title: 'Late changes', who: 'Crews', parentId: null, stateReason: null })
    const accounts = await scope.db.selectFrom('feedback').select(['id', 'text']).where('accountId', 'is not', null).execute()
    for (const { id, text } of accounts)
      await addRecord(scope, 'insight', {
        feedbackId: id,
        problemId: problem.id,
        fromOffset: 0,
        toOffset: 4,
        passage: text.slice(0, 4),
        stance: 'supports',
        hurt: 1,
      })
  })
  await w.jobs.drain()
  expect(await isDone(mia)).toBe(true)
  expect(await told(mia)).toHaveLength(1)
  expect(await told({ scoped: inSandbox, id: mia.id })).toEqual([{ aboutTitle: 'Mia: Do this' }])
})

test('somebody who left is not checked, and the others still are', async () => {
  const [mia, gone] = [await w.person('Mia', 'maker'), await w.person('Gus', 'maker')]
  for (const person of [gone, mia]) await visit(person)
  const { key } = await writeProblem(mia.api)
  await w.owner.scoped(({ db }) => db.updateTable('members').set({ removedAt: new Date() }).where('id', '=', gone.id).execute())
  for (const account of ['Nordlys', 'Baxter']) await support(mia.api, key, account)
  await w.jobs.drain()
  expect(await isDone(mia)).toBe(true)
})

test('the standing says how it is now, and keeps nothing', async () => {
  const mia = await w.person('Mia', 'maker')
  await visit(mia)
  expect(await standing(mia)).toMatchObject({ passed: false, criteria: [{ id: 'linked', met: false, nearest: null }, {}] })
  const { key } = await writeProblem(mia.api)
  expect((await standing(mia)).criteria[0]).toMatchObject({ nearest: { key } })
  expect(await results(mia)).toEqual([])
  expect((await w.request(`/api/v1/courses/${testCourse}/lessons/${lessonIds.practice}/practice-standing`)).status).toBe(401)
  const reading = { courseId: testCourse, lessonId: lessonIds.reading }
  expect((await lesson(mia)['practice-standing'].$get({ param: reading })).status).toBe(409)
})
