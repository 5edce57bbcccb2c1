import { read } from '#client/api.ts'
import { BulkAction } from '../../ui/bulk.tsx'
import { countOf } from '../../ui/format.ts'
import { useApi } from '../session.tsx'
import { useTogether } from './together.ts'

type ArchiveRowsProps = {
  kind: 'problem' | 'account' | 'contact' | 'metric' | 'bet' | 'spec' | 'decision' | 'launch'
  /** The plural, under which the room keeps its records. */
  room: string
  rows: { id: string }[]
  onDone: () => void
}

/** For the bar of a list: archives all that is selected, and Undo restores it. */
export function ArchiveRows({ kind, room, rows, onDone }: ArchiveRowsProps) {
  const api = useApi()
  const archiving = useTogether<{ id: string }, void>({
    room,
    deed: ({ id }) => read(api.records[':kind'][':id'].$delete({ param: { kind, id } })),
    said: (count) => `${countOf(count, kind, room)} archived`,
  })
  return (
    <BulkAction
      keys="backspace"
      label={`Archive ${countOf(rows.length, kind, room)}`}
      icon="archive"
      busy={archiving.isPending}
      run={() => archiving.mutate({ rows, given: undefined }, { onSuccess: onDone })}
    >
      Archive
    </BulkAction>
  )
}
