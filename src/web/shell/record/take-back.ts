import { type Api, activitiesOf, read } from '#client/api.ts'

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
