import { expect, test } from 'vitest'
import { faultLine } from './fault.ts'
import { lintCourseFiles } from './lint-courses.ts'

const id = (number: number) => `01M85VFYGHH18RD002HNFK2R${number}`
const head = (number: number, kind = 'reading') => `---\nid: ${id(number)}\ntitle: Lesson ${number}\nkind: ${kind}\nminutes: 5\n---\n`
const quizText =
  '```quiz\nid: one\nkind: single\nask: Which?\noptions:\n  - {text: This, right: true, because: It is.}\n  - {text: That, because: It is not.}\n```\n'
const scenarioText = `\`\`\`quiz
id: desk
kind: scenario
ask: Sales wants a date.
steps:
  - ask: What now?
    options:
      - {text: Ask, right: true, because: First hear.}
      - {text: Wait, because: It costs.}
  - then: He tells you.
    ask: And now?
    options:
      - {text: Ask, right: true, because: Again.}
      - {text: Wait, because: It costs more.}
\`\`\`
`
const checkText = `id: ${id(30)}
criteria:
  - id: linked
    say: Link three
    query: {entity: problem, where: {"links.feedback.count": {gte: 3}}}
    missing: "{title} has {links.feedback.count}."
`
const good: Record<string, string> = {
  'a/course.yaml': `id: ${id(10)}\ntitle: A\nsummary: S\nversion: 1\nhat: learn\nlanguage: en\nmodules:\n  - {id: m1, title: M1, lessons: [1.md, 2.md]}\n  - {id: m2, title: M2, after: m1, lessons: [3.md]}\n`,
  'a/1.md': `${head(21)}## Start here\n\nSee [the next](2.md), [above](#start-here), [a site](https://example.org) and [your problems](/problems).\n`,
  'a/2.md': `${head(22, 'quiz')}Think.\n\n${quizText}`,
  'a/3.md': `${head(23, 'practice')}Do it. Back to [the start](1.md#start-here).\n`,
  'a/3.check.yaml': checkText,
}

function lint(changes: Record<string, string | undefined> = {}) {
  const files = Object.entries({ ...good, ...changes }).flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]))
  return lintCourseFiles(files).map(faultLine)
}

test('a course as it should be has no faults', () => {
  expect(lint()).toEqual([])
})

const rubric = (lines: string) => ({ 'a/1.md': `${head(21, 'review').replace(/---\n$/, `${lines}---\n`)}## Start here\n\nWrite.\n` })
const body = (text: string) => ({ 'a/1.md': head(21) + text })
const outline = (from: string, to: string) => ({ 'a/course.yaml': good['a/course.yaml']!.replace(from, to) })
const check = (from: string, to: string) => ({ 'a/3.check.yaml': checkText.replace(from, to) })

