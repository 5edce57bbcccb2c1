import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { countOf, formatCount } from '../ui/format.ts'
import { DraftCard } from './draft-card.tsx'
import type { ImportPreview, ShownImport } from './queries.ts'
import { importText as text } from './text.ts'

const ROWS_AT_ONCE = 4
/** A row of a survey can hold a dozen pieces. */
const PIECES_OF_A_ROW = 2

/** The first good rows as they will be, a few at a time. */
export function PreviewRows({ row, preview: { good, goodRows } }: { row: ShownImport; preview: ImportPreview }) {
  const [wanted, setFrom] = useState(0)
  const from = wanted < good.length ? wanted : 0
  const shown = good.slice(from, from + ROWS_AT_ONCE)
  if (good.length === 0) return null
  return (
    <div className="stack">
      <ol className="import-good" aria-label={text.firstRows}>
        {shown.map(({ line, drafts }) => (
          <li key={line}>
            {drafts.slice(0, PIECES_OF_A_ROW).map((draft, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one row never change places
              <DraftCard key={i} draft={draft} line={line} undatedDay={row.mapping.undatedDay} />
            ))}
            {drafts.length > PIECES_OF_A_ROW && (
              <p className="faint small">{`and ${countOf(drafts.length - PIECES_OF_A_ROW, 'more piece')} from this row`}</p>
            )}
          </li>
        ))}
      </ol>
      {good.length > ROWS_AT_ONCE && (
        <div className="row">
          <Button disabled={from === 0} onClick={() => setFrom(from - ROWS_AT_ONCE)}>
            {text.rowsBefore}
          </Button>
          <Button disabled={from + ROWS_AT_ONCE >= good.length} onClick={() => setFrom(from + ROWS_AT_ONCE)}>
            {text.rowsAfter}
          </Button>
          <span className="faint small" role="status">
            {`${from + 1} to ${from + shown.length} of the first ${good.length}; ${formatCount(goodRows)} in all`}
          </span>
        </div>
      )}
    </div>
  )
}
