import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Services } from '../services.ts'

export const testCourse = '01M85VFYGHH18RD002HNFK2A00'
export const lessonIds = {
  reading: '01M85VFYGHH18RD002HNFK2A01',
  quiz: '01M85VFYGHH18RD002HNFK2A02',
  practice: '01M85VFYGHH18RD002HNFK2A03',
  extra: '01M85VFYGHH18RD002HNFK2A04',
  later: '01M85VFYGHH18RD002HNFK2A05',
}

const head = (id: string, title: string, kind: string, more = '') =>
  `---\nid: ${id}\ntitle: ${title}\nkind: ${kind}\nminutes: 5\n${more}---\n`

const files: Record<string, string> = {
  'course.yaml': `id: ${testCourse}
title: Testing
summary: A course that only tests take.
version: 1
hat: learn
language: en
modules:
  - {id: first, title: First, lessons: [1-read.md, 2-quiz.md, 3-practice.md, 4-extra.md]}
  - {id: second, title: Second, after: first, lessons: [5-later.md]}
`,
  '1-read.md': `${head(lessonIds.reading, 'Read this', 'reading')}## Why & how\n\nSee [the quiz](2-quiz.md#think) and <script>alert(1)</script>.\n\n## Why & how\n`,
  '2-quiz.md': `${head(lessonIds.quiz, 'Answer this', 'quiz')}## Think

\`\`\`quiz
id: need
kind: single
ask: Which is a need?
options:
  - {text: We retype receipts, right: true, because: It says what hurts.}
  - {text: Add dark mode, because: It is a solution.}
\`\`\`

\`\`\`quiz
id: lift
kind: number
ask: How many hats?
answer: 3
because: Customer, business, team.
\`\`\`
`,
  '3-practice.md': `${head(lessonIds.practice, 'Do this', 'practice')}Write a problem.\n`,
  '3-practice.check.yaml': `id: 01M85VFYGHH18RD002HNFK2A13
criteria:
  - id: linked
    say: Tie two customers to a problem
    query: {entity: problem, where: {"links.feedback.customers.distinct": {gte: 2}}}
    missing: "“{title}” rests on {links.feedback.customers.distinct} of 2 customers."
  - {id: words, say: It names no feature, kind: lint, rule: problem-statement, entity: problem}
hints: [Look in the inbox., Select a passage.]
reflect: What would make you drop it?
`,
  '4-extra.md': `${head(lessonIds.extra, 'More', 'reading', 'optional: true\n')}More.\n`,
  '5-later.md': `${head(lessonIds.later, 'Later', 'reading')}Later.\n`,
}

export const reviewedCourse = '01M85VFYGHH18RD002HNFK2B00'
export const reviewedLesson = '01M85VFYGHH18RD002HNFK2B02'

/** A course that ends with a task for a person to read. */
export const reviewedFiles: Record<string, string> = {
  'course.yaml': `id: ${reviewedCourse}
title: Reviewed
summary: A course that a person reads the end of.
version: 1
hat: learn
modules:
  - {id: only, title: Only, lessons: [1-begin.md, 2-half-a-page.md]}
`,
  '1-begin.md': `${head('01M85VFYGHH18RD002HNFK2B01', 'Begin', 'reading')}Begin.\n`,
  '2-half-a-page.md': `${head(
    reviewedLesson,
    'Half a page',
    'review',
    'rubric:\n  - {id: shown, say: It is shown by a record}\n  - {id: small, say: The next step is small}\n',
  )}Write half a page.\n`,
}

/** Puts a small course where a company keeps its own. */
export const writeTestCourse = (services: Services) => writeCourse(services, 'testing', files)
export const writeReviewedCourse = (services: Services, texts = reviewedFiles) => writeCourse(services, 'reviewed', texts)

function writeCourse({ folder }: Services, name: string, texts: Record<string, string>) {
  const place = join(folder, 'courses', name)
  mkdirSync(place, { recursive: true })
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(place, file), text)
}
