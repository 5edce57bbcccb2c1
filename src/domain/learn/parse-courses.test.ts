import { expect, test } from 'vitest'
import type { CourseFile } from './course.ts'
import { parseCourses } from './parse-courses.ts'

const outline = `id: 01M85VFYGHH18RD002HNFK2RB2
title: Three hats
summary: >-
  Speak for the customer,
  answer for the business.
version: 2
hat: learn
language: en
modules:
  - id: customer
    title: Customer advocate
    lessons: [01-hear.md, 02-ask.md]
  - id: team
    title: Team aligner
    after: customer
    lessons:
      - 03-do
`
const reading = `---
id: 01M85VFYGHBKXW09CZMBDSHKT5
title: Hearing
kind: reading
minutes: 7
sources:
  - title: The Mom Test
    url: https://www.momtestbook.com
---
## Who is heard

Those who write.
`
const quiz = `---
id: 01M85VFYGHYZCSEGQEQ5X962JW
title: Asking
kind: quiz
minutes: 4
optional: true
completion: {all: [read, {quiz: 60}]}
---
Before.

\`\`\`quiz
id: open
kind: number
ask: How many?
answer: 3
because: One for each hat.
\`\`\`

After, with code:

\`\`\`yaml
kind: not a quiz
\`\`\`
`
const practice = reading.replace('01M85VFYGHBKXW09CZMBDSHKT5', '01M85VR3H0VASHW6NX5M8KZ9E9').replace('kind: reading', 'kind: practice')
const check = `id: 01M85VR3H2F3BDZPV0Q9P6HVQN
criteria:
  - id: two
    say: Link two
    query: {entity: problem, where: {"links.feedback.count": {gte: 2}}}
  - {id: words, say: No feature, kind: lint, rule: problem-statement, entity: problem}
hints: [Look in the inbox.]
`
const files: CourseFile[] = [
  { path: 'hats/course.yaml', text: outline },
  { path: 'hats/01-hear.md', text: reading },
  { path: 'hats/02-ask.md', text: quiz },
  { path: 'hats/03-do.md', text: practice },
  { path: 'hats/03-do.check.yaml', text: check },
]
const changed = (path: string, text: string) => files.map((file) => (file.path === path ? { path, text } : file))
const only = (given: CourseFile[]) => parseCourses(given).courses[0]!.course

test('a folder with a course.yaml becomes a course', () => {
  const { courses, faults } = parseCourses(files)
  expect(faults).toEqual([])
  expect(courses[0]!.course).toMatchObject({
    folder: 'hats',
    title: 'Three hats',
    version: 2,
    summary: 'Speak for the customer, answer for the business.',
  })
  expect(courses[0]!.course.modules.map(({ id, after, lessons }) => [id, after, lessons.map(({ file }) => file)])).toEqual([
    ['customer', null, ['01-hear.md', '02-ask.md']],
    ['team', 'customer', ['03-do.md']],
  ])
})

test('a lesson is done by what its kind says, unless it says otherwise', () => {
  const [hear, ask, act] = only(files).modules.flatMap(({ lessons }) => lessons)
  expect(hear).toMatchObject({ optional: false, completion: [{ kind: 'read' }], sources: [{ title: 'The Mom Test' }] })
  expect(ask).toMatchObject({ optional: true, completion: [{ kind: 'read' }, { kind: 'quiz', pass: 60 }] })
  expect(act!.completion).toEqual([{ kind: 'practice' }])
})

test('questions stand between the text around them, with their lines', () => {
  const { parts } = only(files).modules[0]!.lessons[1]!
  expect(parts.map((part) => ('question' in part ? part.question.id : part.markdown.trim().split('\n')[0]))).toEqual([
    'Before.',
    'open',
    'After, with code:',
  ])
  expect(parts[1]!.line).toBe(11)
})

test('a check gets its defaults: three conditions of scope, one record, advice for rules', () => {
  const { practice: parsed } = only(files).modules[1]!.lessons[0]!
  expect(parsed!.scope).toEqual({ author: 'me', since: 'enrolled', workspace: 'either' })
  expect(parsed!.criteria).toMatchObject([
    { kind: 'query', count: { gte: 1 }, level: 'require' },
    { kind: 'lint', count: { gte: 1 }, level: 'advise' },
  ])
})

test('Windows line ends and a byte order mark change nothing', () => {
  expect(only(files.map(({ path, text }) => ({ path, text: `\uFEFF${text.replaceAll('\n', '\r\n')}` })))).toEqual(only(files))
})

test.each([
  ['a missing field', 'hats/01-hear.md', reading.replace('minutes: 7\n', ''), 'hats/01-hear.md:2 “minutes” is missing.'],
  [
    'a misspelt field',
    'hats/01-hear.md',
    reading.replace('minutes: 7', 'minutes: 7\noptionnal: true'),
    'hats/01-hear.md:2 has no “optionnal”. Is it misspelt?',
  ],
  ['no front matter', 'hats/01-hear.md', 'Hello', 'hats/01-hear.md:1 The lesson begins without front matter between two lines of “---”.'],
  ['broken YAML', 'hats/03-do.check.yaml', check.replace('hints: [', 'hints: [['), 'hats/03-do.check.yaml:8 This is not YAML'],
  [
    'an unknown operator',
    'hats/03-do.check.yaml',
    check.replace('gte', 'atLeast'),
    'hats/03-do.check.yaml:5 “criteria › 1 › query › where › links.feedback.count” has no “atLeast”. Is it misspelt?',
  ],
  [
    'an unknown record',
    'hats/03-do.check.yaml',
    check.replace('entity: problem, where', 'entity: ticket, where'),
    'hats/03-do.check.yaml:3 “criteria › 1” is not understood.',
  ],
  [
    'a question without explanation',
    'hats/02-ask.md',
    quiz.replace('because: One for each hat.\n', ''),
    'hats/02-ask.md:12 “because” is missing.',
  ],
  [
    'a lesson file that is not there',
    'hats/course.yaml',
    outline.replace('02-ask.md', '02-tell.md'),
    'hats/course.yaml:12 There is no lesson file “02-tell.md”.',
  ],
])('%s is told with file and line', (_, path, text, expected) => {
  const told = parseCourses(changed(path, text)).faults.map(({ file, line, say }) => `${file}:${line} ${say}`)
  expect(told[0]).toContain(expected)
})

test('what can be read of a course is kept when one lesson is broken', () => {
  const course = only(changed('hats/02-ask.md', 'Nothing'))
  expect(course.modules[0]!.lessons.map(({ file }) => file)).toEqual(['01-hear.md'])
})

test('a lesson that expands itself over and over is refused', () => {
  const bomb = `a: &a [x, x]\nb: &b [*a, *a]\n${outline}`
  const { courses, faults } = parseCourses(changed('hats/course.yaml', bomb))
  expect(courses).toEqual([])
  expect(faults).toMatchObject([{ line: 2, say: expect.stringContaining('aliases') }])
})
