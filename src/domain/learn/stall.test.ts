import { expect, test } from 'vitest'
import { parseCourses } from './parse-courses.ts'
import type { HandInState, TickedLine } from './review.ts'
import { stallsOf, type Traces } from './stall.ts'

const { courses } = parseCourses([
  {
    path: 'a/course.yaml',
    text: 'id: c\ntitle: A\nsummary: S\nversion: 1\nhat: learn\nmodules:\n  - {id: m1, title: First, lessons: [quiz.md, work.md, page.md]}\n',
  },
  {
    path: 'a/quiz.md',
    text: `---\nid: quiz\ntitle: Answer\nkind: quiz\nminutes: 5\ncompletion: {quiz: 70}\n---\n${['far', 'near'].map((id) => `\`\`\`quiz\nid: ${id}\nkind: text\nask: How ${id}?\nanswers: [yes]\nbecause: So.\n\`\`\`\n`).join('')}`,
  },
  { path: 'a/work.md', text: '---\nid: work\ntitle: Do it\nkind: practice\nminutes: 5\n---\nText.\n' },
  {
    path: 'a/page.md',
    text: '---\nid: page\ntitle: Half a page\nkind: review\nminutes: 5\nrubric:\n  - {id: shown, say: It is shown}\n  - {id: small, say: It is small}\n---\nText.\n',
  },
  {
    path: 'a/work.check.yaml',
    text: 'id: k\ncriteria:\n  - {id: one, say: Link one, query: {entity: problem}}\n  - {id: two, say: Link two, query: {entity: problem}}\n',
  },
])
const course = courses[0]!.course
const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 12, minutes))
const opened = (memberId: string, lessonId: string, minutes = 0) => ({ memberId, lessonId, openedAt: at(minutes) })
const done = (memberId: string, lessonId: string, minutes: number) => ({ memberId, lessonId, at: at(minutes) })
const nothing: Traces = { openings: [], completions: [], attempts: [], checks: [], recalls: [], handIns: [] }
const stall = (lessonId: string, traces: Partial<Traces>) =>
  stallsOf(course, { ...nothing, ...traces }).find((one) => one.lessonId === lessonId)!

test('a course that nobody took has lines without numbers', () => {
  expect(stallsOf(course, nothing)).toEqual([
    expect.objectContaining({ title: 'Answer', module: 'First', opened: 0, done: 0, medianMinutes: null, firstTry: null, checks: null }),
    expect.objectContaining({ title: 'Do it', checks: { count: 0, failures: expect.any(Array) }, recall: null, reviews: null }),
    expect.objectContaining({
      title: 'Half a page',
      reviews: { passed: 0, selfChecked: 0, waiting: 0, count: 0, failures: expect.any(Array) },
    }),
  ])
})

test('people are counted once, and whoever did a lesson has opened it', () => {
  const openings = [opened('mia', 'quiz'), opened('lou', 'quiz'), opened('mia', 'work')]
  expect(stall('quiz', { openings, completions: [done('mia', 'quiz', 4), done('kim', 'quiz', 5)] })).toMatchObject({ opened: 3, done: 2 })
})

test.each<[string, number[], number | null]>([
  ['an odd number of people', [3, 9, 5], 5],
  ['an even number of people', [3, 9], 6],
  ['somebody who went away for a day', [4, 1440], 4],
  ['only people who went away', [1440], null],
])('the median minutes of %s', (_, minutes, median) => {
  const openings = minutes.map((_minutes, place) => opened(`p${place}`, 'quiz'))
  const completions = minutes.map((one, place) => done(`p${place}`, 'quiz', one))
  expect(stall('quiz', { openings, completions }).medianMinutes).toBe(median)
})

test('only first tries tell whether a quiz is too hard', () => {
  const attempts = [
    { memberId: 'mia', lessonId: 'quiz', score: 60 },
    { memberId: 'lou', lessonId: 'quiz', score: 70 },
    { memberId: 'mia', lessonId: 'quiz', score: 100 },
  ]
  expect(stall('quiz', { attempts }).firstTry).toEqual({ passed: 1, answered: 2 })
})

test('the criterion that fails most stands first, and one that left the check is not named', () => {
  const check = (memberId: string, unmet: string[]) => ({
    memberId,
    lessonId: 'work',
    criteria: ['one', 'two', 'old'].map((id) => ({ id, say: id, met: !unmet.includes(id) })),
  })
  const checks = [check('mia', ['two', 'old']), check('mia', ['two']), check('lou', ['one', 'two']), check('lou', [])]
  expect(stall('work', { checks }).checks).toEqual({
    count: 4,
    failures: [
      { id: 'two', say: 'Link two', failed: 3, people: 2 },
      { id: 'one', say: 'Link one', failed: 1, people: 1 },
    ],
  })
})

test('what was remembered of a lesson later, the question most often forgotten first', () => {
  const recalled = (memberId: string, questionId: string, isRight: boolean) => ({ memberId, lessonId: 'quiz', questionId, isRight })
  const recalls = [
    recalled('mia', 'far', true),
    recalled('lou', 'far', true),
    recalled('mia', 'near', false),
    recalled('lou', 'gone', true),
  ]
  expect(stall('quiz', { recalls }).recall).toEqual({
    right: 2,
    answered: 3,
    questions: [
      { id: 'near', ask: 'How near?', right: 0, answered: 1 },
      { id: 'far', ask: 'How far?', right: 2, answered: 2 },
    ],
  })
})

test('hand-ins count people by how they stand, and lines of the rubric by how reviewers answered them', () => {
  const answer = (shown: boolean, small: boolean) => [
    { id: 'shown', say: 'It is shown', yes: shown },
    { id: 'small', say: 'It is small', yes: small },
  ]
  const handed = (memberId: string, state: HandInState, answers: TickedLine[] = []) => ({ memberId, lessonId: 'page', state, answers })
  const handIns = [
    handed('mia', 'handed-back', answer(true, false)),
    handed('mia', 'passed', answer(true, true)),
    handed('lou', 'handed-back', answer(false, false)),
    handed('lou', 'waiting'),
    handed('kim', 'self-checked'),
    handed('kim', 'replaced'),
  ]
  expect(stall('page', { handIns }).reviews).toEqual({
    passed: 1,
    selfChecked: 1,
    waiting: 1,
    count: 3,
    failures: [
      { id: 'small', say: 'It is small', failed: 2, people: 2 },
      { id: 'shown', say: 'It is shown', failed: 1, people: 1 },
    ],
  })
})