test.each<[string, Record<string, string | undefined>, string]>([
  ['a review without a rubric', rubric(''), 'a/1.md:1 The lesson asks for a review and has no “rubric” in its front matter.'],
  [
    'a rubric that nobody answers',
    { 'a/1.md': rubric('rubric: [{id: one, say: One}]\n')['a/1.md'].replace('kind: review', 'kind: reading') },
    'a/1.md:1 There is a rubric, but the lesson is done without a review.',
  ],
  [
    'two lines of a rubric with one id',
    rubric('rubric:\n  - {id: one, say: One}\n  - {id: one, say: Two}\n'),
    'a/1.md:8 “rubric › 2 › id” does not fit: another line of the rubric has the id “one”.',
  ],
  ['a broken link', body('## Start here\n\nGo [on](2-two.md).\n'), 'a/1.md:9 The link “2-two.md” is broken: there is no such file.'],
  [
    'a link to a heading that is not there',
    body('## Start here\n\nGo [on](#there).\n'),
    'a/1.md:9 The link “#there” is broken: there is no such heading.',
  ],
  [
    'a link that runs code',
    body('## Start here\n\n[Hi](javascript:alert(1))\n'),
    'a/1.md:9 “javascript:alert(1” is not an address a lesson may link to.',
  ],
  ['a second title', body('# Start here\n'), 'a/1.md:7 The title is the only first-level heading: begin with “##”.'],
  ['a skipped heading level', body('## Start here\n\n#### Deep\n'), 'a/1.md:9 A heading level is skipped.'],
  ['an id that is no ULID', { 'a/1.md': good['a/1.md']!.replace(id(21), 'first') }, 'a/1.md:2 “first” is not a ULID.'],
  ['an id used twice', { 'a/1.md': good['a/1.md']!.replace(id(21), id(22)) }, 'a/2.md:2 The id is already used by a/1.md.'],
  [
    'a module id used twice',
    outline('id: m2, title: M2, after: m1', 'id: m1, title: M2'),
    'a/course.yaml:9 Another module has the id “m1”.',
  ],
  ['a module that waits for a later one', outline('id: m1,', 'id: m1, after: m2,'), 'a/course.yaml:8 No earlier module has the id “m2”.'],
  ['a lesson no module names', { 'a/4.md': `${head(24)}Text.` }, 'a/4.md:1 No module names this lesson.'],
  ['a check without its lesson', { 'a/9.check.yaml': checkText }, 'a/9.check.yaml:1 This check has no lesson of the same name.'],
  ['a quiz without a question', { 'a/2.md': `${head(22, 'quiz')}Think.` }, 'a/2.md:1 The lesson asks for a quiz and has no question.'],
  ['practice without a check', { 'a/3.check.yaml': undefined }, 'a/3.md:1 The lesson asks for practice and has no check file beside it.'],
  [
    'a check nobody needs',
    { 'a/3.md': good['a/3.md']!.replace('practice', 'reading') },
    'a/3.md:1 There is a check file, but the lesson is done without it.',
  ],
  ['two equal answers', { 'a/2.md': good['a/2.md']!.replace('That', 'This') }, 'a/2.md:9 Two answers of this question have the same text.'],
  [
    'two equal answers within a step',
    { 'a/2.md': head(22, 'quiz') + scenarioText.replace('text: Wait', 'text: Ask') },
    'a/2.md:7 Two answers of this question have the same text.',
  ],
  ['a question id used twice', { 'a/2.md': good['a/2.md']! + quizText }, 'a/2.md:17 Another question of this lesson has the id “one”.'],
  [
    'an unknown field',
    check('"links.feedback.count": {gte', '"links.feedbacks": {gte'),
    'a/3.check.yaml:5 A problem has no field “links.feedbacks”. Did you mean links.feedback.count',
  ],
  [
    'an unknown field in a sentence',
    check('has {links.feedback.count}', 'has {links}'),
    'a/3.check.yaml:6 A problem has no field “links”.',
  ],
  [
    'a number compared with words',
    check('gte: 3', 'gte: three'),
    'a/3.check.yaml:5 “links.feedback.count” is a number, and "three" is not.',
  ],
  [
    'words sought in a number',
    check('gte: 3', 'contains: 3'),
    'a/3.check.yaml:5 “contains” is for text, and “links.feedback.count” is a number.',
  ],
  [
    'a state that does not exist',
    check('"links.feedback.count": {gte: 3}', 'state: {eq: done}'),
    'a/3.check.yaml:5 “state” is one of emerging, validated',
  ],
  [
    'a date that is none',
    check('"links.feedback.count": {gte: 3}', 'createdAt: {gte: soon}'),
    'a/3.check.yaml:5 “soon” is not a date such as 2026-03-01.',
  ],
  ['half a range', check('gte: 3', 'between: [3]'), 'a/3.check.yaml:5 “between” takes two values, [low, high].'],
  [
    'an unknown rule',
    check(
      'query: {entity: problem, where: {"links.feedback.count": {gte: 3}}}\n    missing: "{title} has {links.feedback.count}."',
      'kind: lint\n    rule: nice\n    entity: problem',
    ),
    'a/3.check.yaml:6 There is no rule “nice”.',
  ],
])('%s is told', (_, changes, expected) => {
  expect(lint(changes)[0]).toContain(expected)
})

test('a scenario as it should be has no faults; the same answer may stand in two steps', () => {
  expect(lint({ 'a/2.md': head(22, 'quiz') + scenarioText })).toEqual([])
})

test.each([
  [
    'a step without a right answer',
    scenarioText.replace('right: true, ', ''),
    'a/2.md:14 “steps › 1 › options” does not fit: needs exactly one option with “right: true”.',
  ],
  ['one step', scenarioText.replace(/ {2}- then:[\s\S]*(?=```)/, ''), 'a/2.md:12 “steps” does not fit: needs two to four steps.'],
])('a scenario with %s is told', (_, text, expected) => {
  expect(lint({ 'a/2.md': head(22, 'quiz') + text })).toContain(expected)
})

test('code in a lesson is not searched for links and headings', () => {
  expect(lint(body('## Start here\n\n```\n# not a title [x](nowhere.md)\n```\n'))).toEqual([])
})
