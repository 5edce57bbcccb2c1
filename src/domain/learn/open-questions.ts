import type { Answer, Answers, AskedQuestion } from './quiz.ts'

/** Whether something of a question still waits for an answer. */
export function isOpen(answer: Answer | undefined, { kind, choices, steps }: Pick<AskedQuestion, 'kind' | 'choices' | 'steps'>) {
  if (answer === undefined || answer === '') return true
  if (Array.isArray(answer)) return answer.length < (kind === 'scenario' ? steps.length : 1)
  return kind === 'match' && typeof answer === 'object' && Object.keys(answer).length < choices.length
}

export const openQuestions = <Q extends AskedQuestion>(questions: readonly Q[], answers: Answers) =>
  questions.filter((question) => isOpen(answers[question.id], question))
