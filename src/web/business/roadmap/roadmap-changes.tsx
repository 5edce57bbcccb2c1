import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Field } from '../../ui/field.tsx'
import { Link } from '../../ui/link.tsx'
import { SidePeek } from '../../ui/side-peek.tsx'
import { DatePicker } from '../../ui/text-input.tsx'
import { When } from '../../ui/when.tsx'
import { changesQuery } from './queries.ts'
import { roadmapText as text } from './text.ts'

type RoadmapChangesProps = { since: string; onSince: (since: string) => void; onClose: () => void }

/** What became different since a day, bet by bet, with the reasons that were given. */
export function RoadmapChanges({ since, onSince, onClose }: RoadmapChangesProps) {
  return (
    <SidePeek open onOpenChange={(open) => !open && onClose()} title={text.changes}>
      <div className="stack">
        <Field label={text.sinceDay}>
          <DatePicker value={since} onChange={(day) => day && onSince(day)} />
        </Field>
        <ChangesList since={new Date(`${since}T00:00:00`).toISOString()} />
      </div>
    </SidePeek>
  )
}

function ChangesList({ since }: { since: string }) {
  const { data } = useQuery(changesQuery(useApi(), since))
  if (!data) return null
  if (data.rows.length === 0) return <p className="soft">{text.nothingChanged}</p>
  return (
    <ul className="roadmap-changes">
      {data.rows.map(({ betId, key, title, sentences, reasons, lastAt, by }) => (
        <li key={betId}>
          <Link to={`/bets/${key ?? betId}`} className="strong">
            <span className="key">{key}</span> {title}
          </Link>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {reasons.map((reason) => (
            <p key={reason} className="soft">
              “{reason}”
            </p>
          ))}
          <p className="faint small">
            {by.join(', ')} <When at={lastAt} />
          </p>
        </li>
      ))}
    </ul>
  )
}
