import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

declare module '@tanstack/react-query' {
  interface Register {
    /** Kinds of record that make a query stale which is not named after one of them. */
    queryMeta: { staleWith?: readonly string[] }
  }
}

type Happened = { what: string; aboutKind: string; aboutId: string | null; aboutKey: string | null; memberId: string | null }

/** Lists that show a kind of record under another name, or count it. */
const alsoStale: Record<string, string[]> = {
  feedback: ['inbox', 'problems', 'me'],
  insight: ['feedback', 'problems', 'inbox'],
  problem: ['problems', 'me'],
  'success-plan': ['bets', 'verdicts'],
  verdict: ['verdicts', 'bets', 'me'],
  comment: ['comments'],
  account: ['customers', 'accounts'],
  contact: ['customers', 'contacts'],
  import: ['imports'],
  launch: ['launches'],
  story: ['specs'],
  forecast: ['decisions'],
  workspace: ['me', 'workspaces'],
  member: ['me', 'members', 'courses', 'today'],
}
const GATHER_MS = 250
/** A server that restarts is back before anybody needs to know. */
const PATIENCE_MS = 4000

/** Everything that may have changed: query keys start with the plural of a kind, as `bets` does; today and the chain show all kinds. */
export function staleAfter({ aboutKind }: Pick<Happened, 'aboutKind'>) {
  return [`${aboutKind}s`, aboutKind, ...(alsoStale[aboutKind] ?? []), 'today', 'chain', 'activities', 'comments', 'roadmap', 'me']
}

function invalidate(cache: QueryClient, names: Set<string>) {
  void cache.invalidateQueries({
    predicate: ({ queryKey, meta }) => names.has(String(queryKey[0])) || Boolean(meta?.staleWith?.some((kind) => names.has(kind))),
  })
}

/** Follows the journal of the workspace and makes what it shows stale. Answers whether the connection stands. */
export function useLive(workspace: string) {
  const cache = useQueryClient()
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    const names = new Set<string>()
    let gathering: ReturnType<typeof setTimeout> | undefined
    const source = new EventSource(`/api/v1/live?workspace=${encodeURIComponent(workspace)}`)
    const flush = () => {
      gathering = undefined
      invalidate(cache, new Set(names))
      names.clear()
    }
    let losing: ReturnType<typeof setTimeout> | undefined
    source.onopen = () => {
      clearTimeout(losing)
      losing = undefined
      setConnected(true)
    }
    source.onerror = () => {
      losing ??= setTimeout(() => setConnected(false), PATIENCE_MS)
    }
    source.onmessage = ({ data }) => {
      for (const name of staleAfter(JSON.parse(data) as Happened)) names.add(name)
      gathering ??= setTimeout(flush, GATHER_MS)
    }
    return () => {
      clearTimeout(gathering)
      clearTimeout(losing)
      source.close()
    }
  }, [workspace, cache])
  return connected
}
