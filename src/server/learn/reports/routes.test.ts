import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type Person, type World, world } from '#test/world.ts'
import { lessonIds, testCourse, writeTestCourse } from '../course-for-tests.ts'
import { finishTestCourse, rightAnswers } from '../finish-for-tests.ts'

let w: World
let mia: Person
beforeAll(async () => {
  w = await world()
  writeTestCourse(w.services)
  mia = await w.person('=Mia', 'viewer')
  await finishTestCourse(mia, () => w.passTime(60_000))
})
afterAll(() => w.close())

const lesson = (name: keyof typeof lessonIds) => ({ param: { courseId: testCourse, lessonId: lessonIds[name] } })
const route = ({ api }: Person) => api.courses[':courseId'].lessons[':lessonId']

async function csv(who: Pick<Person, 'headers'>, query = '') {
  const answer = await w.request(`/api/v1/learning/progress.csv${query}`, { headers: who.headers })
  return { status: answer.status, lines: (await answer.text()).trim().split('\n') }
}

test('whoever leads takes everybody’s progress along, rule by rule, and no name is a formula', async () => {
  const { lines } = await csv(w.ana)
  expect(lines).toEqual([
    'who,email,course,lesson,rule met,when,score,course percentage',
    "'=Mia,'=mia@example.com,Testing,,enrolled,2026-03-01T12:00:00.000Z,,100",
    "'=Mia,'=mia@example.com,Testing,Read this,read,2026-03-01T12:00:00.000Z,,100",
    "'=Mia,'=mia@example.com,Testing,Read this,lesson done,2026-03-01T12:00:00.000Z,,100",
    expect.stringMatching(/Answer this,/),
    expect.stringMatching(/Answer this,/),
    "'=Mia,'=mia@example.com,Testing,Do this,practice,2026-03-01T12:02:00.000Z,,100",
    "'=Mia,'=mia@example.com,Testing,Do this,lesson done,2026-03-01T12:02:00.000Z,,100",
    "'=Mia,'=mia@example.com,Testing,Later,read,2026-03-01T12:03:00.000Z,,100",
    expect.stringMatching(/Later,lesson done|,,course finished/),
    expect.stringMatching(/Later,lesson done|,,course finished/),
  ])
  expect(lines).toContain("'=Mia,'=mia@example.com,Testing,Answer this,quiz 80%,2026-03-01T12:01:00.000Z,100,100")
})

test('learners see their own lines only', async () => {
  const lou = await w.person('Lou', 'contributor')
  expect((await csv(lou)).lines).toHaveLength(1)
  await read(route(lou).reading.$put({ ...lesson('reading'), json: {} }))
  const { lines } = await csv(lou)
  expect(lines).toHaveLength(4)
  expect(lines.slice(1).every((line) => line.startsWith('Lou,'))).toBe(true)
  expect((await csv(mia)).lines).toHaveLength(11)
})

test('one course can be asked for, another workspace has none of it, a stranger is asked to sign in', async () => {
  expect((await csv(w.ana, `?course=${testCourse}`)).lines.length).toBeGreaterThan(10)
  expect((await csv(w.ana, '?course=three-hats')).lines).toHaveLength(1)
  expect((await csv(w.ana, '?course=nothing')).status).toBe(404)
  expect((await csv(w.eve)).lines).toHaveLength(1)
  expect((await csv({ headers: {} as Person['headers'] })).status).toBe(401)
})

test('an author sees where people stall, in numbers without names', async () => {
  const people = await Promise.all(['Kim', 'Noa'].map((name) => w.person(name, 'viewer')))
  for (const one of people) {
    await read(route(one).visit.$put({ ...lesson('quiz'), json: { anchor: null } }))
    w.passTime(4 * 60_000)
  }
  await read(route(people[0]!)['quiz-attempts'].$post({ ...lesson('quiz'), json: { answers: {} } }))
  await read(route(people[1]!)['practice-checks'].$post(lesson('practice')))
  const { enrolled, finished, lessons } = await read(w.ana.api.courses[':courseId'].stalls.$get({ param: { courseId: testCourse } }))
  expect({ enrolled, finished }).toEqual({ enrolled: 4, finished: 1 })
  expect(lessons.find(({ lessonId }) => lessonId === lessonIds.quiz)).toMatchObject({
    opened: 3,
    done: 1,
    medianMinutes: null,
    firstTry: { passed: 1, answered: 2 },
  })
  expect(lessons.find(({ lessonId }) => lessonId === lessonIds.practice)?.checks).toMatchObject({
    count: 1,
    failures: [{ id: 'linked', failed: 1, people: 1 }, { id: 'words' }],
  })
  expect(JSON.stringify(lessons)).not.toMatch(/Kim|Noa|Mia/)
})

test('an author sees what was remembered when questions came back, by the first answer', async () => {
  const answer = (need: string) =>
    mia.api.courses[':courseId'].modules[':moduleId']['recall-answers'].$post({
      param: { courseId: testCourse, moduleId: 'second' },
      json: { answers: { [`${lessonIds.quiz}.need`]: need, [`${lessonIds.quiz}.lift`]: rightAnswers.lift } },
    })
  await read(answer('nothing'))
  await read(answer(rightAnswers.need))
  const { lessons } = await read(w.ana.api.courses[':courseId'].stalls.$get({ param: { courseId: testCourse } }))
  expect(lessons.find(({ lessonId }) => lessonId === lessonIds.quiz)?.recall).toEqual({
    right: 1,
    answered: 2,
    questions: [
      { id: 'need', ask: 'Which is a need?', right: 0, answered: 1 },
      { id: 'lift', ask: 'How many hats?', right: 1, answered: 1 },
    ],
  })
  expect(lessons.find(({ lessonId }) => lessonId === lessonIds.later)?.recall).toBeNull()
})

test('the minutes count from the first opening, also when a lesson is opened again', async () => {
  const kim = await w.person('Kim', 'viewer')
  await read(route(kim).visit.$put({ ...lesson('reading'), json: { anchor: null } }))
  w.passTime(6 * 60_000)
  await read(route(kim).visit.$put({ ...lesson('reading'), json: { anchor: 'why-how' } }))
  await read(route(kim).reading.$put({ ...lesson('reading'), json: {} }))
  const { lessons } = await read(w.ana.api.courses[':courseId'].stalls.$get({ param: { courseId: testCourse } }))
  expect(lessons.find(({ lessonId }) => lessonId === lessonIds.reading)?.medianMinutes).toBe(6)
})

test('who may see where people stall: makers and above, each of their own workspace', async () => {
  const stalls = ({ api }: Person) => api.courses[':courseId'].stalls.$get({ param: { courseId: testCourse } })
  expect((await stalls(w.cora)).status).toBe(403)
  expect(await read(stalls(w.eve))).toMatchObject({ enrolled: 0, finished: 0 })
})
