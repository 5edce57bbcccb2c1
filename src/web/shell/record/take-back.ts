import { type Api, activitiesOf, read } from '#client/api.ts'
import { say } from '../../ui/toast.ts'

/**
 * Given the answer to a change: what takes back exactly that change, however late it is called and whatever somebody else did since.
 * Nothing, when nothing was changed.
 */
export function takeBackOf(api: Api, answer: unknown): (() => Promise<void>) | undefined {
  const written = activitiesOf(answer).toReversed()
  if (written.length === 0) return undefined
  return async () => {
    for (const id of written) await read(api.activities[':id'].undo.$post({ param: { id } }))
  }
}

/** The Undo of a toast that tells of a change: takes it back, and has what shows it asked again. */
export function undoOf(api: Api, { answer, refresh }: { answer: unknown; refresh: () => Promise<unknown> }) {
  const takeBack = takeBackOf(api, answer)
  return takeBack && (() => takeBack().then(refresh))
}

/** What to say of a form that was saved: what it changed, or that it changed nothing. */
export const changedOr = (text: string, answer: unknown) => (activitiesOf(answer).length > 0 ? text : 'Nothing was changed')

/** Tells of a change, with Undo. */
export function sayChange(api: Api, { text, answer, refresh }: { text: string; answer: unknown; refresh: () => Promise<unknown> }) {
  say({ text: changedOr(text, answer), undo: undoOf(api, { answer, refresh }) })
}
