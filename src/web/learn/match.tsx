import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/select.tsx'
import type { QuestionProps } from './question.tsx'
import { learnText } from './text.ts'

const text = learnText.quiz

/** For each on the left, one of the right. */
export function Match({ question, quiz }: QuestionProps) {
  const answer = quiz.answers[question.id]
  const chosen: Record<string, string> = typeof answer === 'object' && !Array.isArray(answer) ? answer : {}
  const mark = quiz.marks.get(question.id)
  const options = question.targets.map(({ key, text: label }) => ({ value: key, label }))
  return (
    <ul className="match">
      {question.choices.map(({ key, text: left }) => {
        const explained = mark?.explanations.find((one) => one.key === key)
        return (
          <li key={key} className="match-line">
            <span>{left}</span>
            <Select
              label={left}
              value={chosen[key] ?? null}
              options={options}
              placeholder={text.chooseMatch}
              onChange={(target) => quiz.answer(question.id, { ...chosen, [key]: target })}
            />
            {explained && !mark?.right && (
              <span className="row small">
                <Icon name={explained.right ? 'check' : 'cross'} size={12} /> {explained.right ? text.right : text.wrong}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
