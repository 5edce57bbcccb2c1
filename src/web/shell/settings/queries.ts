import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, read } from '#client/api.ts'

export const settingsQueries = {
  members: (api: Api) => queryOptions({ queryKey: ['members'], queryFn: () => read(api.members.$get()) }),
  invitations: (api: Api) => queryOptions({ queryKey: ['members', 'invitations'], queryFn: () => read(api.invitations.$get()) }),
  apiKeys: (api: Api) => queryOptions({ queryKey: ['api-keys'], queryFn: () => read(api['api-keys'].$get()) }),
  captureKeys: (api: Api) => queryOptions({ queryKey: ['capture-keys'], queryFn: () => read(api['capture-keys'].$get()) }),
}

/** A change after which everything under one name is asked again. */
export function useChange<Input, Output>(name: string, change: (input: Input) => Promise<Output>, { quiet = false } = {}) {
  const cache = useQueryClient()
  return useMutation({ mutationFn: change, meta: { quiet }, onSuccess: () => cache.invalidateQueries({ queryKey: [name] }) })
}
