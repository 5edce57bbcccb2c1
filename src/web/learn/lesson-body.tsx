import { useRef, useState } from 'react'
import { focusAfterCheck } from './focus-after-check.ts'
import { LessonText } from './lesson-text.tsx'
import { type LessonDetail, type LessonPlace, useAnswerQuiz } from './queries.ts'
import { Question } from './question.tsx'
import { QuizFoot } from './quiz-foot.tsx'
import { useQuizState } from './quiz-state.ts'

const PASS_MARK = 80

/** The lesson from top to bottom: text, and questions where their author put them. */
export function LessonBody({ lesson, place }: { lesson: LessonDetail; place: LessonPlace }) {
  const questions = lesson.parts.flatMap((part) => ('question' in part ? [part.question] : []))
  const quiz = useQuizState(questions, { answers: lesson.quiz?.answers ?? null, marks: lesson.quiz?.result?.marks ?? [] })
  const [told, setTold] = useState(lesson.quiz?.result ?? null)
  const foot = useRef<{ focus: () => void }>(null)
  const send = useAnswerQuiz(place)

  async function check() {
    const result = await send.mutateAsync(quiz.answers)
    const show = () => {
      quiz.setMarks(result.marks)
      setTold(result)
    }
    focusAfterCheck({ marks: result.marks, foot: foot.current, show })
  }
  const pass = lesson.rules.find(({ kind }) => kind === 'quiz')?.pass ?? PASS_MARK
  return (
    <div className="lesson-body">
      {lesson.parts.map((part, at) =>
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
      )}
      {questions.length > 0 && (
        <QuizFoot
          ref={foot}
          quiz={quiz}
          pass={pass}
          busy={send.isPending}
          told={told}
          onCheck={() => void check().catch(() => undefined)}
        />
      )}
    </div>
  )
}
