import { Icon } from '../../ui/icon.tsx'
import type { OwnHandIn } from './queries.ts'
import { reviewText as text } from './text.ts'

type Ticked = OwnHandIn['ticked']
type Opinion = { who: string; lines: Ticked }

/** The rubric with what each of them said of it: with a sign and a word, not by colour alone. */
export function RubricLines({ opinions, language }: { opinions: Opinion[]; language: string }) {
  return (
    <ul className="rubric">
      {opinions[0]!.lines.map(({ id, say }) => (
        <li key={id}>
          <p lang={language}>{say}</p>
          <p className="rubric-said small">
            {opinions.map(({ who, lines }) => (
              <Said key={who} who={who} yes={lines.some((line) => line.id === id && line.yes)} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Said({ who, yes }: { who: string; yes: boolean }) {
  return (
    <span className="row">
      {who}: <Icon name={yes ? 'check' : 'minus'} size={12} />
      <span className={yes ? 'rubric-yes' : 'soft'}>{yes ? text.yes : text.notYet}</span>
    </span>
  )
}
