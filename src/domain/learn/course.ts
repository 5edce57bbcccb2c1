import { z } from 'zod'
import type { PracticeCheck } from './practice-check.ts'
import type { Question } from './question.ts'
import { Rubric, type RubricLine } from './rubric.ts'
import { Sentence } from './yaml-text.ts'

/** A file of a course, held in memory: `three-hats/course.yaml` and its text. */
export type CourseFile = { path: string; text: string }

export const lessonKinds = ['reading', 'quiz', 'practice', 'review'] as const
export type LessonKind = (typeof lessonKinds)[number]

/** One thing a learner must have done. Time spent is never one. `answered`: every question of the lesson, right or wrong. */
export type CompletionRule =
  | { kind: 'read' }
  | { kind: 'answered' }
  | { kind: 'quiz'; pass: number }
  | { kind: 'practice' }
  | { kind: 'review' }

export type Source = { title: string; url?: string | undefined; note?: string | undefined }
/** A lesson in reading order: stretches of Markdown with questions between them. */
export type LessonPart = { markdown: string; line: number } | { question: Question; line: number }

export type Lesson = {
  id: string
  /** File name inside the course folder. Only links use it; what learners did hangs on the id. */
  file: string
  title: string
  kind: LessonKind
  minutes: number
  optional: boolean
  /** What the lesson is written in, where that is not the language of its course. */
  language: string | null
  completion: CompletionRule[]
  sources: Source[]
  parts: LessonPart[]
  practice: PracticeCheck | null
  /** What a person looks for in what the learner hands in; no lines where nothing is handed in. */
  rubric: RubricLine[]
}

export type Module = { id: string; title: string; after: string | null; lessons: Lesson[] }

export type Course = {
  id: string
  folder: string
  title: string
  summary: string
  version: number
  hat: 'customer' | 'business' | 'team' | 'learn'
  language: string
  modules: Module[]
}

export const CourseOutline = z.strictObject({
  id: Sentence,
  title: Sentence,
  summary: Sentence,
  version: z.number().int().min(1),
  hat: z.enum(['customer', 'business', 'team', 'learn']),
  language: Sentence.default('en'),
  modules: z
    .array(
      z.strictObject({
        id: Sentence,
        title: Sentence,
        lessons: z.array(Sentence).min(1, 'needs at least one lesson'),
        after: Sentence.optional(),
      }),
    )
    .min(1, 'needs at least one module'),
})
export type CourseOutline = z.infer<typeof CourseOutline>

const QuizRule = z
  .strictObject({ quiz: z.number().min(1).max(100) })
  .transform(({ quiz }): CompletionRule => ({ kind: 'quiz', pass: quiz }))
const WordRule = z
  .enum(['read', 'practice', 'quiz', 'review'])
  .transform((kind): CompletionRule => (kind === 'quiz' ? { kind, pass: PASS_MARK } : { kind }))
const OneRule = z.union([WordRule, QuizRule])
const Completion = z.union([
  OneRule.transform((rule) => [rule]),
  z.strictObject({ all: z.array(OneRule).min(1) }).transform(({ all }) => all),
])

/** Per cent of questions to answer right where a lesson names no pass mark. */
export const PASS_MARK = 80

const defaultCompletion: Record<LessonKind, CompletionRule[]> = {
  reading: [{ kind: 'read' }],
  quiz: [{ kind: 'quiz', pass: PASS_MARK }],
  practice: [{ kind: 'practice' }],
  review: [{ kind: 'review' }],
}

/** What ends a lesson whose author does not say: what its kind asks for, and an answer to every question on the way. */
export function defaultRules(kind: LessonKind, { asksQuestions }: { asksQuestions: boolean }): CompletionRule[] {
  const rules = defaultCompletion[kind]
  return asksQuestions && kind !== 'quiz' ? [...rules, { kind: 'answered' }] : rules
}

export const LessonHead = z.strictObject({
  id: Sentence,
  title: Sentence,
  kind: z.enum(lessonKinds),
  minutes: z.number().min(1).max(60),
  optional: z.boolean().default(false),
  language: Sentence.optional(),
  completion: Completion.optional(),
  sources: z.array(z.strictObject({ title: Sentence, url: z.url().optional(), note: Sentence.optional() })).default([]),
  rubric: Rubric.default([]),
})
export type LessonHead = z.infer<typeof LessonHead>

export const lessonsOf = (course: Course) => course.modules.flatMap(({ lessons }) => lessons)
export const questionsOf = (lesson: Lesson) => lesson.parts.flatMap((part) => ('question' in part ? [part.question] : []))

/** By id, or by its file name: links from the rooms are written by people. */
export function findLesson(course: Course, idOrName: string) {
  for (const module of course.modules) {
    const lesson = module.lessons.find(({ id, file }) => id === idOrName || file === `${idOrName}.md`)
    if (lesson) return { module, lesson }
  }
}
