import type { Course, Module } from '#domain/learn/course.ts'
import type { Fact } from '#domain/learn/progress.ts'
import { type Answer, type Answers, askQuestion, markQuestion } from '#domain/learn/quiz.ts'
import { type RecalledQuestion, recallFor, recallName } from '#domain/learn/recall.ts'
import { Conflict } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { readFacts } from './facts.ts'

type ModulePlace = { course: Course; module: Module }

/** Questions from earlier lessons at the start of a module, and what this learner answered. They count for nothing. */
export async function showRecall(home: Scope, place: ModulePlace, facts: readonly Fact[]) {
  const answers = await firstAnswers(home, place)
  const questions = asked(home, place, { facts, answers })
  if (!questions.length) return null
  const given = questions.filter(({ question }) => answers.has(question.id))
  return {
    moduleId: place.module.id,
    questions: questions.map(({ question }) => askQuestion(question, seedOf(home, place))),
    answers: Object.fromEntries(given.map(({ question }) => [question.id, answers.get(question.id)!])),
    marks: given.map(({ question }) => markQuestion(question, answers.get(question.id))),
  }
}

/** Marks every try, and keeps the first: authors see from it what was remembered. */
export async function answerRecall(home: Scope, place: ModulePlace, answers: Answers) {
  const facts = (await readFacts(home, place.course.id)).of(place.course.id)
  const questions = asked(home, place, { facts, answers: await firstAnswers(home, place) })
  if (!questions.length) throw new Conflict('There is nothing to ask again here: no earlier lesson with questions is done.')
  const marked = questions.map((one) => ({ ...one, mark: markQuestion(one.question, answers[one.question.id]) }))
  for (const { lessonId, questionId, question, mark } of marked) {
    const answer = answers[question.id]
    if (answer !== undefined) await keepFirst(home, place, { lessonId, questionId, answer, isRight: mark.right })
  }
  return { marks: marked.map(({ mark }) => mark) }
}

const seedOf = ({ member }: Scope, { course, module }: ModulePlace) => `${member.id}:${course.id}:${module.id}`

type Known = { facts: readonly Fact[]; answers: ReadonlyMap<string, Answer> }

function asked({ member }: Scope, { course, module }: ModulePlace, { facts, answers }: Known): RecalledQuestion[] {
  return recallFor(course, module, { seed: member.id, facts, answered: new Set(answers.keys()) })
}

const placeOf = ({ workspaceId, member }: Scope, { course, module }: ModulePlace) => ({
  workspaceId,
  memberId: member.id,
  courseId: course.id,
  moduleId: module.id,
})

async function firstAnswers(home: Scope, place: ModulePlace): Promise<ReadonlyMap<string, Answer>> {
  const rows = await home.db
    .selectFrom('recallAnswers')
    .select(['lessonId', 'questionId', 'answer'])
    .where(({ and }) => and(placeOf(home, place)))
    .execute()
  return new Map(rows.map(({ lessonId, questionId, answer }) => [recallName(lessonId, questionId), answer as Answer]))
}

type FirstAnswer = { lessonId: string; questionId: string; answer: Answer; isRight: boolean }

async function keepFirst(home: Scope, place: ModulePlace, { answer, ...first }: FirstAnswer) {
  await home.db
    .insertInto('recallAnswers')
    .values({ ...placeOf(home, place), ...first, answer: JSON.stringify(answer), at: home.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
