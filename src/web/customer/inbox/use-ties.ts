import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { read } from '#client/api.ts'
import type { Stance } from '#domain/customer/insight.ts'
import { useApi } from '../../shell/session.tsx'
import type { Hurt } from '../../ui/hurt-marks.tsx'
import { complain, say } from '../../ui/toast.ts'
import type { Passage } from './passages.ts'
import { type Feedback, type Insight, inboxQueries, type Suggestions } from './queries.ts'

/** A problem we know, or the title of one to be made. */
export type TieTarget = { id: string; key: string; title: string } | { newTitle: string }
export type Tie = { passage: Passage; target: TieTarget; stance: Stance }
type Changes = { hurt?: Hurt | null; stance?: Stance }

const targetOf = (target: TieTarget) => ('newTitle' in target ? { newProblem: target.newTitle } : { problem: target.id })

const tiedTo = (target: TieTarget) =>
  'newTitle' in target ? `Tied to a new problem, “${target.newTitle}”` : `Tied to ${target.key} ${target.title}`

function drafted({ text }: Feedback, { passage, target, stance }: Tie): Insight {
  const problem = 'newTitle' in target ? { id: 'new', key: 'new', title: target.newTitle } : target
  const { id: problemId, key: problemKey, title: problemTitle } = problem
  const said = { fromOffset: passage.from, toOffset: passage.to, passage: text.slice(passage.from, passage.to), stance }
  return { id: uuidv7(), ...said, hurt: null, note: '', version: 1, problemId, problemKey, problemTitle }
}

/** Ties passages of one piece of feedback to problems. Everything shows at once; what the keys say next waits for the tie they are about. */
export function useTies(feedback: Feedback) {
  const api = useApi()
  const cache = useQueryClient()
  const { key } = feedback
  const [lastId, setLastId] = useState<string | null>(null)
  const making = useRef(new Map<string, Promise<string>>())
  const { queryKey } = inboxQueries.one(api, key)
  const show = (change: (insights: Insight[]) => Insight[]) =>
    cache.setQueryData<Feedback>(queryKey, (before) => before && { ...before, insights: change(before.insights) })
  const refresh = () =>
    cache.invalidateQueries({ predicate: ({ queryKey: [name, about] }) => about === key || name === 'problems' || name === 'chain' })
  const idOf = (id: string) => making.current.get(id) ?? Promise.resolve(id)
  const suggested = () => cache.getQueryData<Suggestions>(inboxQueries.suggestions(api, key).queryKey)?.problems.map(({ id }) => id)

  async function attempt(act: () => Promise<unknown>) {
    try {
      await act()
    } catch (error) {
      complain(error)
    }
    await refresh()
  }

  async function make(draft: Insight, { passage, target, stance }: Tie) {
    const json = { feedback: key, ...targetOf(target), ...passage, stance, suggestions: suggested() }
    const made = await read(api.insights.$post({ json }))
    const { id, problemKey, problemTitle, problemId } = made
    show((insights) => insights.map((one) => (one.id === draft.id ? { ...one, id, problemId, problemKey, problemTitle } : one)))
    setLastId((last) => (last === draft.id ? id : last))
    return { id, problem: { id: problemId, key: problemKey, title: problemTitle } }
  }

  /** Answers the problem it was tied to, which may have been made for it. */
  async function tie(wanted: Tie) {
    const draft = drafted(feedback, wanted)
    await cache.cancelQueries({ queryKey })
    show((insights) => [...insights, draft].sort((a, b) => a.fromOffset - b.fromOffset))
    setLastId(draft.id)
    const made = make(draft, wanted)
    const id = made.then((insight) => insight.id)
    id.catch(() => undefined)
    making.current.set(draft.id, id)
    // Said in the order of what was done, not of the answers: ⌘Z takes back what was said last.
    say({ text: tiedTo(wanted.target), undo: () => id.then((made) => untie({ ...draft, id: made })) })
    await attempt(() => made)
    return made.then(
      ({ problem }) => problem,
      () => null,
    )
  }

  async function change(insight: Insight, changes: Changes) {
    await cache.cancelQueries({ queryKey })
    show((insights) => insights.map((one) => (one.id === insight.id ? { ...one, ...changes } : one)))
    await attempt(async () => read(api.insights[':id'].$patch({ param: { id: await idOf(insight.id) }, json: changes })))
  }

  async function untie(insight: Insight) {
    await cache.cancelQueries({ queryKey })
    show((insights) => insights.filter(({ id }) => id !== insight.id))
    await attempt(async () => read(api.insights[':id'].$delete({ param: { id: await idOf(insight.id) } })))
  }

  /** What `1 2 3` and `-` speak about: the passage tied last, or else the last one in the text. */
  const last = feedback.insights.find(({ id }) => id === lastId) ?? feedback.insights.at(-1)
  return { tie, change, untie, last }
}

export type Ties = ReturnType<typeof useTies>
