import { useState } from 'react'
import { classes } from '../ui/classes.ts'
import { Because } from './because.tsx'
import { ChoiceList } from './choices.tsx'
import type { AskedQuestion, Mark } from './queries.ts'
import type { QuestionProps } from './question.tsx'
import { learnText } from './text.ts'

const text = learnText.quiz

/** Steps of one story. Each opens when the one before is answered, and stays open. */
export function Scenario({ question, quiz, name }: QuestionProps) {
  const [said, setSaid] = useState('')
  const answer = quiz.answers[question.id]
  const given = Array.isArray(answer) ? answer : []
  const count = question.steps.length
  const mark = quiz.marks.get(question.id)

  function choose(place: number, key: string) {
    quiz.answer(question.id, [...given.slice(0, place), key, ...given.slice(place + 1)])
    if (place === given.length && place + 1 < count) setSaid(text.nextStep(place + 2, count))
  }
  return (
    <>
      <ol className="scenario">
        {question.steps.slice(0, given.length + 1).map((step, place) => (
          <ScenarioStep
            key={step.ask}
            step={step}
            place={text.step(place + 1, count)}
            chosen={given.slice(place, place + 1)}
            mark={mark?.steps[place]}
            name={`${name}-${place}`}
            onChoose={(key) => choose(place, key)}
          />
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  )
}

type StepProps = {
  step: AskedQuestion['steps'][number]
  place: string
  chosen: readonly string[]
  mark: Mark['steps'][number] | undefined
  name: string
  onChoose: (key: string) => void
}

function ScenarioStep({ step, place, chosen, mark, name, onChoose }: StepProps) {
  return (
    <li>
      {step.then && <p className="scenario-then">{step.then}</p>}
      <fieldset className="scenario-step">
        <legend className="scenario-ask">
          <span className="question-number">{place}</span>
          {step.ask}
        </legend>
        <ChoiceList choices={step.choices} chosen={chosen} name={name} onChoose={onChoose} />
        {mark && (
          <div className={classes('question-mark', !mark.right && 'missed')} tabIndex={-1}>
            <Because explanations={mark.explanations} />
          </div>
        )}
      </fieldset>
    </li>
  )
}
