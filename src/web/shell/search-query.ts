import { queryOptions } from '@tanstack/react-query'
import { type Api, read } from '#client/api.ts'
import type { FoundRecord } from './search.ts'

/** Records of every kind by words or key. */
export const searchQuery = (api: Api, q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: async (): Promise<FoundRecord[]> => (await read(api.search.$get({ query: { q } }))).rows,
    staleTime: 10_000,
  })
