import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '#client/api.ts'
import { Comments } from '../../ui/comments.tsx'
import { History, type HistoryLine } from '../../ui/history.tsx'
import { Section } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { complain, say } from '../../ui/toast.ts'
import { useApi, useMayContribute, useMe } from '../session.tsx'
import { activityWords, changesInWords } from './activity-words.ts'
import { recordQueries } from './queries.ts'
import { undoOf } from './take-back.ts'
import { useSeenMentions } from './use-seen-mentions.ts'

type Activity = {
  id: string
  memberName: string | null
  origin: string
  at: string
  what: string
  why: string | null
  changes: Record<string, { before?: unknown; after?: unknown }> | null
  undoable: boolean
}

function historyLine({ id, memberName, origin, at, what, why, changes, undoable }: Activity): HistoryLine {
  return {
    id,
    undoable,
    by: memberName ?? (origin === 'system' ? 'Tricorn' : origin),
    at,
    what: activityWords(what),
    why: why ?? undefined,
    changes: changesInWords(changes ?? {}),
  }
}

/** Comments and history of a record, at the end of its page; `about` is its key, or `kind:id` where it has none. */
export function RecordTalk({ about }: { about: string }) {
  const [shown, setShown] = useState<'comments' | 'history'>('comments')
  const { data: comments } = useQuery(recordQueries.comments(useApi(), about))
  return (
    <Section label="Said and done">
      <Tabs
        label="Said and done"
        value={shown}
        onChange={setShown}
        tabs={[
          { value: 'comments', label: 'Comments', count: comments?.rows.length, content: <RecordComments about={about} /> },
          { value: 'history', label: 'History', content: <RecordHistory about={about} /> },
        ]}
      />
    </Section>
  )
}

function RecordComments({ about }: { about: string }) {
  const api = useApi()
  const cache = useQueryClient()
  const { member } = useMe()
  const mayComment = useMayContribute()
  const { data } = useQuery(recordQueries.comments(api, about))
  useSeenMentions(about, data?.rows ?? [])
  const refresh = () => cache.invalidateQueries({ queryKey: ['comments', about] })
  async function add(text: string) {
    await read(api.comments.$post({ json: { about, text } })).catch((error) => {
      complain(error)
      throw error
    })
    await refresh()
  }
  const remove = (id: string) =>
    void read(api.comments[':id'].$delete({ param: { id } }))
      .then(refresh)
      .catch(complain)
  const comments = (data?.rows ?? []).map(({ id, memberName, createdAt, text, createdBy }) => ({
    id,
    by: memberName ?? 'Somebody who left',
    at: createdAt,
    text,
    mayRemove: createdBy === member.id,
  }))
  return <Comments comments={comments} onAdd={mayComment ? add : undefined} onRemove={remove} />
}

function RecordHistory({ about }: { about: string }) {
  const api = useApi()
  const cache = useQueryClient()
  const { data } = useQuery(recordQueries.history(api, about))
  // What shows this record has many names in the cache, and undoing is rare: all of it is asked again.
  const refresh = () => cache.invalidateQueries()
  const undo = useMutation({
    mutationFn: (id: string) => read(api.activities[':id'].undo.$post({ param: { id } })),
    onSuccess: (answer) => say({ text: 'Change taken back', undo: undoOf(api, { answer, refresh }) }),
    onSettled: () => refresh(),
  })
  if (!data) return null
  return (
    <History
      lines={data.rows.map((row) => historyLine(row as Activity))}
      onUndo={({ id }) => undo.mutate(id)}
      undoing={undo.isPending ? undo.variables : undefined}
    />
  )
}
