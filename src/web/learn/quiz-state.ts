import { useState } from 'react'
import { openQuestions } from '#domain/learn/open-questions.ts'
import type { Answer, Answers } from '#domain/learn/quiz.ts'
import type { AskedQuestion, Mark } from './queries.ts'

export type QuizState = ReturnType<typeof useQuizState>

type Start = { answers: Answers | null; marks: Mark[] }

/** Answers and what was said about them. Changing an answer takes its mark away; the others keep theirs, and nothing is typed twice. */
export function useQuizState(questions: readonly AskedQuestion[], start: Start) {
  const [answers, setAnswers] = useState<Answers>(() => ({ ...startingOrders(questions), ...start.answers }))
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(() => byId(start.marks))

  function answer(id: string, value: Answer) {
    setAnswers((all) => ({ ...all, [id]: value }))
    setMarks((all) => new Map([...all].filter(([marked]) => marked !== id)))
  }
  return {
    answers,
    marks,
    answer,
    setMarks: (given: readonly Mark[]) => setMarks(byId(given)),
    open: openQuestions(questions, answers),
  }
}

const byId = (marks: readonly Mark[]) => new Map(marks.map((mark) => [mark.id, mark]))

/** An order is answered from the start: by the order it is shown in. */
function startingOrders(questions: readonly AskedQuestion[]): Answers {
  return Object.fromEntries(questions.flatMap(({ id, kind, choices }) => (kind === 'order' ? [[id, choices.map(({ key }) => key)]] : [])))
}

/** The list with the one at `from` a place further up (-1) or down (+1); at the ends nothing moves. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by
  if (to < 0 || to >= list.length) return [...list]
  const next = [...list]
  ;[next[from], next[to]] = [next[to]!, next[from]!]
  return next
}
