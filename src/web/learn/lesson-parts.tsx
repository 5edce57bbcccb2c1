import { LessonText } from './lesson-text.tsx'
import type { LessonDetail } from './queries.ts'
import { Question } from './question.tsx'
import type { QuizState } from './quiz-state.ts'

type Parts = LessonDetail['parts']

export const questionsIn = (parts: Parts) => parts.flatMap((part) => ('question' in part ? [part.question] : []))

/** Text, and questions where their author put them. */
export function LessonParts({ parts, quiz }: { parts: Parts; quiz: QuizState }) {
  const questions = questionsIn(parts)
  return parts.map((part, at) =>
    'question' in part ? (
      <Question
        key={part.question.id}
        question={part.question}
        quiz={quiz}
        number={questions.indexOf(part.question) + 1}
        count={questions.length}
      />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of text have no name but their place
      <LessonText key={at} html={part.html} />
    ),
  )
}
