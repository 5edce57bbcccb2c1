import { infiniteQueryOptions, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { sayChange } from '../../shell/record/take-back.ts'
import { useApi } from '../../shell/session.tsx'
import { say } from '../../ui/toast.ts'

type AccountApi = Api['accounts'][':id']
type ContactApi = Api['contacts'][':id']
export type AccountRow = InferResponseType<Api['accounts']['$get'], 200>['rows'][number]
export type AccountDetail = InferResponseType<AccountApi['$get'], 200>
export type AccountChanges = InferRequestType<AccountApi['$patch']>['json']
export type NewAccount = InferRequestType<Api['accounts']['$post']>['json']
export type ContactRow = InferResponseType<Api['contacts']['$get'], 200>['rows'][number]
export type ContactDetail = InferResponseType<ContactApi['$get'], 200>
export type ContactChanges = InferRequestType<ContactApi['$patch']>['json']
export type NewContact = InferRequestType<Api['contacts']['$post']>['json']

/** Whose feedback: of an account, or of one person. */
export type Whose = { accountId: string } | { contactId: string }

const PAGE = '100'
const LATEST = '20'

export const customerQueries = {
  accounts: (api: Api, q: string) =>
    infiniteQueryOptions({
      queryKey: ['accounts', { q }],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        read(api.accounts.$get({ query: { limit: PAGE, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } })),
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  account: (api: Api, id: string) =>
    queryOptions({ queryKey: ['accounts', id], queryFn: () => read(api.accounts[':id'].$get({ param: { id } })) }),
  contacts: (api: Api, q: string) =>
    queryOptions({
      queryKey: ['contacts', { q }],
      queryFn: () => read(api.contacts.$get({ query: q ? { q } : {} })),
      placeholderData: (before) => before,
    }),
  contact: (api: Api, id: string) =>
    queryOptions({ queryKey: ['contacts', id], queryFn: () => read(api.contacts[':id'].$get({ param: { id } })) }),
  feedback: (api: Api, whose: Whose) =>
    queryOptions({ queryKey: ['feedback', 'of', whose], queryFn: () => read(api.feedback.$get({ query: { ...whose, limit: LATEST } })) }),
}

const refreshCustomers = (cache: QueryClient) =>
  Promise.all(['accounts', 'contacts', 'activities', 'feedback'].map((name) => cache.invalidateQueries({ queryKey: [name] })))

function useSaid() {
  const api = useApi()
  const cache = useQueryClient()
  return (text: string, answer: unknown) => sayChange(api, { text, answer, refresh: () => refreshCustomers(cache) })
}

/** Changes an account; the page shows it at once, and goes back when the server refuses. */
export function useChangeAccount(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  const tell = useSaid()
  const { queryKey } = customerQueries.account(api, id)
  const change = useMutation({
    mutationFn: (json: AccountChanges) => read(api.accounts[':id'].$patch({ param: { id }, json })),
    onSuccess: (answer) => tell(`${answer.name} changed`, answer),
    onSettled: () => refreshCustomers(cache),
  })
  return (changes: AccountChanges) => {
    const before = cache.getQueryData(queryKey)
    cache.setQueryData(queryKey, (account) => account && ({ ...account, ...changes } as AccountDetail))
    change.mutate(changes, { onError: () => cache.setQueryData(queryKey, before) })
  }
}

export function useChangeContact(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  const tell = useSaid()
  const { queryKey } = customerQueries.contact(api, id)
  const change = useMutation({
    mutationFn: (json: ContactChanges) => read(api.contacts[':id'].$patch({ param: { id }, json })),
    onSuccess: (answer) => tell(`${answer.name} changed`, answer),
    onSettled: () => refreshCustomers(cache),
  })
  return (changes: ContactChanges) => {
    const before = cache.getQueryData(queryKey)
    cache.setQueryData(queryKey, (contact) => contact && ({ ...contact, ...changes } as ContactDetail))
    change.mutate(changes, { onError: () => cache.setQueryData(queryKey, before) })
  }
}

export function useAddAccount() {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (json: NewAccount) => read(api.accounts.$post({ json })),
    meta: { quiet: true },
    onSuccess: ({ name }) => {
      say({ text: `${name} added` })
      return refreshCustomers(cache)
    },
  })
}

export function useAddContact() {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (json: NewContact) => read(api.contacts.$post({ json })),
    meta: { quiet: true },
    onSuccess: ({ name }) => {
      say({ text: `${name} added` })
      return refreshCustomers(cache)
    },
  })
}
