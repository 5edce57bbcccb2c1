import { type Course, type Module, PASS_MARK, questionsOf } from '#domain/learn/course.ts'
import { type Answers, askQuestion, markQuiz } from '#domain/learn/quiz.ts'
import { Conflict } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { addLearnerFact } from './facts.ts'

/** All questions of a module. Lessons may name theirs alike, so each is known by lesson and question. */
function questionsIn({ lessons }: Module) {
  const questions = lessons.flatMap((lesson) => questionsOf(lesson).map((question) => ({ ...question, id: `${lesson.id}.${question.id}` })))
  if (!questions.length) throw new Conflict('This module has no questions to show it by.')
  return questions
}

type ModulePlace = { course: Course; module: Module }

export function showModuleTest({ member }: Scope, { course, module }: ModulePlace) {
  const questions = questionsIn(module).map((question) => askQuestion(question, `${member.id}:${course.id}:${module.id}`))
  return { title: module.title, pass: PASS_MARK, questions }
}

/** Knowing a module opens what waits for it; its lessons are not done by that. */
export async function answerModuleTest(scope: Scope, { course, module }: ModulePlace, answers: Answers) {
  const result = markQuiz(questionsIn(module), answers)
  const passed = result.score >= PASS_MARK
  if (passed)
    await addLearnerFact(scope, course, { kind: 'module-known', moduleId: module.id, at: scope.now(), evidence: { score: result.score } })
  return { ...result, passed }
}
