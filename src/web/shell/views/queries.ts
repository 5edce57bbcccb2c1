import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { type SavedList, type ViewState, viewParts } from '#domain/view-parts.ts'
import { complain, say } from '../../ui/toast.ts'
import { useApi } from '../session.tsx'
import { viewsText as text } from './text.ts'

type ViewApi = Api['saved-views'][':id']
export type SavedView = InferResponseType<Api['saved-views']['$get'], 200>['rows'][number]
export type NewView = InferRequestType<Api['saved-views']['$post']>['json']
type ViewChanges = InferRequestType<ViewApi['$patch']>['json']

export const savedViewQuery = (api: Api) =>
  queryOptions({ queryKey: ['saved-views'], queryFn: () => read(api['saved-views'].$get()), staleTime: 60_000 })

/** The address that opens a list as it was saved. */
export function hrefOfView({ id, list, state }: { id?: string; list: SavedList; state: ViewState }) {
  const parts = viewParts[list].flatMap((part) => (state[part] === undefined ? [] : [[part, state[part]]]))
  const query = new URLSearchParams([...parts, ...(id ? [['view', id]] : [])]).toString()
  return `/${list}${query && `?${query}`}`
}

function useRefresh() {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: ['saved-views'] })
}

export function useSaveView() {
  const api = useApi()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (json: NewView) => read(api['saved-views'].$post({ json })),
    meta: { quiet: true },
    onSuccess: ({ id, name }) => {
      const undo = () => read(api['saved-views'][':id'].$delete({ param: { id } })).then(refresh)
      say({ text: text.saved(name), undo })
      return refresh()
    },
  })
}

type Change = { view: SavedView; changes: ViewChanges; said: string }

/** Shown at once. Undo says what the view was before, which everybody may do to their own views, readers too. */
export function useChangeView() {
  const api = useApi()
  const cache = useQueryClient()
  const refresh = useRefresh()
  const { queryKey } = savedViewQuery(api)
  const send = ({ id }: SavedView, json: ViewChanges, version: number) =>
    read(api['saved-views'][':id'].$patch({ param: { id }, json }, { headers: { 'if-match': String(version) } }))
  const undo = ({ view: { name, state, shared }, changes, view }: Change, version: number) => {
    const before = Object.fromEntries(Object.entries({ name, state, shared }).filter(([part]) => part in changes))
    return send(view, before, version).then(refresh).catch(complain)
  }
  return useMutation({
    mutationFn: ({ view, changes }: Change) => send(view, changes, view.version),
    meta: { quiet: true },
    onMutate: ({ view, changes }) =>
      cache.setQueryData(queryKey, (list) => list && { rows: list.rows.map((one) => (one.id === view.id ? { ...one, ...changes } : one)) }),
    onSuccess: ({ version }, change) => {
      if (version !== change.view.version) say({ text: change.said, undo: () => undo(change, version) })
    },
    onSettled: refresh,
  })
}

export function useArchiveView() {
  const api = useApi()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id }: SavedView) => read(api['saved-views'][':id'].$delete({ param: { id } })),
    onSuccess: (_answer, { id, name }) => {
      const undo = () => read(api['saved-views'][':id'].restoration.$post({ param: { id } })).then(refresh)
      say({ text: text.archived(name), undo })
      return refresh()
    },
  })
}
