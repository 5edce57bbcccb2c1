import { MutationCache, QueryClient } from '@tanstack/react-query'
import { Refused } from '#client/api.ts'
import { text } from '../text.ts'
import { complain } from '../ui/toast.ts'

const FRESH_MS = 15_000

const isRefusal = (error: unknown) => error instanceof Refused && error.status < 500

/** A lost connection speaks in the browser's words; people get ours. */
export function sentenceOf(error: unknown) {
  if (error instanceof TypeError) return text.problems.network
  return error instanceof Error ? error.message : text.problems.broken
}

/** A mutation that shows its own errors (a form with fields) says `meta: { quiet: true }`; all others complain in a toast. */
const makeClient = () =>
  new QueryClient({
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: (count, error) => !isRefusal(error) && count < 2 } },
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.quiet) complain(new Error(sentenceOf(error)))
      },
    }),
  })

/** What is asked outside any workspace. */
export const queryClient = makeClient()

const clients = new Map<string, QueryClient>()

/** Each workspace remembers for itself, so that `['bets']` of one never shows in another. */
export function queryClientOf(workspace: string) {
  const client = clients.get(workspace) ?? makeClient()
  clients.set(workspace, client)
  return client
}

/** For what belongs to the person and not to one workspace, like what they have learned. */
export const makeStaleEverywhere = (queryKey: readonly string[]) =>
  Promise.all([...clients.values()].map((client) => client.invalidateQueries({ queryKey })))

/** Whether a change is on its way or waits for the one before it: leaving the page now could lose it. */
export const isChanging = () => [queryClient, ...clients.values()].some((client) => client.isMutating() > 0)

/** Leaves nothing of the person behind in the browser's memory. */
export function forgetAll() {
  for (const client of [queryClient, ...clients.values()]) client.clear()
  clients.clear()
}
