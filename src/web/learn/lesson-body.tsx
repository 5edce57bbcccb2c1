import { useRef, useState } from 'react'
import { focusAfterCheck } from './focus-after-check.ts'
import { LessonParts, questionsIn } from './lesson-parts.tsx'
import { type LessonDetail, type LessonPlace, useAnswerQuiz } from './queries.ts'
import { QuizFoot } from './quiz-foot.tsx'
import { useQuizState } from './quiz-state.ts'

/** The lesson from top to bottom: text, and questions where their author put them. */
export function LessonBody({ lesson, place }: { lesson: LessonDetail; place: LessonPlace }) {
  const questions = questionsIn(lesson.parts)
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
  const pass = lesson.rules.find(({ kind }) => kind === 'quiz')?.pass ?? null
  return (
    <div className="lesson-body">
      <LessonParts parts={lesson.parts} quiz={quiz} />
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
