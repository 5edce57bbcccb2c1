import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { takeBackLatest } from '../../shell/record/take-back.ts'
import { useApi } from '../../shell/session.tsx'
import { complain, say } from '../../ui/toast.ts'

type BetApi = Api['bets'][':id']
export type BetRow = InferResponseType<Api['bets']['$get'], 200>['rows'][number]
export type BetDetail = InferResponseType<BetApi['$get'], 200>
export type BetChanges = InferRequestType<BetApi['$patch']>['json']
export type NewBet = InferRequestType<Api['bets']['$post']>['json']
export type BetMove = InferRequestType<BetApi['state']['$put']>['json']

export const betQueries = {
  list: (api: Api) => queryOptions({ queryKey: ['bets'], queryFn: () => read(api.bets.$get()) }),
  one: (api: Api, id: string) => queryOptions({ queryKey: ['bets', id], queryFn: () => read(api.bets[':id'].$get({ param: { id } })) }),
}

const refreshBets = (cache: QueryClient) =>
  Promise.all(['bets', 'chain', 'activities', 'roadmap'].map((name) => cache.invalidateQueries({ queryKey: [name] })))

/** Something done to one bet: all that shows it is asked again, and a toast says so with Undo. */
function useBetDeed<Given>(id: string, { deed, said }: { deed: (given: Given) => Promise<unknown>; said: (given: Given) => string }) {
  const api = useApi()
  const cache = useQueryClient()
  function tell(text: string) {
    const takeBack = takeBackLatest(api, id)
    const undo = () =>
      takeBack()
        .then(() => refreshBets(cache))
        .catch(complain)
    say({ text, undo })
  }
  return useMutation({
    mutationFn: deed,
    onSuccess: (_answer, given) => tell(said(given)),
    onSettled: () => refreshBets(cache),
  })
}

/** Changes a bet: the page shows it at once, and goes back when the server refuses. */
export function useChangeBet(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  const { queryKey } = betQueries.one(api, id)
  const deed = (json: BetChanges) => read(api.bets[':id'].$patch({ param: { id }, json }))
  const change = useBetDeed(id, { deed, said: () => `${id} changed` })
  function showNow({ metric: _metric, ...changes }: BetChanges) {
    const before = cache.getQueryData(queryKey)
    cache.setQueryData(queryKey, (bet) => bet && ({ ...bet, ...changes } as BetDetail))
    return () => cache.setQueryData(queryKey, before)
  }
  return (changes: BetChanges) => {
    const back = showNow(changes)
    change.mutate(changes, { onError: back })
  }
}

export function useMoveBet(id: string) {
  const api = useApi()
  return useBetDeed(id, {
    deed: (json: BetMove) => read(api.bets[':id'].state.$put({ param: { id }, json })),
    said: ({ state }) => `${id} is ${state} now`,
  })
}

export function useTieProblem(id: string) {
  const api = useApi()
  return useBetDeed(id, {
    deed: (problem: string) => read(api.bets[':id'].problems.$post({ param: { id }, json: { problem } })),
    said: () => 'Problem tied',
  })
}

export function useUntieProblem(id: string) {
  const api = useApi()
  return useBetDeed(id, {
    deed: (problemId: string) => read(api.bets[':id'].problems[':problemId'].$delete({ param: { id, problemId } })),
    said: () => 'Problem untied',
  })
}

export function useArchiveBet(id: string) {
  const api = useApi()
  return useBetDeed(id, {
    deed: () => read(api.records[':kind'][':id'].$delete({ param: { kind: 'bet', id } })),
    said: () => `${id} archived`,
  })
}

export function useAddBet() {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (json: NewBet) => read(api.bets.$post({ json })),
    meta: { quiet: true },
    onSuccess: () => refreshBets(cache),
  })
}
