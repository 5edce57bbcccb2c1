import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { useApi } from '../shell/session.tsx'
import { useGo } from '../ui/link.tsx'
import { saveFile } from '../ui/save-file.ts'

type ImportApi = Api['imports'][':id']
export type ShownImport = InferResponseType<ImportApi['$get'], 200>
export type ImportPreview = InferResponseType<ImportApi['preview']['$get'], 200>
export type ImportChange = InferRequestType<ImportApi['$patch']>['json']

const byId = (id: string) => ({ param: { id } })
const whileRunning = 700

export const importQueries = {
  all: (api: Api) => queryOptions({ queryKey: ['imports'], queryFn: () => read(api.imports.$get()) }),
  one: (api: Api, id: string) =>
    queryOptions({
      queryKey: ['imports', id],
      queryFn: () => read(api.imports[':id'].$get(byId(id))),
      refetchInterval: (query) => (query.state.data?.state === 'running' ? whileRunning : false),
    }),
  preview: (api: Api, id: string) =>
    queryOptions({ queryKey: ['imports', id, 'preview'], queryFn: () => read(api.imports[':id'].preview.$get(byId(id))) }),
  rejections: (api: Api, { id, rejected }: Pick<ShownImport, 'id' | 'rejected'>) =>
    queryOptions({ queryKey: ['imports', id, 'rejections', rejected], queryFn: () => read(api.imports[':id'].rejections.$get(byId(id))) }),
}

/** Keeps an answer that holds an import and its preview where the page looks for them. */
function useKeep() {
  const cache = useQueryClient()
  return ({ preview, ...shown }: ShownImport & { preview: ImportPreview }) => {
    cache.setQueryData(['imports', shown.id], shown)
    cache.setQueryData(['imports', shown.id, 'preview'], preview)
    void cache.invalidateQueries({ queryKey: ['imports'], exact: true })
  }
}

export function useUpload() {
  const api = useApi()
  const keep = useKeep()
  const go = useGo()
  return useMutation({
    mutationFn: ({ name, body }: { name: string; body: Blob }) => read(api.imports.$post({ query: { name } }, { init: { body } })),
    onSuccess: (uploaded) => {
      keep(uploaded)
      go(`/import/${uploaded.id}`)
    },
    meta: { quiet: true },
  })
}

export function useCorrect(id: string) {
  const api = useApi()
  const keep = useKeep()
  return useMutation({ mutationFn: (json: ImportChange) => read(api.imports[':id'].$patch({ ...byId(id), json })), onSuccess: keep })
}

export function useStart(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => read(api.imports[':id'].start.$post(byId(id))),
    onSuccess: (started) => cache.setQueryData(['imports', id], started),
  })
}

/** Undoes an import, or throws away one that was not started. */
export function useTakeBack(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  // Not waited for: with the new state the button that asked is gone, and what it has to say would go with it.
  const refresh = () => void cache.invalidateQueries()
  return useMutation({ mutationFn: () => read(api.imports[':id'].$delete(byId(id))), onSuccess: refresh })
}

export const downloadRejected = (api: Api, { id, fileName }: Pick<ShownImport, 'id' | 'fileName'>) =>
  saveFile(api.imports[':id']['rejections.csv'].$get(byId(id)), `rejected-${fileName}.csv`)
