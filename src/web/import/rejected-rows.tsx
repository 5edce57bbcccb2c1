import { excerptOf, type RejectedGroup } from '#domain/import/rejected-groups.ts'
import { formatCount } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'
import { rejectedShown, importText as text } from './text.ts'

/** What is wrong with the rejected rows, the commonest fault first, each with some of its rows. */
export function RejectedRows({ label, groups, total, rest }: { label: string; groups: RejectedGroup[]; total: number; rest: string }) {
  return (
    <Section label={label} more={formatCount(total)}>
      <ul className="import-reasons" aria-label={label}>
        {groups.map((group) => (
          <li key={group.reason}>
            <p>
              <b className="number">{formatCount(group.count)}</b> {group.reason}
            </p>
            <FaultyRows group={group} />
          </li>
        ))}
      </ul>
      <p className="faint small">{rejectedShown(groups, total, rest)}</p>
    </Section>
  )
}

function FaultyRows({ group: { reason, rows } }: { group: RejectedGroup }) {
  return (
    <ol className="import-faulty">
      {rows.map((row) => (
        <li key={`${row.line} ${row.reason}`}>
          <span className="key">
            {text.line} {row.line}
          </span>
          <div>
            {row.reason !== reason && <p>{row.reason}</p>}
            <p className="faint import-excerpt">{excerptOf(row) || text.emptyRow}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
