import type { QuestionProps } from './question.tsx'

/** One or several of a few: the browser's own radio buttons and checkboxes, with their keys. */
export function Choices({ question, quiz, name }: QuestionProps) {
  const several = question.kind === 'multiple'
  const answer = quiz.answers[question.id]
  const chosen = Array.isArray(answer) ? answer : typeof answer === 'string' ? [answer] : []

  function choose(key: string) {
    if (!several) return quiz.answer(question.id, key)
    quiz.answer(question.id, chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  }
  return (
    <ul className="choices">
      {question.choices.map(({ key, text }) => (
        <li key={key}>
          <label className="choice-line">
            <input type={several ? 'checkbox' : 'radio'} name={name} checked={chosen.includes(key)} onChange={() => choose(key)} />
            <span>{text}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
