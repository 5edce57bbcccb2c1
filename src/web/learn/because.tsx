import { Icon } from '../ui/icon.tsx'
import type { Mark } from './queries.ts'
import { learnText } from './text.ts'

const text = learnText.quiz

/** Why each of these options is right or not: with a sign and a word, not by colour alone. */
export function Because({ explanations }: Pick<Mark, 'explanations'>) {
  const said = explanations.filter(({ because }) => because)
  if (!said.length) return null
  return (
    <dl className="because-list">
      {said.map(({ key, text: option, right, because }) => (
        <div key={key}>
          <dt>
            <Icon name={right ? 'check' : 'cross'} size={12} />
            <span className="unseen">{right ? text.right : text.wrong}: </span>
            {option}
          </dt>
          <dd>{because}</dd>
        </div>
      ))}
    </dl>
  )
}
