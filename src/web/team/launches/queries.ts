import { queryOptions } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { useApi } from '../../shell/session.tsx'
import { lookOf } from '../../ui/states.ts'
import { useChange, useDeed } from '../parts/deeds.ts'

type LaunchApi = Api['launches'][':id']
export type LaunchRow = InferResponseType<Api['launches']['$get'], 200>['rows'][number]
export type LaunchDetail = InferResponseType<LaunchApi['$get'], 200>
export type LaunchChanges = InferRequestType<LaunchApi['$patch']>['json']
export type NewLaunch = InferRequestType<Api['launches']['$post']>['json']
export type LaunchMove = InferRequestType<LaunchApi['state']['$put']>['json']
export type Stage = LaunchDetail['stages'][number]
export type ChecklistLine = LaunchDetail['checklist'][number]
export type OnChange = ((changes: LaunchChanges) => void) | undefined

export const launchQueries = {
  list: (api: Api) => queryOptions({ queryKey: ['launches'], queryFn: () => read(api.launches.$get()) }),
  one: (api: Api, id: string) =>
    queryOptions({ queryKey: ['launches', id], queryFn: () => read(api.launches[':id'].$get({ param: { id } })) }),
}

const launch = { kind: 'launch' } as const

export function useAddLaunch() {
  const api = useApi()
  return useDeed(launch, { deed: (json: NewLaunch) => read(api.launches.$post({ json })), quiet: true })
}

export function useChangeLaunch(id: string) {
  const api = useApi()
  return useChange<LaunchChanges>({ kind: 'launch', key: id }, (json, version) =>
    read(api.launches[':id'].$patch({ param: { id }, json }, version)),
  )
}

export function useMoveLaunch(id: string, { quiet }: { quiet?: boolean } = {}) {
  const api = useApi()
  return useDeed(launch, {
    deed: (json: LaunchMove) => read(api.launches[':id'].state.$put({ param: { id }, json })),
    said: ({ state }) => `${id} is ${lookOf(state).word} now`,
    quiet,
  })
}

export function useConfirmSpec(id: string) {
  const api = useApi()
  return useDeed(launch, {
    deed: () => read(api.launches[':id']['spec-version'].$put({ param: { id } })),
    said: () => `${id} fits the spec as it is now`,
  })
}
