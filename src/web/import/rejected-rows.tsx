import { isSilent } from '#domain/import/nothing-said.ts'
import { excerptOf, type RejectedGroup } from '#domain/import/rejected-groups.ts'
import { formatCount } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'
import { rejectedShown, importText as text } from './text.ts'

type NotImportedProps = { label: string; groups: RejectedGroup[]; rejected: number; silent: number; rest: string }

/** The rows that bring nothing: those that do not fit under `label`, and apart from them those in which nobody said anything. */
export function NotImported({ label, groups, rejected, silent, rest }: NotImportedProps) {
  const [faulty, empty] = [groups.filter((group) => !isSilent(group)), groups.filter(isSilent)]
  const faults = rejected - silent
  return (
    <>
      {faults > 0 && <Rows label={label} groups={faulty} total={faults} note={rejectedShown(faulty, faults, rest)} />}
      {silent > 0 && <Rows label={text.silent} groups={empty} total={silent} note={text.silentHint} />}
    </>
  )
}

/** The commonest fault first, each with some of its rows. */
function Rows({ label, groups, total, note }: { label: string; groups: RejectedGroup[]; total: number; note: string }) {
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
      <p className="faint small">{note}</p>
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
