import { parseKey } from '#domain/keys.ts'
import { Link } from '../../ui/link.tsx'
import { recordPath } from '../../ui/records.ts'
import { reviewText } from './text.ts'

/** The record a hand-in is read with. Some kinds have no page of their own. */
export function RecordLink({ recordKey }: { recordKey: string }) {
  const kind = parseKey(recordKey)?.kind
  const path = kind && recordPath(kind, recordKey)
  return (
    <p className="small">
      {reviewText.page.record}:{' '}
      {path ? (
        <Link to={path} className="text-link">
          {recordKey}
        </Link>
      ) : (
        <span className="key">{recordKey}</span>
      )}
    </p>
  )
}
