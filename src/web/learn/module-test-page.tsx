import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import { useApi } from '../shell/session.tsx'
import { Link } from '../ui/link.tsx'
import { RoomPage } from '../ui/page.tsx'
import { focusAfterCheck } from './focus-after-check.ts'
import { learnQueries, useAnswerModuleTest } from './queries.ts'
import { Question } from './question.tsx'
import { QuizFoot } from './quiz-foot.tsx'
import { useQuizState } from './quiz-state.ts'
import { learnText } from './text.ts'

const text = learnText.moduleTest
const nothing = { answers: null, marks: [] }

/** “I know this, test me”: the questions of a module on one page. */
export function ModuleTestPage() {
  const { course, module } = useParams({ strict: false }) as { course: string; module: string }
  const place = { courseId: course, moduleId: module }
  const { title, pass, questions } = useSuspenseQuery(learnQueries.moduleTest(useApi(), place)).data
  const quiz = useQuizState(questions, nothing)
  const send = useAnswerModuleTest(place)
  const foot = useRef<{ focus: () => void }>(null)

  async function check() {
    const { marks } = await send.mutateAsync(quiz.answers)
    focusAfterCheck({ marks, foot: foot.current, show: () => quiz.setMarks(marks) })
  }
  return (
    <RoomPage title={text.title(title)} lead={text.lead} narrow>
      {questions.map((question, at) => (
        <Question key={question.id} question={question} quiz={quiz} number={at + 1} count={questions.length} />
      ))}
      <QuizFoot
        ref={foot}
        quiz={quiz}
        pass={pass}
        busy={send.isPending}
        told={send.data ?? null}
        onCheck={() => void check().catch(() => undefined)}
      />
      {send.data && (
        <p className="row" role="status">
          {send.data.passed ? text.passed : text.notPassed}
          <Link to={`/learn/${course}`} className="text-link">
            {learnText.lesson.toCourse}
          </Link>
        </p>
      )}
    </RoomPage>
  )
}
