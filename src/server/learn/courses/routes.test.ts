import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { keyFor } from '#domain/learn/quiz.ts'
import { type Person, type World, world } from '#test/world.ts'
import { lessonIds, testCourse, writeTestCourse } from '../course-for-tests.ts'

let w: World
beforeAll(async () => {
  w = await world()
  writeTestCourse(w.services)
})
afterAll(() => w.close())

const courseParam = { param: { courseId: testCourse } }
const lesson = (name: keyof typeof lessonIds) => ({ param: { courseId: testCourse, lessonId: lessonIds[name] } })
const course = ({ api }: Person) => read(api.courses[':courseId'].$get(courseParam))
const open = ({ api }: Person, name: keyof typeof lessonIds) => read(api.courses[':courseId'].lessons[':lessonId'].$get(lesson(name)))
const markRead = ({ api }: Person, name: keyof typeof lessonIds) =>
  read(api.courses[':courseId'].lessons[':lessonId'].reading.$put({ ...lesson(name), json: {} }))
const visit = ({ api }: Person, name: keyof typeof lessonIds, anchor: string | null = null) =>
  read(api.courses[':courseId'].lessons[':lessonId'].visit.$put({ ...lesson(name), json: { anchor } }))
const answer = ({ api }: Person, answers: Record<string, string | number>) =>
  api.courses[':courseId'].lessons[':lessonId']['quiz-attempts'].$post({ ...lesson('quiz'), json: { answers } })

const right = { need: keyFor('We retype receipts'), lift: 3 }

test('the list has our courses and the company’s own, with nothing done yet', async () => {
  const { rows, overall } = await read((await w.person('Lou', 'viewer')).api.courses.$get())
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.find(({ id }) => id === testCourse)).toMatchObject({
    title: 'Testing',
    lessonCount: 5,
    minutes: 25,
    enrolledAt: null,
    progress: { done: 0, required: 4, percent: 0 },
    resume: { lessonId: lessonIds.reading, anchor: null },
    certificate: null,
  })
  expect(overall).toEqual({ done: 0, required: 0, percent: 0 })
})

test('reading is kept, moves the percentage and leaves a trace', async () => {
  const lou = await w.person('Lou', 'viewer')
  const card = await markRead(lou, 'reading')
  expect(card).toMatchObject({
    enrolledAt: '2026-03-01T12:00:00.000Z',
    progress: { done: 1, required: 4, percent: 25 },
    resume: { lessonId: lessonIds.quiz },
  })
  expect(await markRead(lou, 'reading')).toEqual(card)
  const trace = await lou.scoped(({ db }) =>
    db.selectFrom('activities').select(['what', 'aboutTitle']).where('aboutId', '=', lou.id).orderBy('id').execute(),
  )
  expect(trace).toEqual([
    { what: 'course.enrolled', aboutTitle: 'Lou: Testing' },
    { what: 'lesson.completed', aboutTitle: 'Lou: Read this' },
  ])
  expect((await read(lou.api.courses.$get())).overall.percent).toBe(25)
  expect((await read(lou.api.me.$get())).learn).toMatchObject({ done: 1, required: 4, percent: 25, next: { lesson: lessonIds.quiz } })
})

test('how a lesson was read is kept as evidence', async () => {
  const lou = await w.person('Lou', 'viewer')
  await read(lou.api.courses[':courseId'].lessons[':lessonId'].reading.$put({ ...lesson('reading'), json: { by: 'end' } }))
  await markRead(lou, 'reading')
  const kept = await lou.scoped(({ db }) =>
    db
      .selectFrom('lessonCompletions')
      .select(['rule', 'evidence', 'courseVersion'])
      .where('memberId', '=', lou.id)
      .orderBy('rule')
      .execute(),
  )
  expect(kept).toEqual(['lesson', 'read'].map((rule) => ({ rule, evidence: { by: 'end' }, courseVersion: 1 })))
})

test('an optional lesson can be read and counts for nothing', async () => {
  const lou = await w.person('Lou', 'viewer')
  expect((await markRead(lou, 'extra')).progress.done).toBe(0)
})

test('enrolling again keeps the first date', async () => {
  const lou = await w.person('Lou', 'viewer')
  const first = await read(lou.api.courses[':courseId'].enrolment.$put(courseParam))
  w.passTime(60_000)
  expect(await read(lou.api.courses[':courseId'].enrolment.$put(courseParam))).toEqual(first)
})

