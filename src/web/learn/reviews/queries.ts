import { queryOptions, useMutation } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { makeStaleEverywhere } from '../../shell/query-client.ts'
import { useApi } from '../../shell/session.tsx'
import { type LessonDetail, type LessonPlace, learnQueries } from '../queries.ts'

type ReviewApi = Api['learning']['reviews'][':handInId']
type HandInApi = Api['courses'][':courseId']['lessons'][':lessonId']['hand-ins']
export type LessonReview = NonNullable<LessonDetail['review']>
export type OwnHandIn = LessonReview['handIns'][number]
export type GivenReview = NonNullable<OwnHandIn['review']>
export type HandIn = InferResponseType<ReviewApi['$get'], 200>
export type HandingIn = InferRequestType<HandInApi['$post']>['json']
export type Answering = InferRequestType<ReviewApi['answer']['$put']>['json']
export type WaitingReview = InferResponseType<Api['learning']['reviews']['$get'], 200>['rows'][number]

export const reviewQueries = {
  waiting: (api: Api) => queryOptions({ queryKey: ['courses', 'reviews'], queryFn: () => read(api.learning.reviews.$get()) }),
  handIn: (api: Api, handInId: string) =>
    queryOptions({
      queryKey: ['courses', 'reviews', handInId],
      queryFn: () => read(api.learning.reviews[':handInId'].$get({ param: { handInId } })),
    }),
}

function useReviewChange<In, Out>(mutationFn: (given: In) => Promise<Out>) {
  const names = [learnQueries.all, ['me'], ['today']]
  return useMutation({ mutationFn, meta: { quiet: true }, onSuccess: () => Promise.all(names.map(makeStaleEverywhere)) })
}

export function useHandIn(param: LessonPlace) {
  const api = useApi()
  return useReviewChange((json: HandingIn) => read(api.courses[':courseId'].lessons[':lessonId']['hand-ins'].$post({ param, json })))
}

export function useAnswerHandIn(handInId: string) {
  const api = useApi()
  return useReviewChange((json: Answering) => read(api.learning.reviews[':handInId'].answer.$put({ param: { handInId }, json })))
}
