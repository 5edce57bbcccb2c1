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
export type InboxView = { state: FeedbackState | 'all'; channel: Channel | ''; rating: string; language: string; q: string; import: string }

/** The list as it is opened: what is still to be read, all of it. */
export const plainView: InboxView = { state: 'new', channel: '', rating: '', language: '', q: '', import: '' }
const parts = Object.keys(plainView) as (keyof InboxView)[]
export const isPlain = (view: InboxView) => parts.every((part) => view[part].trim() === plainView[part])

/** The parts of a view in an address, as far as they say something. */
export const viewInAddress = (address: Record<string, unknown>) =>
  new URLSearchParams([...parts, 'view'].flatMap((part) => (address[part] ? [[part, String(address[part])]] : [])))

const PAGE = '60'
const ONE_MINUTE = 60_000

const asked = ({ state, channel, rating, language, q, import: from }: InboxView) => ({
  limit: PAGE,
  ...(from ? { importId: from } : {}),
  ...(state === 'all' ? {} : { state }),
  ...(channel ? { channel } : {}),
  ...(rating ? { rating } : {}),
  ...(language ? { language } : {}),
  ...(q.trim() ? { q: q.trim() } : {}),
})

export const inboxQueries = {
  list: (api: Api, view: InboxView) =>
    infiniteQueryOptions({
      queryKey: ['inbox', view],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        read(
          api.feedback.$get({
            query: { ...asked(view), ...(isPlain(view) ? {} : { counted: 'true' }), ...(pageParam ? { cursor: pageParam } : {}) },
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  /** Its own name in the cache: all feedback is counted for it, which is too much for every line that leaves the list. */
  facets: (api: Api) => queryOptions({ queryKey: ['facets'], queryFn: () => read(api.feedback.facets.$get()), staleTime: ONE_MINUTE }),
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
