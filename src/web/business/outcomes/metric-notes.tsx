import { Fragment } from 'react'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import type { MetricDetail } from './queries.ts'
import { outcomesText as text } from './text.ts'

type JudgedByProps = { metric: MetricDetail; isChanged: boolean }

/** Said before anything is saved: who changes what is counted changes what a launched bet promised. */
export function JudgedBy({ metric: { judges }, isChanged }: JudgedByProps) {
  return (
    <div className={classes('metric-judges', isChanged && 'changed')} role="note">
      <Icon name={isChanged ? 'alert' : 'verdict'} size={16} />
      <p>
        <Keys room="bets" keys={judges.map(({ key }) => key)} /> {text.judges(judges.length)}
      </p>
    </div>
  )
}

/** What was recorded stays, so nobody has to fear for it. */
export function KeptBy({ verdicts }: Pick<MetricDetail, 'verdicts'>) {
  return (
    <div className="metric-judges" role="note">
      <Icon name="lock" size={16} />
      <p>
        <Keys room="verdicts" keys={verdicts.map(({ key }) => key)} /> {text.kept(verdicts.length)}
      </p>
    </div>
  )
}

/** “BET-1, BET-2 and BET-3”, each a link that opens beside the form. */
function Keys({ room, keys }: { room: 'bets' | 'verdicts'; keys: string[] }) {
  return keys.map((key, place) => (
    <Fragment key={key}>
      {place > 0 && (place === keys.length - 1 ? ' and ' : ', ')}
      <Link to={`/${room}/${key}`} target="_blank" className="text-link">
        {key}
      </Link>
    </Fragment>
  ))
}
