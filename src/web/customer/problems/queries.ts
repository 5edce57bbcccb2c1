import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { sayChange } from '../../shell/record/take-back.ts'
import { useApi } from '../../shell/session.tsx'
import { say } from '../../ui/toast.ts'

type ProblemApi = Api['problems'][':id']
export type ProblemRow = InferResponseType<Api['problems']['$get'], 200>['rows'][number]
export type ProblemDetail = InferResponseType<ProblemApi['$get'], 200>
export type ProblemChanges = InferRequestType<ProblemApi['$patch']>['json']
export type ProblemMove = InferRequestType<ProblemApi['state']['$put']>['json']
export type NewProblem = InferRequestType<Api['problems']['$post']>['json']

export const problemQueries = {
  list: (api: Api) => queryOptions({ queryKey: ['problems'], queryFn: () => read(api.problems.$get({ query: {} })) }),
  one: (api: Api, id: string) =>
    queryOptions({ queryKey: ['problems', id], queryFn: () => read(api.problems[':id'].$get({ param: { id } })) }),
}

const refreshProblems = (cache: QueryClient) =>
  Promise.all(['problems', 'chain', 'activities', 'me'].map((name) => cache.invalidateQueries({ queryKey: [name] })))

function useProblemDeed<Given>({ deed, said }: { deed: (given: Given) => Promise<unknown>; said: (given: Given) => string }) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: (answer, given) => sayChange(api, { text: said(given), answer, refresh: () => refreshProblems(cache) }),
    onSettled: () => refreshProblems(cache),
  })
}

/** Changes a problem: the page shows it at once, and goes back when the server refuses. */
export function useChangeProblem(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  const { queryKey } = problemQueries.one(api, id)
  const deed = (json: ProblemChanges) => read(api.problems[':id'].$patch({ param: { id }, json }))
  const change = useProblemDeed({ deed, said: () => `${id} changed` })
  return ({ parent, ...changes }: ProblemChanges) => {
    const before = cache.getQueryData(queryKey)
    cache.setQueryData(queryKey, (problem) => problem && ({ ...problem, ...changes } as ProblemDetail))
    change.mutate({ ...changes, ...(parent === undefined ? {} : { parent }) }, { onError: () => cache.setQueryData(queryKey, before) })
  }
}

export function useMoveProblem(id: string) {
  const api = useApi()
  return useProblemDeed({
    deed: (json: ProblemMove) => read(api.problems[':id'].state.$put({ param: { id }, json })),
    said: ({ state }) => `${id} is ${state} now`,
  })
}

export function useArchiveProblem({ id, key }: { id: string; key: string }) {
  const api = useApi()
  const cache = useQueryClient()
  const param = { kind: 'problem', id }
  return useMutation({
    mutationFn: () => read(api.records[':kind'][':id'].$delete({ param })),
    onSuccess: () => {
      const undo = async () => {
        await read(api.records[':kind'][':id'].restoration.$post({ param }))
        await refreshProblems(cache)
      }
      say({ text: `${key} is archived`, undo })
      return refreshProblems(cache)
    },
  })
}

export function useAddProblem() {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (json: NewProblem) => read(api.problems.$post({ json })),
    meta: { quiet: true },
    onSuccess: ({ key }) => {
      say({ text: `${key} added` })
      return refreshProblems(cache)
    },
  })
}
