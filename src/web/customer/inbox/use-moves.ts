import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { read } from '#client/api.ts'
import type { FeedbackState } from '#domain/customer/feedback.ts'
import { useApi } from '../../shell/session.tsx'
import { countOf } from '../../ui/format.ts'
import { complain, say } from '../../ui/toast.ts'
import { movedWords } from './text.ts'

type Movable = { id: string; key: string; state: FeedbackState }

/**
 * Moves feedback between the states of the inbox. It leaves the list at once: `stateOf` answers what was just decided, before the server has heard of it,
 * and a list that arrives in between cannot bring it back for a moment.
 */
export function useMoves() {
  const api = useApi()
  const cache = useQueryClient()
  const [decided, setDecided] = useState<Map<string, FeedbackState>>(new Map())
  const decide = (rows: Movable[], state?: FeedbackState) =>
    setDecided((before) => new Map([...before, ...rows.map((row) => [row.id, state ?? row.state] as const)]))
  const stateOf = useCallback(({ id, state }: { id: string; state: FeedbackState }) => decided.get(id) ?? state, [decided])

  const refresh = () =>
    cache.invalidateQueries({ predicate: ({ queryKey }) => ['inbox', 'feedback', 'me', 'suggestions'].includes(String(queryKey[0])) })

  async function send(ids: string[], state: FeedbackState) {
    if (ids.length === 1) await read(api.feedback[':id'].state.$put({ param: { id: ids[0]! }, json: { state } }))
    else await read(api.feedback.states.$put({ json: { ids, state } }))
  }

  async function takeBack(rows: Movable[]) {
    decide(rows)
    for (const state of new Set(rows.map((row) => row.state)))
      await send(
        rows.filter((row) => row.state === state).map(({ id }) => id),
        state,
      )
    await refresh()
  }

  async function move(rows: Movable[], state: FeedbackState) {
    const moving = rows
      .map(({ id, key, state: before }) => ({ id, key, state: decided.get(id) ?? before }))
      .filter((row) => row.state !== state)
    if (moving.length === 0) return
    decide(moving, state)
    const what = moving.length === 1 ? moving[0]!.key : countOf(moving.length, 'piece of feedback', 'pieces of feedback')
    const sent = send(
      moving.map(({ id }) => id),
      state,
    )
    say({ text: `${movedWords[state]}: ${what}`, undo: () => sent.then(() => takeBack(moving)) })
    try {
      await sent
    } catch (error) {
      decide(moving)
      complain(error)
    }
    await refresh()
  }
  return { move, stateOf }
}

export type Moves = ReturnType<typeof useMoves>
