import type { ReactNode } from 'react'
import { Button } from './button.tsx'
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
  /** Whether whoever looks may take this change back. */
  undoable?: boolean
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

type HistoryProps = { lines: HistoryLine[]; onUndo?: (line: HistoryLine) => void; undoing?: string }

/** Who changed what, when, from what to what; newest first. */
export function History({ lines, onUndo, undoing }: HistoryProps) {
  if (lines.length === 0) return <p className="faint">Nothing has happened here yet.</p>
  return (
    <ol className="history">
      {lines.map((line) => (
        <li key={line.id}>
          <p className="history-line">
            <b>{line.by}</b> {line.what} <When at={line.at} />
            {onUndo && line.undoable && (
              <Button kind="quiet" size="small" icon="undo" busy={undoing === line.id} onClick={() => onUndo(line)}>
                Undo this
              </Button>
            )}
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
