import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { read } from '#client/api.ts'
import { sayChange } from '../../shell/record/take-back.ts'
import { useApi } from '../../shell/session.tsx'
import { settingsQueries } from '../../shell/settings/queries.ts'

/** The names under which the records of this hat stand in the cache; the live stream knows them too. */
const rooms = { spec: 'specs', decision: 'decisions', launch: 'launches' } as const
export type TeamKind = keyof typeof rooms
export type About = { kind: TeamKind; key: string }

const keyOfOne = ({ kind, key }: About) => [rooms[kind], key]

const refresh = (cache: QueryClient, kind: TeamKind) =>
  Promise.all([rooms[kind], 'chain', 'activities', 'today'].map((name) => cache.invalidateQueries({ queryKey: [name] })))

type Deed<Given, Answer> = {
  deed: (given: Given) => Promise<Answer>
  said?: (given: Given) => string
  /** The form that asked shows why it was refused. */
  quiet?: boolean
}

/** Something done to a record: all that shows it is asked again, and a toast says so. */
export function useDeed<Given = void, Answer = unknown>({ kind }: Pick<About, 'kind'>, { deed, said, quiet }: Deed<Given, Answer>) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: deed,
    meta: { quiet },
    onSuccess: (answer, given) => said && sayChange(api, { text: said(given), answer, refresh: () => refresh(cache, kind) }),
    onSettled: () => refresh(cache, kind),
  })
}

export type IfMatch = { headers: { 'if-match': string } }
type Send<Changes> = (changes: Changes, version: IfMatch) => Promise<{ version: number }>

/**
 * Changes a record: the page shows it at once and goes back when the server refuses. Changes of one record go out one after the other, each with
 * the version the last one made, so that two people who edit the same list never overwrite each other unseen.
 */
export function useChange<Changes extends object>(about: About, send: Send<Changes>) {
  const api = useApi()
  const cache = useQueryClient()
  const queryKey = keyOfOne(about)
  const { mutate } = useMutation({
    scope: { id: queryKey.join() },
    mutationFn: (changes: Changes) =>
      send(changes, { headers: { 'if-match': String(cache.getQueryData<{ version: number }>(queryKey)?.version ?? '*') } }),
    onMutate: async (changes) => {
      await cache.cancelQueries({ queryKey })
      const before = cache.getQueryData(queryKey)
      cache.setQueryData<object>(queryKey, (record) => record && { ...record, ...shownNow(changes) })
      return { before }
    },
    onError: (_error, _changes, context) => cache.setQueryData(queryKey, context?.before),
    onSuccess: (answer) => {
      cache.setQueryData<object>(queryKey, (record) => record && { ...record, version: answer.version })
      sayChange(api, { text: `${about.key} changed`, answer, refresh: () => refresh(cache, about.kind) })
    },
    onSettled: () => refresh(cache, about.kind),
  })
  return mutate as (changes: Changes) => void
}

/** References are sent as keys and come back as records: those are shown when the server has answered. */
const shownNow = (changes: object) =>
  Object.fromEntries(Object.entries(changes).filter(([name]) => !['bet', 'spec', 'insightId'].includes(name)))

export function useArchive(about: About) {
  const api = useApi()
  return useDeed(about, {
    deed: () => read(api.records[':kind'][':id'].$delete({ param: { kind: about.kind, id: about.key } })),
    said: () => `${about.key} archived`,
  })
}

export function useMembers() {
  return useQuery(settingsQueries.members(useApi())).data?.rows ?? []
}
