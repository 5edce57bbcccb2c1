import { formatTime } from '../../ui/format.ts'
import type { PlanAmendment } from './queries.ts'
import { plansText as text } from './text.ts'

const HASH_SHOWN = 12
const pretty = (canonical: string) => JSON.stringify(JSON.parse(canonical), null, 2)

/** What was promised first and what was made of it, with the reason: nothing is overwritten. */
export function PlanAmendments({ amendments }: { amendments: PlanAmendment[] }) {
  if (amendments.length === 0) return null
  return (
    <div className="plan-amendments">
      <h3 className="strong">{text.amendments}</h3>
      {amendments.map(({ id, reason, memberName, amendedAt, oldCanonical, oldHash, newCanonical, newHash }) => (
        <details key={id}>
          <summary>
            {reason}{' '}
            <span className="faint small">
              {memberName}, {formatTime(amendedAt)}
            </span>
          </summary>
          <div className="plan-versions">
            <Version label={text.before} hash={oldHash} canonical={oldCanonical} />
            <Version label={text.after} hash={newHash} canonical={newCanonical} />
          </div>
        </details>
      ))}
    </div>
  )
}

function Version({ label, hash, canonical }: { label: string; hash: string; canonical: string }) {
  return (
    <div>
      <p className="faint small">
        {label}, sha-256 <span title={hash}>{hash.slice(0, HASH_SHOWN)}…</span>
      </p>
      <pre>{pretty(canonical)}</pre>
    </div>
  )
}
