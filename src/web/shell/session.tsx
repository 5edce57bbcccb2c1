import { QueryClientProvider, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { type Api, createApi, createPublicApi, read } from '#client/api.ts'
import { isAtLeast } from '#domain/member.ts'
import { queryClientOf } from './query-client.ts'
import { send } from './send.ts'

const apis = new Map<string, Api>()

/** The typed client of one workspace. One object a workspace, so that it can stand in the dependencies of hooks. */
export function apiOf(workspace: string) {
  const api = apis.get(workspace) ?? createApi(location.origin, { headers: { 'x-workspace': workspace }, fetch: send })
  apis.set(workspace, api)
  return api
}

export const publicApi = createPublicApi(location.origin, { fetch: send })

export const sessionQueries = {
  me: (workspace: string) => queryOptions({ queryKey: ['me', workspace], queryFn: () => read(apiOf(workspace).me.$get()) }),
  workspaces: queryOptions({ queryKey: ['workspaces'], queryFn: () => read(publicApi.workspaces.$get()) }),
  setup: queryOptions({ queryKey: ['setup'], queryFn: () => read(publicApi.setup.$get()) }),
}

const Workspace = createContext<{ slug: string; api: Api } | null>(null)

export function WorkspaceProvider({ slug, children }: { slug: string; children: ReactNode }) {
  const here = useMemo(() => ({ slug, api: apiOf(slug) }), [slug])
  return (
    <Workspace value={here}>
      <QueryClientProvider client={queryClientOf(slug)}>{children}</QueryClientProvider>
    </Workspace>
  )
}

function useHere() {
  const here = use(Workspace)
  if (!here) throw new Error('This stands outside a workspace.')
  return here
}

/** The typed client of the workspace that is open. */
export const useApi = () => useHere().api

export const useWorkspaceSlug = () => useHere().slug

/** Who is signed in, where, and the counts beside the rooms. */
export const useMe = () => useSuspenseQuery(sessionQueries.me(useHere().slug)).data

/** Whether the reader may write the records of the chain; buttons that would be refused are not shown. */
export const useMayMake = () => isAtLeast(useMe().member, 'maker')
export const useMayContribute = () => isAtLeast(useMe().member, 'contributor')
export const useMayAdminister = () => isAtLeast(useMe().member, 'admin')
