import { useState } from 'react'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { Field } from '../../ui/field.tsx'
import { formatCount } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { Segments } from '../../ui/segments.tsx'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import { NumberInput } from '../../ui/text-input.tsx'
import type { BetScores } from './queries.ts'
import { betsText as text } from './text.ts'

export type ScoreView = { by: string; capacity: string }
type ScoreStripProps = { scores: BetScores; view: ScoreView; onChange: (changes: Partial<ScoreView>) => void }

/** Above the open bets: what they are scored by, how much there is room for, and what to find out first. */
export function ScoreStrip({ scores, view, onChange }: ScoreStripProps) {
  const { rows, incomplete, draws, research, capacity, method } = scores
  if (rows.length === 0) return incomplete.length > 0 && <NothingToCompare incomplete={incomplete} />
  return (
    <div className="score-strip">
      <div className="row">
        <CapacityField value={view.capacity} onChange={(weeks) => onChange({ capacity: weeks })} />
        <Segments
          label={text.scoredBy}
          value={method}
          onChange={(by) => onChange({ by })}
          options={(['rice', 'ice'] as const).map((value) => ({ value, label: text[value] }))}
        />
      </div>
      <div className="score-told">
        {capacity && <p className="strong">{inReadersNumbers(capacity.sentence)}</p>}
        <p>{inReadersNumbers(research.sentence)}</p>
        <p className="small faint">
          {text.drawn(formatCount(draws), text.formula[method])} {incomplete.length > 0 && text.incomplete(incomplete.length)}
        </p>
      </div>
    </div>
  )
}

/** Taken when it is whole: drawing anew for every digit would show plans that nobody asked for. */
function CapacityField({ value, onChange }: { value: string; onChange: (weeks: string) => void }) {
  const [draft, setDraft] = useState<number | null>(value ? Number(value) : null)
  const take = () => onChange(draft !== null && draft > 0 ? String(draft) : '')
  return (
    <form
      className="capacity-field"
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <Field label={text.capacity}>
        <NumberInput value={draft} onChange={setDraft} onBlur={take} unit={text.weeks} min={0} />
      </Field>
    </form>
  )
}

function NothingToCompare({ incomplete }: Pick<BetScores, 'incomplete'>) {
  const { key, lacks } = incomplete.reduce((least, bet) => (bet.lacks.length < least.lacks.length ? bet : least))
  return (
    <EmptyRoom
      icon="bet"
      title={text.noScores}
      why={text.noScoresWhy}
      action={
        <Link to={`/bets/${key}?estimate=${lacks[0]!.input}`} className="button">
          Begin with {key}
        </Link>
      }
      lesson={{ href: '/learn/three-hats/04-what-a-yes-costs', title: text.scoreLesson }}
    />
  )
}
