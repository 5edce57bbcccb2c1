import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { addRecord } from '#server/records/records.ts'
import { type Person, type World, world } from '#test/world.ts'
import { lessonIds, testCourse, writeTestCourse } from '../course-for-tests.ts'
import { rightAnswers } from '../finish-for-tests.ts'

let w: World
beforeAll(async () => {
  w = await world()
  writeTestCourse(w.services)
})
afterAll(() => w.close())

const preview = ({ api }: Person) => api.courses[':courseId'].preview
const course = (who: Person, courseId = testCourse) => preview(who).$get({ param: { courseId } })
const lesson = (name: keyof typeof lessonIds) => ({ param: { courseId: testCourse, lessonId: lessonIds[name] } })
const lessonRoute = (who: Person) => preview(who).lessons[':lessonId']
const own = async ({ api }: Person) => (await read(api.learning['own-courses'].$get())).rows

function write(path: string, text: string) {
  const file = join(w.services.folder, 'courses', path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}

test('an author sees the own folders, and the courses that come with Tricorn are not among them', async () => {
  expect((await own(w.ana)).map(({ folder, title, lessonCount }) => ({ folder, title, lessonCount }))).toEqual([
    { folder: 'testing', title: 'Testing', lessonCount: 5 },
  ])
})

test('an edit shows at once, with its fault and its line', async () => {
  const before = await read(course(w.ana))
  expect(before.modules[0]?.lessons[3]).toMatchObject({ title: 'More', faultCount: 0 })
  write(
    'testing/4-extra.md',
    `---\nid: ${lessonIds.extra}\ntitle: Even more\nkind: reading\nminutes: 5\noptional: true\n---\nSee [nothing](9.md).\n`,
  )
  const after = await read(course(w.ana))
  expect(after.mark).not.toBe(before.mark)
  expect(after.modules[0]?.lessons[3]).toMatchObject({ title: 'Even more', faultCount: 1 })
  expect(after.faults).toContainEqual({ file: 'testing/4-extra.md', line: 8, say: 'The link “9.md” is broken: there is no such file.' })
  writeTestCourse(w.services)
})

test('a broken folder breaks no other course, and its author hears what is wrong', async () => {
  const count = (await read(w.ben.api.courses.$get())).rows.length
  write('broken/course.yaml', 'title: [')
  write('empty/notes.md', 'Notes.')
  write(
    'half/course.yaml',
    'id: 01M85VFYGHH18RD002HNFK2B00\ntitle: Half\nsummary: S\nversion: 1\nhat: learn\nmodules:\n  - {id: m, title: M, lessons: [gone.md, there.md]}\n',
  )
  write('half/there.md', '---\nid: 01M85VFYGHH18RD002HNFK2B01\ntitle: There\nkind: reading\nminutes: 5\n---\nText.\n')
  const list = await read(w.ben.api.courses.$get())
  expect(list.rows.map(({ title }) => title)).toEqual(expect.arrayContaining(['Testing', 'Half']))
  expect(list.rows).toHaveLength(count + 1)
  const rows = await own(w.ana)
  expect(rows.find(({ folder }) => folder === 'broken')).toMatchObject({
    id: null,
    title: 'broken',
    faults: [{ line: 1, say: expect.stringContaining('not YAML') }],
  })
  expect(rows.find(({ folder }) => folder === 'empty')?.faults).toMatchObject([
    { say: 'A folder becomes a course with a “course.yaml” in it.' },
  ])
  expect(rows.find(({ folder }) => folder === 'half')?.faults).toMatchObject([{ file: 'half/course.yaml', line: 7 }])
  expect(rows.find(({ folder }) => folder === 'testing')?.faults).toEqual([])
  expect(await read(course(w.ana, 'broken'))).toMatchObject({ title: 'broken', modules: [] })
  expect((await preview(w.ana).lessons[':lessonId'].$get({ param: { courseId: 'broken', lessonId: 'x' } })).status).toBe(404)
})

test('a lesson is previewed with its hints and answered, and nothing of it is kept', async () => {
  const shown = await read(lessonRoute(w.ana).$get(lesson('practice')))
  expect(shown).toMatchObject({
    title: 'Do this',
    language: 'en',
    faults: [],
    practice: { hints: ['Look in the inbox.', 'Select a passage.'] },
  })
  expect(shown.parts).toMatchObject([{ html: expect.stringContaining('Write a problem.') }])
  const marked = await read(lessonRoute(w.ana)['quiz-answers'].$post({ ...lesson('quiz'), json: { answers: rightAnswers } }))
  expect(marked).toMatchObject({ score: 100, rightCount: 2 })
  await read(lessonRoute(w.ana).check.$get(lesson('practice')))
  const kept = await w.ana.scoped(async ({ db }) => [
    await db.selectFrom('enrolments').selectAll().execute(),
    await db.selectFrom('lessonVisits').selectAll().execute(),
    await db.selectFrom('quizAttempts').selectAll().execute(),
    await db.selectFrom('practiceResults').selectAll().execute(),
  ])
  expect(kept).toEqual([[], [], [], []])
})

test('a waiting module can be previewed all the same', async () => {
  expect(await read(lessonRoute(w.ana).$get(lesson('later')))).toMatchObject({ title: 'Later', module: 'Second' })
})

test('the check runs live over what the author made, also long before the course, in each place', async () => {
  const mia = await w.person('Mia', 'maker')
  const check = () => read(lessonRoute(mia).check.$get(lesson('practice')))
  expect(await check()).toMatchObject({
    places: [{ workspace: 'Larkfield', passed: false, criteria: [{ id: 'linked', met: false }, { id: 'words' }] }],
  })
  await mia.scoped((scope) =>
    addRecord(scope, 'problem', { title: 'Crews drive to cancelled jobs', who: 'Crews', parentId: null, stateReason: null }),
  )
  expect((await check()).places[0]?.criteria[0]?.message).toBe('“Crews drive to cancelled jobs” rests on 0 of 2 customers.')
  await read(mia.api.sandbox.$put())
  expect((await check()).places.map(({ workspace }) => workspace)).toEqual(['Larkfield', 'Practice of Mia'])
})

test('a check with faults is not run, and says so', async () => {
  write(
    'testing/3-practice.check.yaml',
    'id: 01M85VFYGHH18RD002HNFK2A13\ncriteria:\n  - {id: words, say: W, kind: lint, rule: no-such-rule, entity: problem}\n',
  )
  const answer = await lessonRoute(w.ana).check.$get(lesson('practice'))
  expect(answer.status).toBe(409)
  writeTestCourse(w.services)
})

test('what cannot be asked: a quiz where there is none, practice where there is none, what does not exist', async () => {
  expect((await lessonRoute(w.ana)['quiz-answers'].$post({ ...lesson('reading'), json: { answers: {} } })).status).toBe(409)
  expect((await lessonRoute(w.ana).check.$get(lesson('reading'))).status).toBe(409)
  expect((await course(w.ana, 'nothing')).status).toBe(404)
  expect((await lessonRoute(w.ana).$get({ param: { courseId: testCourse, lessonId: 'nothing' } })).status).toBe(404)
})

test('a course that comes with Tricorn can be previewed, too', async () => {
  expect(await read(course(w.ana, 'three-hats'))).toMatchObject({ folder: 'three-hats', faults: [] })
})

test('who may: makers and above', async () => {
  expect((await course(w.cora)).status).toBe(403)
  expect((await lessonRoute(w.cora).$get(lesson('reading'))).status).toBe(403)
  expect((await w.request('/api/v1/learning/own-courses')).status).toBe(401)
})
