import { useId } from 'react'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/icon.tsx'
import { Because } from './because.tsx'
import { Choices } from './choices.tsx'
import { Match } from './match.tsx'
import { Order } from './order.tsx'
import type { AskedQuestion, Mark } from './queries.ts'
import './question.css'
import type { QuizState } from './quiz-state.ts'
import { Scenario } from './scenario.tsx'
import { learnText } from './text.ts'
import { TypedAnswer } from './typed-answer.tsx'

const text = learnText.quiz

export type QuestionProps = { question: AskedQuestion; quiz: QuizState; name: string }

const hints: Partial<Record<AskedQuestion['kind'], string>> = { multiple: text.chooseAll, order: text.order }

const answerParts = {
  single: Choices,
  multiple: Choices,
  order: Order,
  match: Match,
  number: TypedAnswer,
  text: TypedAnswer,
  scenario: Scenario,
}

/** One question: what is asked, the answer, and what is said about it. `number` is its place among `count`. */
export function Question({ question, quiz, number, count }: { question: AskedQuestion; quiz: QuizState; number: number; count: number }) {
  const name = useId()
  const mark = quiz.marks.get(question.id)
  const AnswerPart = answerParts[question.kind]
  return (
    <div className={classes('question', mark && (mark.right ? 'right' : 'wrong'))} id={`question-${question.id}`}>
      <fieldset>
        <legend className="question-ask" id={`${name}-ask`}>
          <span className="question-number">
            {number} of {count}
          </span>
          {question.ask}
        </legend>
        {hints[question.kind] && <p className="faint small">{hints[question.kind]}</p>}
        <AnswerPart question={question} quiz={quiz} name={name} />
        {mark && <Marked mark={mark} />}
      </fieldset>
    </div>
  )
}

function Marked({ mark }: { mark: Mark }) {
  const said = mark.explanations.filter(({ because }) => because)
  const partly = !mark.right && said.length > 0 && said.every(({ right }) => right)
  return (
    <div className={classes('question-mark', !mark.right && 'missed')} tabIndex={-1}>
      <p className={classes('verdict-word', mark.right ? 'right' : 'wrong')}>
        <Icon name={mark.right ? 'check' : 'minus'} size={14} /> {mark.right ? text.right : text.wrong}
      </p>
      {partly && <p className="soft">{text.someRight}</p>}
      {mark.because && <p>{mark.because}</p>}
      <Because explanations={mark.explanations} />
    </div>
  )
}