test('continue leads to the lesson and heading opened last', async () => {
  const lou = await w.person('Lou', 'viewer')
  await visit(lou, 'reading')
  w.passTime(1000)
  await visit(lou, 'quiz', 'think')
  expect((await course(lou)).resume).toEqual({ lessonId: lessonIds.quiz, anchor: 'think' })
  expect((await read(lou.api.me.$get())).learn.next).toMatchObject({ lesson: lessonIds.quiz, anchor: 'think' })
})

test('a lesson is shown as HTML made of Markdown alone, with headings to jump to and links to its neighbours', async () => {
  const shown = await open(w.ben, 'reading')
  expect(shown.headings).toEqual([
    { anchor: 'why-how', text: 'Why & how', level: 2 },
    { anchor: 'why-how-2', text: 'Why & how', level: 2 },
  ])
  const html = shown.parts.map((part) => ('html' in part ? part.html : '')).join('')
  expect(html).toContain('<h2 id="why-how">Why &amp; how</h2>')
  expect(html).toContain(`<a href="./${lessonIds.quiz}#think">the quiz</a>`)
  expect(html).toContain('&lt;script&gt;')
  expect(shown).toMatchObject({
    previous: null,
    next: { id: lessonIds.quiz },
    number: 1,
    count: 5,
    done: false,
    rules: [{ kind: 'read', met: false }],
  })
})

test('a quiz is shown without its answers', async () => {
  const { parts, quiz } = await open(w.ben, 'quiz')
  expect(JSON.stringify(parts)).not.toMatch(/because|It says what hurts/)
  expect(quiz).toEqual({ tries: 0, best: null, answers: null, result: null })
})

test('a wrong choice is explained, and the best try counts', async () => {
  const lou = await w.person('Lou', 'viewer')
  const first = await read(answer(lou, { need: keyFor('Add dark mode'), lift: 3 }))
  expect(first).toMatchObject({ score: 50, course: { progress: { done: 0 } } })
  expect(first.marks[0]).toMatchObject({ right: false, explanations: [{ text: 'Add dark mode', because: 'It is a solution.' }] })
  w.passTime(1000)
  expect(await read(answer(lou, right))).toMatchObject({ score: 100, course: { progress: { done: 1 } } })
  w.passTime(1000)
  expect(await read(answer(lou, {}))).toMatchObject({ score: 0, course: { progress: { done: 1 } } })
  expect((await open(lou, 'quiz')).quiz).toMatchObject({ tries: 3, best: 100, answers: {} })
  expect((await course(lou)).grade).toBe(50)
})

const recall = ({ api }: Person, answers: Record<string, string | number>) =>
  api.courses[':courseId'].modules[':moduleId']['recall-answers'].$post({
    param: { courseId: testCourse, moduleId: 'second' },
    json: { answers },
  })
const named = (answers: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [`${lessonIds.quiz}.${id}`, value]))

test('a module begins with questions from lessons that were done; the first answer is kept and counts for nothing', async () => {
  const lou = await w.person('Lou', 'viewer')
  expect((await recall(lou, {})).status).toBe(409)
  await answer(lou, right)
  const param = { courseId: testCourse, moduleId: 'first' }
  await lou.api.courses[':courseId'].modules[':moduleId'].test.$post({ param, json: { answers: named(right) } })
  const before = (await course(lou)).progress
  const { recall: asked } = await open(lou, 'later')
  expect(asked).toMatchObject({ moduleId: 'second', answers: {}, marks: [] })
  expect(asked!.questions.map(({ id }) => id).sort()).toEqual(Object.keys(named(right)).sort())
  expect((await open(lou, 'quiz')).recall).toBeNull()
  const wrong = named({ need: keyFor('Add dark mode') })
  expect((await read(recall(lou, wrong))).marks.filter((mark) => mark.right)).toEqual([])
  expect((await read(recall(lou, named(right)))).marks.every((mark) => mark.right)).toBe(true)
  expect((await open(lou, 'later')).recall).toMatchObject({ answers: { ...named(right), ...wrong } })
  const kept = await lou.scoped(({ db }) =>
    db.selectFrom('recallAnswers').select(['questionId', 'isRight']).where('memberId', '=', lou.id).orderBy('questionId').execute(),
  )
  expect(kept).toEqual([
    { questionId: 'lift', isRight: true },
    { questionId: 'need', isRight: false },
  ])
  expect((await course(lou)).progress).toEqual(before)
  expect((await course(lou)).grade).toBe(100)
})

