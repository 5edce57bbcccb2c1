import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import type { Answers } from '#domain/learn/quiz.ts'
import { makeStaleEverywhere } from '../shell/query-client.ts'
import { useApi } from '../shell/session.tsx'

export type LessonPlace = { courseId: string; lessonId: string }
type CourseApi = Api['courses'][':courseId']
type LessonApi = CourseApi['lessons'][':lessonId']
export type CourseCard = InferResponseType<Api['courses']['$get'], 200>['rows'][number]
export type CourseDetail = InferResponseType<CourseApi['$get'], 200>
export type LessonDetail = InferResponseType<LessonApi['$get'], 200>
export type AskedQuestion = Extract<LessonDetail['parts'][number], { question: unknown }>['question']
export type Mark = InferResponseType<LessonApi['quiz-attempts']['$post'], 201>['marks'][number]
export type PracticeStanding = InferResponseType<LessonApi['practice-standing']['$get'], 200>
export type CriterionResult = PracticeStanding['criteria'][number]
export type Recall = NonNullable<LessonDetail['recall']>

const courseApi = (api: Api) => api.courses[':courseId']
const lessonApi = (api: Api) => courseApi(api).lessons[':lessonId']

const standingKey = ({ courseId, lessonId }: LessonPlace) => ['practice-standing', courseId, lessonId]

/** Keys begin with `courses`, so that one thing done makes everything of Learn stale. */
export const learnQueries = {
  all: ['courses'] as const,
  list: (api: Api) => queryOptions({ queryKey: ['courses'], queryFn: () => read(api.courses.$get()) }),
  course: (api: Api, courseId: string) =>
    queryOptions({ queryKey: ['courses', courseId], queryFn: () => read(courseApi(api).$get({ param: { courseId } })) }),
  learners: (api: Api, courseId: string) =>
    queryOptions({
      queryKey: ['courses', courseId, 'learners'],
      queryFn: () => read(courseApi(api).learners.$get({ param: { courseId } })),
    }),
  lesson: (api: Api, place: LessonPlace) =>
    queryOptions({
      queryKey: ['courses', place.courseId, 'lessons', place.lessonId],
      queryFn: () => read(lessonApi(api).$get({ param: place })),
    }),
  hint: (api: Api, place: LessonPlace, number: number) =>
    queryOptions({
      queryKey: ['hints', place.lessonId, number],
      queryFn: () => read(lessonApi(api).hints[':number'].$get({ param: { ...place, number: String(number) } })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  /** How a practice stands now: asked again when a record of these kinds changes, and when somebody comes back from where they did it. */
  practiceStanding: (api: Api, place: LessonPlace, kinds: readonly string[]) =>
    queryOptions({
      queryKey: standingKey(place),
      queryFn: () => read(lessonApi(api)['practice-standing'].$get({ param: place })),
      staleTime: 0,
      meta: { staleWith: kinds },
    }),
  moduleTest: (api: Api, param: { courseId: string; moduleId: string }) =>
    queryOptions({
      queryKey: ['module-tests', param.courseId, param.moduleId],
      queryFn: () => read(courseApi(api).modules[':moduleId'].test.$get({ param })),
    }),
  sandbox: (api: Api) => queryOptions({ queryKey: ['sandbox'], queryFn: () => read(api.sandbox.$get()) }),
}

function useLearnMutation<In, Out>(mutationFn: (given: In) => Promise<Out>) {
  return useMutation({ mutationFn, onSuccess: () => Promise.all([makeStaleEverywhere(learnQueries.all), makeStaleEverywhere(['me'])]) })
}

export function useMarkRead(param: LessonPlace) {
  const api = useApi()
  return useLearnMutation((by: 'end' | 'mark') => read(lessonApi(api).reading.$put({ param, json: { by } })))
}

export function useAnswerQuiz(param: LessonPlace) {
  const api = useApi()
  return useLearnMutation((answers: Answers) => read(lessonApi(api)['quiz-attempts'].$post({ param, json: { answers } })))
}

export function useAnswerModuleTest(param: { courseId: string; moduleId: string }) {
  const api = useApi()
  return useLearnMutation((answers: Answers) => read(courseApi(api).modules[':moduleId'].test.$post({ param, json: { answers } })))
}

export function useAnswerRecall(param: { courseId: string; moduleId: string }) {
  const api = useApi()
  return useMutation({
    mutationFn: (answers: Answers) => read(courseApi(api).modules[':moduleId']['recall-answers'].$post({ param, json: { answers } })),
  })
}

export function useCheckPractice(param: LessonPlace) {
  const api = useApi()
  const cache = useQueryClient()
  return useLearnMutation(async () => {
    const checked = await read(lessonApi(api)['practice-checks'].$post({ param }))
    cache.setQueryData(standingKey(param), checked)
    return checked
  })
}

export function useReflect(param: LessonPlace) {
  const api = useApi()
  return useLearnMutation((text: string) => read(lessonApi(api).reflection.$put({ param, json: { text } })))
}

/** Remembered in the background: nothing on the page waits for it, and a failure says nothing. */
export function rememberVisit(api: Api, param: LessonPlace, anchor: string | null) {
  lessonApi(api)
    .visit.$put({ param, json: { anchor } })
    .catch(() => undefined)
}

export function useMakeSandbox() {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async () => (await read(api.sandbox.$put())).sandbox,
    onSuccess: () =>
      Promise.all([cache.invalidateQueries({ queryKey: ['sandbox'] }), cache.invalidateQueries({ queryKey: ['workspaces'] })]),
  })
}

export function useFreshStart() {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({ mutationFn: () => read(api.sandbox['fresh-starts'].$post()), onSuccess: () => cache.invalidateQueries() })
}
