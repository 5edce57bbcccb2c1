import type { QuestionProps } from './question.tsx'

type Choice = QuestionProps['question']['choices'][number]

/** One or several of a few, where the answer of the whole question is a choice. */
export function Choices({ question, quiz, name }: QuestionProps) {
  const several = question.kind === 'multiple'
  const answer = quiz.answers[question.id]
  const chosen = Array.isArray(answer) ? answer : typeof answer === 'string' ? [answer] : []

  function choose(key: string) {
    if (!several) return quiz.answer(question.id, key)
    quiz.answer(question.id, chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  }
  return <ChoiceList choices={question.choices} chosen={chosen} name={name} several={several} onChoose={choose} />
}

type ChoiceListProps = {
  choices: readonly Choice[]
  chosen: readonly string[]
  name: string
  several?: boolean
  onChoose: (key: string) => void
}

/** The browser's own radio buttons and checkboxes, with their keys. */
export function ChoiceList({ choices, chosen, name, several, onChoose }: ChoiceListProps) {
  return (
    <ul className="choices">
      {choices.map(({ key, text }) => (
        <li key={key}>
          <label className="choice-line">
            <input type={several ? 'checkbox' : 'radio'} name={name} checked={chosen.includes(key)} onChange={() => onChoose(key)} />
            <span>{text}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
