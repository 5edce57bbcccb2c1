import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { read } from '#client/api.ts'
import { mentionedIn } from '#domain/mentions.ts'
import { useApi, useMe } from '../session.tsx'

type Said = { id: string; text: string }

/** Whoever has the comments before them has seen what speaks to them: it leaves Today. */
export function useSeenMentions(about: string, comments: Said[]) {
  const api = useApi()
  const cache = useQueryClient()
  const { member } = useMe()
  const last = comments.findLast(({ text }) => mentionedIn(text, [member]).length > 0)?.id
  useEffect(() => {
    if (!last || document.visibilityState === 'hidden') return
    read(api.mentions.seen.$put({ json: { about } }))
      .then(({ seen }) => (seen > 0 ? cache.invalidateQueries({ queryKey: ['today'] }) : undefined))
      // Nobody asked for this: the mention stays on Today and is tried again when the record is opened again.
      .catch(() => undefined)
  }, [api, cache, about, last])
}
