import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './talk.css'
import { When } from './when.tsx'

export type HistoryLine = {
  id: string
  by: string
  at: string
  /** What happened, as a sentence without its subject: “committed the bet”. */
  what: ReactNode
  changes?: { field: string; from: string; to: string }[]
  why?: string
}

function Change({ field, from, to }: { field: string; from: string; to: string }) {
  return (
    <li>
      <span className="faint">{field}</span> {from ? <del>{from}</del> : <span className="faint">nothing</span>}{' '}
      <Icon name="arrow" size={12} />
      <span className="unseen">became</span> {to ? <ins>{to}</ins> : <span className="faint">nothing</span>}
    </li>
  )
}

/** Who changed what, when, from what to what; newest first. */
export function History({ lines }: { lines: HistoryLine[] }) {
  if (lines.length === 0) return <p className="faint">Nothing has happened here yet.</p>
  return (
    <ol className="history">
      {lines.map((line) => (
        <li key={line.id}>
          <p>
            <b>{line.by}</b> {line.what} <When at={line.at} />
          </p>
          {line.why && <p className="history-why">“{line.why}”</p>}
          {line.changes && line.changes.length > 0 && (
            <ul className="changes">
              {line.changes.map((change) => (
                <Change key={change.field} {...change} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
