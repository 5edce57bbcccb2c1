import { type Api, read } from '#client/api.ts'

/**
 * Called when a change has been answered: finds at once which line of the history it wrote, so that Undo takes back that one, however late
 * it is pressed and whatever somebody else did since.
 */
export function takeBackLatest(api: Api, about: string) {
  const latest = read(api.activities.$get({ query: { about, limit: '1' } })).then(({ rows }) => rows[0])
  // Told when somebody presses Undo, not before.
  latest.catch(() => undefined)
  return async () => {
    const activity = await latest
    if (activity) await read(api.activities[':id'].undo.$post({ param: { id: activity.id } }))
  }
}
