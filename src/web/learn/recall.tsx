import { useRef, useState } from 'react'
import { Chip } from '../ui/chip.tsx'
import { focusAfterCheck } from './focus-after-check.ts'
import { type Recall as Asked, type LessonPlace, useAnswerRecall } from './queries.ts'
import { Question } from './question.tsx'
import { QuizFoot } from './quiz-foot.tsx'
import { useQuizState } from './quiz-state.ts'
import './recall.css'
import { learnText } from './text.ts'

const text = learnText.recall

/** Questions from earlier lessons, before a module begins. Answering them is a favour to oneself. */
export function Recall({ recall, place }: { recall: Asked; place: LessonPlace }) {
  const { questions, answers, marks, moduleId } = recall
  const wasAnswered = marks.length === questions.length
  const quiz = useQuizState(questions, { answers, marks })
  const [told, setTold] = useState(wasAnswered ? resultOf(marks) : null)
  const foot = useRef<{ focus: () => void }>(null)
  const send = useAnswerRecall({ courseId: place.courseId, moduleId })

  async function check() {
    const { marks: given } = await send.mutateAsync(quiz.answers)
    const show = () => {
      quiz.setMarks(given)
      setTold(resultOf(given))
    }
    focusAfterCheck({ marks: given, foot: foot.current, show })
  }
  return (
    <details className="recall" open={!wasAnswered}>
      <summary>
        <h2 className="recall-title">{text.title}</h2> {wasAnswered && <Chip>{text.answered}</Chip>}
      </summary>
      <p className="soft">{text.lead}</p>
      {questions.map((question, at) => (
        <Question key={question.id} question={question} quiz={quiz} number={at + 1} count={questions.length} />
      ))}
      <QuizFoot ref={foot} quiz={quiz} pass={null} busy={send.isPending} told={told} onCheck={() => void check().catch(() => undefined)} />
    </details>
  )
}

function resultOf(marks: Asked['marks']) {
  const rightCount = marks.filter(({ right }) => right).length
  return { score: 0, rightCount, questionCount: marks.length }
}
