import { expect, test } from 'vitest'
import { parseCourses } from './parse-courses.ts'
import { stallsOf, type Traces } from './stall.ts'

const { courses } = parseCourses([
  {
    path: 'a/course.yaml',
    text: 'id: c\ntitle: A\nsummary: S\nversion: 1\nhat: learn\nmodules:\n  - {id: m1, title: First, lessons: [quiz.md, work.md]}\n',
  },
  { path: 'a/quiz.md', text: '---\nid: quiz\ntitle: Answer\nkind: quiz\nminutes: 5\ncompletion: {quiz: 70}\n---\nText.\n' },
  { path: 'a/work.md', text: '---\nid: work\ntitle: Do it\nkind: practice\nminutes: 5\n---\nText.\n' },
  {
    path: 'a/work.check.yaml',
    text: 'id: k\ncriteria:\n  - {id: one, say: Link one, query: {entity: problem}}\n  - {id: two, say: Link two, query: {entity: problem}}\n',
  },
])
const course = courses[0]!.course
const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 12, minutes))
const opened = (memberId: string, lessonId: string, minutes = 0) => ({ memberId, lessonId, openedAt: at(minutes) })
const done = (memberId: string, lessonId: string, minutes: number) => ({ memberId, lessonId, at: at(minutes) })
const nothing: Traces = { openings: [], completions: [], attempts: [], checks: [] }
const stall = (lessonId: string, traces: Partial<Traces>) =>
  stallsOf(course, { ...nothing, ...traces }).find((one) => one.lessonId === lessonId)!

test('a course that nobody took has lines without numbers', () => {
  expect(stallsOf(course, nothing)).toEqual([
    expect.objectContaining({ title: 'Answer', module: 'First', opened: 0, done: 0, medianMinutes: null, firstTry: null, checks: null }),
    expect.objectContaining({ title: 'Do it', checks: { count: 0, failures: expect.any(Array) } }),
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
