import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { keyFor } from '#domain/learn/quiz.ts'
import { type Person, type World, world } from '#test/world.ts'
import { writeReviewedCourse } from '../course-for-tests.ts'

const courseId = '01M85VFYGHH18RD002HNFK2D00'
const withQuestions = '01M85VFYGHH18RD002HNFK2D01'
const readOnly = '01M85VFYGHH18RD002HNFK2D02'
const questions = `
\`\`\`quiz
id: need
kind: single
ask: Which is a need?
options:
  - {text: We retype receipts, right: true, because: It says what hurts.}
  - {text: Add dark mode, because: It is a solution.}
\`\`\`

\`\`\`quiz
id: hats
kind: number
ask: How many hats?
answer: 3
because: Customer, business, team.
\`\`\`
`
const head = (id: string, more = '') => `---\nid: ${id}\ntitle: Read and answer\nkind: reading\nminutes: 5\n${more}---\nRead.\n`
const files = {
  'course.yaml': `id: ${courseId}
title: Answering
summary: Reading with questions on the way.
version: 1
hat: learn
modules:
  - {id: only, title: Only, lessons: [1-both.md, 2-read-only.md]}
`,
  '1-both.md': `${head(withQuestions)}${questions}`,
  '2-read-only.md': `${head(readOnly, 'completion: read\n')}${questions}`,
}

let w: World
beforeAll(async () => {
  w = await world()
  writeReviewedCourse(w.services, files)
})
afterAll(() => w.close())

const lesson = (lessonId: string) => ({ param: { courseId, lessonId } })
const lessons = ({ api }: Person) => api.courses[':courseId'].lessons[':lessonId']
const markRead = (who: Person, id: string) => read(lessons(who).reading.$put({ ...lesson(id), json: { by: 'mark' } }))
const answer = (who: Person, answers: Record<string, string | number>) =>
  read(lessons(who)['quiz-attempts'].$post({ ...lesson(withQuestions), json: { answers } }))
const open = (who: Person) => read(lessons(who).$get(lesson(withQuestions)))

test('a lesson that was read and not answered is not done', async () => {
  const lou = await w.person('Lou', 'viewer')
  expect((await markRead(lou, withQuestions)).progress.done).toBe(0)
  expect(await open(lou)).toMatchObject({
    done: false,
    rules: [
      { kind: 'read', met: true },
      { kind: 'answered', met: false },
    ],
  })
})

test('answering half of it does not end it, answering all of it does, right or wrong, once', async () => {
  const lou = await w.person('Lou', 'viewer')
  await markRead(lou, withQuestions)
  expect((await answer(lou, { hats: 3 })).course.progress.done).toBe(0)
  expect((await answer(lou, { hats: 7, need: keyFor('Add dark mode') })).course.progress.done).toBe(1)
  expect((await answer(lou, {})).course.progress.done).toBe(1)
  expect((await open(lou)).done).toBe(true)
})

test('answering before reading counts as well', async () => {
  const lou = await w.person('Lou', 'viewer')
  expect((await answer(lou, { hats: 3, need: keyFor('We retype receipts') })).course.progress.done).toBe(0)
  expect((await markRead(lou, withQuestions)).progress.done).toBe(1)
})

test('an author may say that reading is enough', async () => {
  expect((await markRead(await w.person('Lou', 'viewer'), readOnly)).progress.done).toBe(1)
})
