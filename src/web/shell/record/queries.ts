import { queryOptions } from '@tanstack/react-query'
import { type Api, read } from '#client/api.ts'

/** What every record has. Keys begin with `chain`, `comments` and `activities`, which the live stream makes stale. */
export const recordQueries = {
  chain: (api: Api, key: string) =>
    queryOptions({ queryKey: ['chain', key], queryFn: () => read(api.chain[':key'].$get({ param: { key } })) }),
  evidence: (api: Api, key: string) =>
    queryOptions({ queryKey: ['chain', key, 'evidence'], queryFn: () => read(api.chain[':key'].evidence.$get({ param: { key } })) }),
  comments: (api: Api, about: string) =>
    queryOptions({ queryKey: ['comments', about], queryFn: () => read(api.comments.$get({ query: { about } })) }),
  history: (api: Api, about: string) =>
    queryOptions({ queryKey: ['activities', about], queryFn: () => read(api.activities.$get({ query: { about } })) }),
}
