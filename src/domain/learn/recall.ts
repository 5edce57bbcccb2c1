import { type Course, type Module, questionsOf } from './course.ts'
import { type Fact, isDone } from './progress.ts'
import type { Question } from './question.ts'
import { seededOrder } from './seeded-order.ts'

/** How many questions from earlier lessons stand at the start of a module. */
export const RECALL_COUNT = 3

/** A question of an earlier lesson, known by both ids: lessons may name theirs alike. */
export type RecalledQuestion = { lessonId: string; questionId: string; question: Question }
type Learner = { seed: string; facts: readonly Fact[]; answered?: ReadonlySet<string> }

/**
 * What a learner is asked again before a module: questions of lessons they have done, always the same ones for this learner and module.
 * Those answered already stay, also when more lessons are done since. A scenario is too long to be asked in passing.
 */
export function recallFor(course: Course, module: Module, { seed, facts, answered = new Set() }: Learner): RecalledQuestion[] {
  const earlier = course.modules.slice(0, course.modules.indexOf(module)).flatMap(({ lessons }) => lessons)
  const open = earlier
    .filter((lesson) => isDone(lesson, facts))
    .flatMap((lesson) => questionsOf(lesson).map((question) => ({ lesson, question })))
  const mixed = seededOrder(byName(open.map(recalled)), `${seed}:${course.id}:${module.id}`)
  const asked = mixed.filter(({ question }) => question.kind !== 'scenario')
  return asked.sort((a, b) => Number(answered.has(b.question.id)) - Number(answered.has(a.question.id))).slice(0, RECALL_COUNT)
}

type Found = { lesson: { id: string }; question: Question }

function recalled({ lesson, question }: Found): RecalledQuestion {
  return { lessonId: lesson.id, questionId: question.id, question: { ...question, id: recallName(lesson.id, question.id) } }
}

export const recallName = (lessonId: string, questionId: string) => `${lessonId}.${questionId}`

/** Reordering lessons must not change what is asked. */
const byName = (questions: RecalledQuestion[]) => questions.sort((a, b) => (a.question.id < b.question.id ? -1 : 1))
