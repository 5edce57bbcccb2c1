import { useState } from 'react'
import type { FeedbackRow } from './queries.ts'

/** The lines that were ticked; what has left the list is not selected any more. */
export function useSelection(rows: FeedbackRow[]) {
  const [ids, setIds] = useState<Set<string>>(new Set())
  const chosen = rows.filter(({ id }) => ids.has(id))
  const add = (more: string[]) => setIds((before) => new Set([...before, ...more]))

  function toggle(id: string) {
    setIds((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }
  return { ids: new Set(chosen.map(({ id }) => id)), chosen, add, toggle, clear: () => setIds(new Set()) }
}
