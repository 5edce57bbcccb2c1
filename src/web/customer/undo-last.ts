import { type Api, read } from '#client/api.ts'

/** Takes back the last thing done to a record, as the journal knows it. */
export async function undoLast(api: Api, about: string) {
  const { rows } = await read(api.activities.$get({ query: { about, limit: '1' } }))
  if (rows[0]) await read(api.activities[':id'].undo.$post({ param: { id: rows[0].id } }))
}