test('a module that waits opens when the one before is done or known', async () => {
  const lou = await w.person('Lou', 'viewer')
  const get = () => lou.api.courses[':courseId'].lessons[':lessonId'].$get(lesson('later'))
  expect((await get()).status).toBe(409)
  expect((await course(lou)).modules[1]).toMatchObject({ waiting: true, after: 'First' })
  const moduleTest = lou.api.courses[':courseId'].modules[':moduleId'].test
  const param = { courseId: testCourse, moduleId: 'first' }
  const { questions } = await read(moduleTest.$get({ param }))
  expect(questions.map(({ id }) => id)).toEqual([`${lessonIds.quiz}.need`, `${lessonIds.quiz}.lift`])
  expect(await read(moduleTest.$post({ param, json: { answers: {} } }))).toMatchObject({ passed: false })
  expect((await get()).status).toBe(409)
  const answers = Object.fromEntries(Object.entries(right).map(([id, value]) => [`${lessonIds.quiz}.${id}`, value]))
  expect(await read(moduleTest.$post({ param, json: { answers } }))).toMatchObject({ passed: true, score: 100 })
  expect((await get()).status).toBe(200)
  expect((await course(lou)).progress.percent).toBe(0)
})

test('an admin sees how far people are, and nobody else does', async () => {
  const mia = await w.person('Mia', 'viewer')
  await markRead(mia, 'reading')
  const { rows } = await read(w.ada.api.courses[':courseId'].learners.$get(courseParam))
  expect(rows.find(({ memberId }) => memberId === mia.id)).toMatchObject({ name: 'Mia', progress: { percent: 25 }, certificate: null })
  expect((await w.ana.api.courses[':courseId'].learners.$get(courseParam)).status).toBe(403)
})

test('another workspace sees nothing of who learns here', async () => {
  const { rows } = await read(w.eve.api.courses[':courseId'].learners.$get(courseParam))
  expect(rows).toEqual([])
})

test('a stranger is asked to sign in', async () => {
  expect((await w.request('/api/v1/courses')).status).toBe(401)
  expect((await w.request(`/api/v1/courses/${testCourse}/lessons/${lessonIds.reading}`)).status).toBe(401)
})

test('a course and a lesson are also found by the names of their files, and kept by id', async () => {
  const lou = await w.person('Lou', 'viewer')
  const named = { param: { courseId: 'testing', lessonId: '1-read' } }
  expect(await read(lou.api.courses[':courseId'].lessons[':lessonId'].$get(named))).toMatchObject({ id: lessonIds.reading })
  await read(lou.api.courses[':courseId'].lessons[':lessonId'].reading.$put({ ...named, json: {} }))
  expect((await course(lou)).progress.done).toBe(1)
})

test('what does not exist is not found', async () => {
  expect((await w.ana.api.courses[':courseId'].$get({ param: { courseId: 'nothing' } })).status).toBe(404)
  const missing = { param: { courseId: testCourse, lessonId: testCourse } }
  expect((await w.ana.api.courses[':courseId'].lessons[':lessonId'].$get(missing)).status).toBe(404)
  expect(
    (await w.ana.api.courses[':courseId'].modules[':moduleId'].test.$get({ param: { courseId: testCourse, moduleId: 'third' } })).status,
  ).toBe(404)
})

test('answers that are none are refused, and a lesson without questions takes none', async () => {
  const put = (body: unknown) =>
    w.request(`/api/v1/courses/${testCourse}/lessons/${lessonIds.quiz}/quiz-attempts`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { ...w.ana.headers, 'content-type': 'application/json' },
    })
  expect((await put({ answers: { need: { a: 1 } } })).status).toBe(422)
  expect((await put({})).status).toBe(422)
  const none = await w.ana.api.courses[':courseId'].lessons[':lessonId']['quiz-attempts'].$post({
    ...lesson('reading'),
    json: { answers: {} },
  })
  expect(none.status).toBe(409)
})
