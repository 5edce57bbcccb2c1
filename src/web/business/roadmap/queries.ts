import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, read } from '#client/api.ts'
import { useApi } from '../../shell/session.tsx'
import { say } from '../../ui/toast.ts'
import { type BetRow, betQueries } from '../bets/queries.ts'
import { type Place, placeOf, withPlace } from './board.ts'

export const changesQuery = (api: Api, since: string) =>
  queryOptions({ queryKey: ['roadmap', 'changes', since], queryFn: () => read(api.roadmap.changes.$get({ query: { since } })) })

type Placing = { bet: BetRow; place: Place }

/** Moves a card at once; the server is told meanwhile, and Undo moves it back. Quick moves are told one after the other, as they were made. */
export function usePlaceBet() {
  const api = useApi()
  const cache = useQueryClient()
  const { queryKey } = betQueries.list(api)
  const rows = () => cache.getQueryData(queryKey)?.rows ?? []
  const show = (id: string, place: Place) =>
    cache.setQueryData(queryKey, (list) => list && { ...list, rows: withPlace(list.rows, id, place) })

  const mutation = useMutation({
    scope: { id: 'roadmap' },
    mutationKey: ['place'],
    mutationFn: ({ bet, place }: Placing) => read(api.bets[':id'].place.$put({ param: { id: bet.id }, json: place })),
    onSettled: () => {
      if (cache.isMutating({ mutationKey: ['place'] }) > 1) return
      return Promise.all([cache.invalidateQueries({ queryKey: ['bets'] }), cache.invalidateQueries({ queryKey: ['roadmap'] })])
    },
  })

  function place(bet: BetRow, next: Place, { quiet = false } = {}) {
    const before = placeOf(rows(), bet.id)
    void cache.cancelQueries({ queryKey })
    show(bet.id, next)
    mutation.mutate({ bet, place: next })
    if (!quiet) say({ text: `${bet.key} moved`, undo: () => place(bet, before, { quiet: true }) })
  }
  return place
}
