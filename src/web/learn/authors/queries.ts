import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import type { Answers } from '#domain/learn/quiz.ts'
import { useApi } from '../../shell/session.tsx'

type CourseApi = Api['courses'][':courseId']
export type MyAssignment = InferResponseType<Api['learning']['assignments']['$get'], 200>['rows'][number]
export type Assigned = InferResponseType<CourseApi['assignments']['$get'], 200>['rows'][number]
export type Stalls = InferResponseType<CourseApi['stalls']['$get'], 200>
export type LessonStall = Stalls['lessons'][number]
export type OwnCourse = InferResponseType<Api['learning']['own-courses']['$get'], 200>['rows'][number]
export type Fault = OwnCourse['faults'][number]
export type Preview = InferResponseType<CourseApi['preview']['$get'], 200>
export type PreviewedLesson = InferResponseType<CourseApi['preview']['lessons'][':lessonId']['$get'], 200>
export type PlaceChecked = InferResponseType<CourseApi['preview']['lessons'][':lessonId']['check']['$get'], 200>['places'][number]
export type Deliveries = InferResponseType<Api['learning']['statements']['deliveries']['$get'], 200>

/** How soon an edit of a file shows. */
const WATCH_MS = 1_500

const of = (courseId: string) => ({ param: { courseId } })
type Place = { courseId: string; lessonId: string }

export const authorQueries = {
  mine: (api: Api) => queryOptions({ queryKey: ['courses', 'assignments'], queryFn: () => read(api.learning.assignments.$get()) }),
  assigned: (api: Api, courseId: string) =>
    queryOptions({
      queryKey: ['courses', courseId, 'assignments'],
      queryFn: () => read(api.courses[':courseId'].assignments.$get(of(courseId))),
    }),
  stalls: (api: Api, courseId: string) =>
    queryOptions({ queryKey: ['courses', courseId, 'stalls'], queryFn: () => read(api.courses[':courseId'].stalls.$get(of(courseId))) }),
  own: (api: Api) =>
    queryOptions({
      queryKey: ['own-courses'],
      queryFn: () => read(api.learning['own-courses'].$get()),
      refetchInterval: WATCH_MS,
    }),
  preview: (api: Api, courseId: string) =>
    queryOptions({
      queryKey: ['course-preview', courseId],
      queryFn: () => read(api.courses[':courseId'].preview.$get(of(courseId))),
      refetchInterval: WATCH_MS,
    }),
  /** `mark` stands in the key: when a file changes this is another page. */
  lesson: (api: Api, param: Place, mark: string) =>
    queryOptions({
      queryKey: ['course-preview', param.courseId, param.lessonId, mark],
      queryFn: () => read(api.courses[':courseId'].preview.lessons[':lessonId'].$get({ param })),
    }),
  check: (api: Api, param: Place, mark: string) =>
    queryOptions({
      queryKey: ['course-preview', param.courseId, param.lessonId, mark, 'check'],
      queryFn: () => read(api.courses[':courseId'].preview.lessons[':lessonId'].check.$get({ param })),
      refetchInterval: 2 * WATCH_MS,
    }),
  deliveries: (api: Api) =>
    queryOptions({ queryKey: ['statement-deliveries'], queryFn: () => read(api.learning.statements.deliveries.$get()) }),
}

function useAssigning<In, Out>(mutationFn: (given: In) => Promise<Out>, quiet = false) {
  const cache = useQueryClient()
  return useMutation({ mutationFn, meta: { quiet }, onSuccess: () => cache.invalidateQueries({ queryKey: ['courses'] }) })
}

export function useAssign(courseId: string) {
  const api = useApi()
  return useAssigning(
    (json: { members: string[]; dueOn: string | null }) => read(api.courses[':courseId'].assignments.$put({ ...of(courseId), json })),
    true,
  )
}

export function useWithdraw(courseId: string) {
  const api = useApi()
  return useAssigning((memberId: string) =>
    read(api.courses[':courseId'].assignments[':memberId'].$delete({ param: { courseId, memberId } })),
  )
}

export function useMarkPreviewed(param: Place) {
  const api = useApi()
  return useMutation({
    mutationFn: (answers: Answers) =>
      read(api.courses[':courseId'].preview.lessons[':lessonId']['quiz-answers'].$post({ param, json: { answers } })),
  })
}

export function useRetryDeliveries() {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => read(api.learning.statements.retries.$post()),
    onSuccess: (deliveries) => cache.setQueryData(authorQueries.deliveries(api).queryKey, deliveries),
  })
}
