import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import type { Channel } from '#domain/customer/channels.ts'
import type { FeedbackState } from '#domain/customer/feedback.ts'

export type FeedbackRow = InferResponseType<Api['feedback']['$get'], 200>['rows'][number]
export type Feedback = InferResponseType<Api['feedback'][':id']['$get'], 200>
export type Insight = Feedback['insights'][number]
export type Suggestions = InferResponseType<Api['feedback'][':id']['suggestions']['$get'], 200>
export type SuggestedProblem = Suggestions['problems'][number]
export type SimilarFeedback = Suggestions['similar'][number]

/** What the list is narrowed to, as it stands in the URL. */
export type InboxView = { state: FeedbackState | 'all'; channel: Channel | ''; q: string }

const PAGE = '60'
const ONE_MINUTE = 60_000

const asked = ({ state, channel, q }: InboxView) => ({
  limit: PAGE,
  ...(state === 'all' ? {} : { state }),
  ...(channel ? { channel } : {}),
  ...(q.trim() ? { q: q.trim() } : {}),
})

export const inboxQueries = {
  list: (api: Api, view: InboxView) =>
    infiniteQueryOptions({
      queryKey: ['inbox', view],
      initialPageParam: '',
      queryFn: ({ pageParam }) => read(api.feedback.$get({ query: { ...asked(view), ...(pageParam ? { cursor: pageParam } : {}) } })),
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  one: (api: Api, key: string) =>
    queryOptions({ queryKey: ['feedback', key], queryFn: () => read(api.feedback[':id'].$get({ param: { id: key } })) }),
  /** Its own name in the cache: what is suggested should not be asked again with every passage that is tied. */
  suggestions: (api: Api, key: string) =>
    queryOptions({
      queryKey: ['suggestions', key],
      queryFn: () => read(api.feedback[':id'].suggestions.$get({ param: { id: key } })),
      staleTime: ONE_MINUTE,
    }),
}
