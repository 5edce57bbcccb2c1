import { expect, test } from 'vitest'
import { parseCourses } from './parse-courses.ts'
import type { Fact } from './progress.ts'
import { statementsOf } from './statement.ts'

const lessonText = (id: string, kind: string) => ({
  path: `a/${id}.md`,
  text: `---\nid: ${id}\ntitle: Title of ${id}\nkind: ${kind}\nminutes: 5\n---\nText.\n`,
})
const { courses } = parseCourses([
  {
    path: 'a/course.yaml',
    text: 'id: c\ntitle: Kurs\nsummary: S\nversion: 1\nhat: learn\nlanguage: de\nmodules:\n  - {id: m1, title: First, lessons: [read.md, quiz.md, work.md]}\n',
  },
  lessonText('read', 'reading'),
  lessonText('quiz', 'quiz'),
  lessonText('work', 'practice'),
  { path: 'a/work.check.yaml', text: 'id: k\ncriteria:\n  - {id: one, say: Link one, query: {entity: problem}}\n' },
])
const course = courses[0]!.course
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute))
const learner = { memberId: 'mia', name: 'Mia', home: 'https://t.example', idOf: (key: string) => `id of ${key}` }
const say = (facts: Fact[]) => statementsOf(course, { enrolledAt: at(0), facts }, learner)
const verbs = (facts: Fact[]) => say(facts).map(({ verb, object }) => `${verb.display.en} ${object.id.split('/').at(-1)}`)

test('taking a course initializes it', () => {
  expect(say([])).toEqual([
    {
      id: 'id of mia:c:initialized',
      actor: { objectType: 'Agent', name: 'Mia', account: { homePage: 'https://t.example', name: 'mia' } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/initialized', display: { en: 'initialized' } },
      object: {
        objectType: 'Activity',
        id: 'https://t.example/api/v1/courses/c',
        definition: { type: 'http://adlnet.gov/expapi/activities/course', name: { de: 'Kurs' } },
      },
      context: { registration: 'id of mia:c', platform: 'Tricorn', language: 'de' },
      timestamp: '2026-03-01T12:00:00.000Z',
    },
  ])
})

const whole: Fact[] = [
  { kind: 'read', lessonId: 'read', at: at(1) },
  { kind: 'lesson', lessonId: 'read', at: at(1) },
  { kind: 'quiz', lessonId: 'quiz', score: 50, at: at(2) },
  { kind: 'quiz', lessonId: 'quiz', score: 100, at: at(3) },
  { kind: 'lesson', lessonId: 'quiz', at: at(3) },
  { kind: 'practice', lessonId: 'work', at: at(4) },
  { kind: 'lesson', lessonId: 'work', at: at(4) },
  { kind: 'course', version: 1, at: at(4) },
]

test('a whole course is said in order: what was passed, completed, and how far that brought the course', () => {
  expect(verbs(whole)).toEqual([
    'initialized c',
    'completed read',
    'progressed c',
    'passed quiz',
    'completed quiz',
    'progressed c',
    'passed work',
    'completed work',
    'progressed c',
    'completed c',
  ])
  const percents = say(whole).flatMap(({ result }) => Object.values(result?.extensions ?? {}))
  expect(percents).toEqual([33, 66, 100])
})

test('a failed try and a second pass say nothing', () => {
  const facts: Fact[] = [whole[2]!, whole[3]!, { kind: 'quiz', lessonId: 'quiz', score: 80, at: at(9) }]
  expect(say(facts).filter(({ verb }) => verb.display.en === 'passed')).toMatchObject([
    { result: { success: true, score: { scaled: 1, raw: 100 } }, timestamp: '2026-03-01T12:03:00.000Z' },
  ])
})

test('what is said later never changes the ids of what was said before', () => {
  const early = say(whole.slice(0, 4))
  expect(
    say(whole)
      .slice(0, early.length)
      .map(({ id }) => id),
  ).toEqual(early.map(({ id }) => id))
  expect(new Set(say(whole).map(({ id }) => id)).size).toBe(10)
})

test('a lesson that left the course, or belongs to another one, is not spoken of', () => {
  expect(verbs([{ kind: 'lesson', lessonId: 'gone', at: at(1) }])).toEqual(['initialized c'])
})
