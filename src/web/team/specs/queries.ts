import { queryOptions } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { useApi } from '../../shell/session.tsx'
import { lookOf } from '../../ui/states.ts'
import { useChange, useDeed } from '../parts/deeds.ts'

type SpecApi = Api['specs'][':id']
export type SpecRow = InferResponseType<Api['specs']['$get'], 200>['rows'][number]
export type SpecDetail = InferResponseType<SpecApi['$get'], 200>
export type SpecChanges = InferRequestType<SpecApi['$patch']>['json']
export type NewSpec = InferRequestType<Api['specs']['$post']>['json']
export type SpecMove = InferRequestType<SpecApi['state']['$put']>['json']
export type NewStory = InferRequestType<SpecApi['stories']['$post']>['json']
export type Story = SpecDetail['stories'][number]
export type Question = SpecDetail['questions'][number]

export const specQueries = {
  list: (api: Api) => queryOptions({ queryKey: ['specs'], queryFn: () => read(api.specs.$get({ query: {} })) }),
  one: (api: Api, id: string) => queryOptions({ queryKey: ['specs', id], queryFn: () => read(api.specs[':id'].$get({ param: { id } })) }),
}

const spec = { kind: 'spec' } as const

export function useAddSpec() {
  const api = useApi()
  return useDeed(spec, { deed: (json: NewSpec) => read(api.specs.$post({ json })), quiet: true })
}

export function useChangeSpec(id: string) {
  const api = useApi()
  return useChange<SpecChanges>({ kind: 'spec', key: id }, (json, version) =>
    read(api.specs[':id'].$patch({ param: { id }, json }, version)),
  )
}

export function useMoveSpec(id: string, { quiet }: { quiet?: boolean } = {}) {
  const api = useApi()
  return useDeed(spec, {
    deed: (json: SpecMove) => read(api.specs[':id'].state.$put({ param: { id }, json })),
    said: ({ state }) => `${id} is ${lookOf(state).word} now`,
    quiet,
  })
}

export function useSaveStory(specKey: string, story?: Story) {
  const api = useApi()
  const headers = { headers: { 'if-match': String(story?.version) } }
  return useDeed(spec, {
    deed: (json: NewStory): Promise<unknown> =>
      story
        ? read(api.stories[':id'].$patch({ param: { id: story.key }, json }, headers))
        : read(api.specs[':id'].stories.$post({ param: { id: specKey }, json })),
    said: () => (story ? `${story.key} changed` : 'Story added'),
    quiet: true,
  })
}

export function useArchiveStory({ key }: Story) {
  const api = useApi()
  return useDeed(spec, {
    deed: () => read(api.stories[':id'].$delete({ param: { id: key } })),
    said: () => `${key} archived`,
  })
}

export function useAskQuestion(id: string) {
  const api = useApi()
  return useDeed(spec, { deed: (question: string) => read(api.specs[':id'].questions.$post({ param: { id }, json: { question } })) })
}

export function useAnswerQuestion({ id }: Question) {
  const api = useApi()
  return useDeed(spec, {
    deed: (answer: string) => read(api.specs.questions[':questionId'].answer.$put({ param: { questionId: id }, json: { answer } })),
  })
}
