import { useMutation, useQueryClient } from '@tanstack/react-query'
import { say } from '../../ui/toast.ts'
import { useApi } from '../session.tsx'
import { takeBackOf } from './take-back.ts'

type Together<Row, Given> = {
  deed: (row: Row, given: Given) => Promise<unknown>
  said: (count: number, given: Given) => string
  /** Of the queries that show these records; the chain, the journal and the counts are asked again anyway. */
  room: string
}

/** The same done to several records, one after the other. One Undo takes back all of it, also when one of them was refused on the way. */
export function useTogether<Row, Given>({ deed, said, room }: Together<Row, Given>) {
  const api = useApi()
  const cache = useQueryClient()
  const refresh = () =>
    Promise.all([room, 'chain', 'activities', 'today', 'me', 'roadmap'].map((name) => cache.invalidateQueries({ queryKey: [name] })))
  async function undo(answers: unknown[]) {
    for (const answer of answers.toReversed()) await takeBackOf(api, answer)?.()
    await refresh()
  }
  async function doAll({ rows, given }: { rows: Row[]; given: Given }) {
    const answers: unknown[] = []
    try {
      for (const row of rows) answers.push(await deed(row, given))
    } finally {
      if (answers.length > 0) say({ text: said(answers.length, given), undo: () => undo(answers) })
    }
  }
  return useMutation({ mutationFn: doAll, onSettled: refresh })
}
