import { IconButton } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { type Hurt, HurtMarks, hurtWords } from '../../ui/hurt-marks.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { recordPath } from '../../ui/records.ts'
import type { Insight } from './queries.ts'
import { inboxText as text } from './text.ts'
import type { Ties } from './use-ties.ts'

const hurts = [1, 2, 3] as const

type TiedHereProps = { insights: Insight[]; ties: Ties; mayChange: boolean }

/** The passages of this feedback that are tied to problems; the keys speak about the one that is marked. */
export function TiedHere({ insights, ties, mayChange }: TiedHereProps) {
  if (insights.length === 0) return null
  return (
    <Section label={text.tied} more={insights.length}>
      <ul className="tied-here">
        {insights.map((insight) => (
          <TiedLine
            key={insight.id}
            insight={insight}
            ties={mayChange ? ties : undefined}
            current={mayChange && insight.id === ties.last?.id}
          />
        ))}
      </ul>
    </Section>
  )
}

function TiedLine({ insight, ties, current }: { insight: Insight; ties?: Ties; current: boolean }) {
  const { problemKey, problemTitle, passage, stance } = insight
  const hurt = insight.hurt as Hurt | null
  return (
    <li className={classes('tied-line', current && 'on')}>
      <div className="row tied-problem">
        <Link to={recordPath('problem', problemKey) ?? '/problems'} className="strong">
          <span className="key">{problemKey}</span> {problemTitle}
        </Link>
        {ties && <IconButton className="push" icon="close" label={text.untie} onClick={() => void ties.untie(insight)} />}
      </div>
      <p className="suggestion-quote clip">“{passage}”</p>
      {ties ? (
        <fieldset className="row tied-hurt" aria-label={text.hurt}>
          {hurts.map((level) => (
            <ChipButton key={level} pressed={hurt === level} onClick={() => void ties.change(insight, { hurt: level })}>
              {hurtWords[level]} {current && <Kbd keys={String(level)} />}
            </ChipButton>
          ))}
          <ChipButton pressed={stance === 'contradicts'} onClick={() => void ties.change(insight, { stance: otherStance(insight) })}>
            {text.contradicts} {current && <Kbd keys="-" />}
          </ChipButton>
        </fieldset>
      ) : (
        hurt && <HurtMarks hurt={hurt} withWord />
      )}
    </li>
  )
}

export const otherStance = ({ stance }: Pick<Insight, 'stance'>) => (stance === 'contradicts' ? 'supports' : 'contradicts')
