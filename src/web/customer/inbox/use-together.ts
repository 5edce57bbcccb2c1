import { useQueryClient } from '@tanstack/react-query'
import { read } from '#client/api.ts'
import { useApi } from '../../shell/session.tsx'
import { complain } from '../../ui/toast.ts'
import { closestSentence } from './passages.ts'
import { inboxQueries, type SimilarFeedback } from './queries.ts'
import type { TieTarget } from './use-ties.ts'

/** Ties the sentence that is most alike in each piece of similar feedback to the same problem. Answers those that were tied. */
export function useTieTogether() {
  const api = useApi()
  const cache = useQueryClient()

  async function tieOne({ key, shared }: SimilarFeedback, problem: string) {
    const { text, state } = await cache.fetchQuery(inboxQueries.one(api, key))
    const passage = closestSentence(text, shared)
    if (!passage) return null
    await read(api.insights.$post({ json: { feedback: key, problem, ...passage } }))
    return state
  }

  return async (similar: SimilarFeedback[], target: Extract<TieTarget, { id: string }>) => {
    const tied: { id: string; key: string; state: 'new' | 'processed' | 'spam' }[] = []
    for (const one of similar) {
      try {
        const state = await tieOne(one, target.id)
        if (state) tied.push({ id: one.id, key: one.key, state })
      } catch (error) {
        complain(error)
      }
    }
    return tied
  }
}
