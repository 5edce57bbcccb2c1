import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { sayChange } from '../../shell/record/take-back.ts'
import { useApi } from '../../shell/session.tsx'
import { say } from '../../ui/toast.ts'
import { betsText as text } from './text.ts'

type BetApi = Api['bets'][':id']
export type BetRow = InferResponseType<Api['bets']['$get'], 200>['rows'][number]
export type BetDetail = InferResponseType<BetApi['$get'], 200>
export type BetChanges = InferRequestType<BetApi['$patch']>['json']
export type NewBet = InferRequestType<Api['bets']['$post']>['json']
export type BetMove = InferRequestType<BetApi['state']['$put']>['json']

export type ScoresAsked = InferRequestType<Api['bets']['scores']['$get']>['query']
export type BetScores = InferResponseType<Api['bets']['scores']['$get'], 200>
export type BetScore = BetScores['rows'][number]

export const betQueries = {
  list: (api: Api) => queryOptions({ queryKey: ['bets'], queryFn: () => read(api.bets.$get()) }),
  one: (api: Api, id: string) => queryOptions({ queryKey: ['bets', id], queryFn: () => read(api.bets[':id'].$get({ param: { id } })) }),
  /** While other numbers are drawn, the last ones stay. */
  scores: (api: Api, asked: ScoresAsked = {}) =>
    queryOptions({
      queryKey: ['bets', 'scores', asked],
      queryFn: () => read(api.bets.scores.$get({ query: asked })),
      placeholderData: (before) => before,
    }),
}

const refreshBets = (cache: QueryClient) =>
  Promise.all(['bets', 'chain', 'activities', 'roadmap'].map((name) => cache.invalidateQueries({ queryKey: [name] })))

type BetDeed<Given, Answer> = {
  deed: (given: Given) => Promise<Answer>
  said: (given: Given) => string
  /** Deeds of one scope wait for each other. */
  scope?: string
}

/** Something done to one bet: all that shows it is asked again, and a toast says so with Undo. */
function useBetDeed<Given, Answer>({ deed, said, scope }: BetDeed<Given, Answer>) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: deed,
    scope: scope === undefined ? undefined : { id: scope },
    onSuccess: (answer, given) => sayChange(api, { text: said(given), answer, refresh: () => refreshBets(cache) }),
    onSettled: () => refreshBets(cache),
  })
}

/** Deeds to one bet go out one after the other. */
const scopeOf = (id: string) => `bet ${id}`

/** Against the version that is shown when it goes out, so that two people never overwrite each other unseen. */
function useAgainstShown(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  return () => ({ headers: { 'if-match': String(cache.getQueryData(betQueries.one(api, id).queryKey)?.version ?? '*') } })
}

/** Changes a bet: the page shows it at once, and goes back when the server refuses. */
export function useChangeBet(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  const { queryKey } = betQueries.one(api, id)
  const against = useAgainstShown(id)
  async function deed(json: BetChanges) {
    const answer = await read(api.bets[':id'].$patch({ param: { id }, json }, against()))
    cache.setQueryData(queryKey, (bet) => bet && { ...bet, version: answer.version })
    return answer
  }
  const change = useBetDeed({ deed, said: () => `${id} changed`, scope: scopeOf(id) })
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
  const against = useAgainstShown(id)
  return useBetDeed({
    deed: (json: BetMove) => read(api.bets[':id'].state.$put({ param: { id }, json }, against())),
    said: ({ state }) => `${id} is ${state} now`,
    scope: scopeOf(id),
  })
}

/** Launched since a day, today when left out. It is final, so its toast offers no way back. */
export function useLaunchBet(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  const against = useAgainstShown(id)
  return useMutation({
    mutationFn: (launchedOn: string | undefined) =>
      read(
        api.bets[':id'].state.$put(
          { param: { id }, json: { state: 'launched', ...(launchedOn !== undefined && { launchedOn }) } },
          against(),
        ),
      ),
    scope: { id: scopeOf(id) },
    meta: { quiet: true },
    onSuccess: () => say({ text: text.isLaunched(id) }),
    onSettled: () =>
      Promise.all([
        refreshBets(cache),
        cache.invalidateQueries({ queryKey: ['launches'] }),
        cache.invalidateQueries({ queryKey: ['today'] }),
      ]),
  })
}

export function useTieProblem(id: string) {
  const api = useApi()
  return useBetDeed({
    deed: (problem: string) => read(api.bets[':id'].problems.$post({ param: { id }, json: { problem } })),
    said: () => 'Problem tied',
  })
}

export function useUntieProblem(id: string) {
  const api = useApi()
  return useBetDeed({
    deed: (problemId: string) => read(api.bets[':id'].problems[':problemId'].$delete({ param: { id, problemId } })),
    said: () => 'Problem untied',
  })
}

export function useArchiveBet(id: string) {
  const api = useApi()
  return useBetDeed({
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
