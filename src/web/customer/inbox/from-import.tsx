import { useQuery } from '@tanstack/react-query'
import { importQueries } from '../../import/queries.ts'
import { useApi } from '../../shell/session.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { inboxText as text } from './text.ts'

/** Which import the list is narrowed to, and the way back to its report. */
export function FromImport({ id, onShowAll }: { id: string; onShowAll: () => void }) {
  const { data } = useQuery(importQueries.one(useApi(), id))
  return (
    <p className="inbox-import soft">
      <span className="clip">
        {text.fromImport}{' '}
        <Link to={`/import/${id}`} className="text-link">
          {data?.fileName ?? '…'}
        </Link>
      </span>
      <IconButton icon="close" label={text.anyImport} onClick={onShowAll} />
    </p>
  )
}
