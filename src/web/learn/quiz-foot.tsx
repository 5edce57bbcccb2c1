import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { countOf, formatPercent } from '../ui/format.ts'
import type { QuizState } from './quiz-state.ts'
import { learnText } from './text.ts'

const text = learnText.quiz

type Told = { score: number; rightCount: number; questionCount: number }
type QuizFootProps = {
  quiz: QuizState
  /** Per cent that is enough; null where nothing depends on it. */
  pass: number | null
  busy: boolean
  told: Told | null
  onCheck: () => void
  ref?: Ref<{ focus: () => void }>
}

/** The one button of a quiz, and the result: announced, and with the focus when it comes. */
export function QuizFoot({ quiz, pass, busy, told, onCheck, ref }: QuizFootProps) {
  const result = useRef<HTMLParagraphElement>(null)
  const [gap, setGap] = useState('')
  useImperativeHandle(ref, () => ({ focus: () => result.current?.focus() }))

  function check() {
    const [first] = quiz.open
    setGap(first ? `${countOf(quiz.open.length, 'question is', 'questions are')} still open.` : '')
    if (!first) return onCheck()
    const question = document.getElementById(`question-${first.id}`)
    const place = question?.querySelector('.scenario > li:last-child') ?? question
    place?.querySelector<HTMLElement>('input:not([aria-hidden]), button')?.focus()
  }
  return (
    <div className="quiz-foot">
      <Button kind="main" busy={busy} onClick={check}>
        {told ? text.again : text.check}
      </Button>
      <p role="status" tabIndex={-1} ref={result} className="quiz-result">
        {gap || (told && resultWords(told, pass))}
      </p>
      {!told && pass !== null && <p className="faint small">{text.pass(pass)}</p>}
    </div>
  )
}

function resultWords({ rightCount, questionCount, score }: Told, pass: number | null) {
  if (pass === null) return learnText.recall.told(rightCount, questionCount)
  return `${rightCount} of ${questionCount} right, ${formatPercent(score / 100)}. ${passWords(score, pass)}`
}

const passWords = (score: number, pass: number) =>
  score >= pass ? 'That is enough.' : `${pass}% is enough. Change what is not right yet and check again.`
