import { useMayAdminister } from '../shell/session.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { formatCount } from '../ui/format.ts'
import { type ImportPreview, type ShownImport, useCorrect } from './queries.ts'
import { importText as text } from './text.ts'

/** The questions of a survey, to take or leave; at least one stays. */
export function Asked({ row, asked }: { row: ShownImport; asked: ImportPreview['asked'] }) {
  const correcting = useCorrect(row.id)
  const mayChange = useMayAdminister()
  if (asked.length < 2) return null
  const taken = new Set(row.mapping.columns.filter(({ field }) => field === 'text').map(({ column }) => column))
  const take = (column: string, wanted: boolean) =>
    correcting.mutate({ mapping: { columns: [{ column, field: wanted ? 'text' : 'trait' }] } })
  return (
    <details className="import-choice">
      <summary>
        {text.asked} <span className="faint">{`${taken.size} of ${asked.length}`}</span>
      </summary>
      <ul aria-label={text.asked}>
        {asked.map(({ column, pieces }) => (
          <li key={column}>
            <Checkbox
              checked={taken.has(column)}
              disabled={!mayChange || correcting.isPending || (taken.size === 1 && taken.has(column))}
              onChange={(wanted) => take(column, wanted)}
            >
              {column} <span className="faint number">{formatCount(pieces)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <p className="faint small">{text.askedHint}</p>
    </details>
  )
}
