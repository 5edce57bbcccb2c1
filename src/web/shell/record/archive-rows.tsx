import { useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '#client/api.ts'
import { Button } from '../../ui/button.tsx'
import { countOf } from '../../ui/format.ts'
import { say } from '../../ui/toast.ts'
import { useApi } from '../session.tsx'

type ArchiveRowsProps = {
  kind: 'problem' | 'account' | 'metric' | 'spec' | 'decision' | 'launch'
  /** The plural, under which the room keeps its records. */
  room: string
  rows: { id: string }[]
  onDone: () => void
}

/** For the bar of a list: archives all that is selected, and Undo restores it. */
export function ArchiveRows({ kind, room, rows, onDone }: ArchiveRowsProps) {
  const api = useApi()
  const cache = useQueryClient()
  const refresh = () =>
    Promise.all([room, 'chain', 'activities', 'today', 'me'].map((name) => cache.invalidateQueries({ queryKey: [name] })))
  async function restore(ids: string[]) {
    for (const id of ids) await read(api.records[':kind'][':id'].restoration.$post({ param: { kind, id } }))
    await refresh()
  }
  async function archive() {
    const done: string[] = []
    try {
      for (const { id } of rows) {
        await read(api.records[':kind'][':id'].$delete({ param: { kind, id } }))
        done.push(id)
      }
    } finally {
      // Also when one of them was refused: what was archived before it can be taken back.
      if (done.length > 0) say({ text: `${countOf(done.length, kind, room)} archived`, undo: () => restore(done) })
    }
  }
  const archiving = useMutation({ mutationFn: archive, onSuccess: onDone, onSettled: refresh })
  return (
    <Button size="small" icon="archive" busy={archiving.isPending} onClick={() => archiving.mutate()}>
      Archive
    </Button>
  )
}
