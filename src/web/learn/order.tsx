import { type KeyboardEvent, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { QuestionProps } from './question.tsx'
import { moved } from './quiz-state.ts'
import { learnText } from './text.ts'

const text = learnText.quiz

/** Steps to be put in order: with buttons, or with Alt and the arrow keys on a step. Dragging is not needed. */
export function Order({ question, quiz, name }: QuestionProps) {
  const [said, setSaid] = useState('')
  const keys = quiz.answers[question.id] as string[]
  const textOf = new Map(question.choices.map((choice) => [choice.key, choice.text]))
  // An author may have changed the steps since this was answered.
  const steps = keys.filter((key) => textOf.has(key))
  const mark = quiz.marks.get(question.id)
  const inPlace = new Set(mark?.explanations.filter(({ right }) => right).map(({ key }) => key))

  function move(from: number, by: -1 | 1) {
    const next = moved(steps, from, by)
    quiz.answer(question.id, next)
    const key = steps[from]!
    setSaid(text.moved(textOf.get(key)!, next.indexOf(key) + 1, next.length))
  }
  function onKeyDown(event: KeyboardEvent, place: number) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(place, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <>
      <ol className="steps" aria-labelledby={`${name}-ask`}>
        {steps.map((key, place) => {
          const step = textOf.get(key)!
          return (
            <li key={key} className="step-line" onKeyDown={(event) => onKeyDown(event, place)}>
              <span className="step-place">{place + 1}</span>
              <span className="step-words">
                {step}
                {inPlace.has(key) && !mark?.right && (
                  <span className="step-right">
                    <Icon name="check" size={12} /> in its place
                  </span>
                )}
              </span>
              <IconButton icon="chevronUp" label={text.up(step)} aria-disabled={place === 0} onClick={() => move(place, -1)} />
              <IconButton
                icon="chevronDown"
                label={text.down(step)}
                aria-disabled={place === steps.length - 1}
                onClick={() => move(place, 1)}
              />
            </li>
          )
        })}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  )
}
