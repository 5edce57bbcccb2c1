import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RejectedGroup } from '#domain/import/rejected-groups.ts'
import { type World, world } from '#test/world.ts'
import type { Preview } from './preview.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

type Uploaded = {
  id: string
  preview: Preview
  mayTellWho: { column: string } | null
  imported: number
  rejected: number
  silent: number
  total: number
}

async function send(method: string, path: string, body?: string, who = w.ada) {
  return w.request(`/api/v1${path}`, { method, headers: who.headers, ...(body === undefined ? {} : { body }) })
}
const upload = async (text: string) => (await (await send('POST', '/imports?name=reviews.csv', text)).json()) as Uploaded

async function runToEnd(id: string) {
  await send('POST', `/imports/${id}/start`)
  await w.jobs.drain()
  return (await (await send('GET', `/imports/${id}`)).json()) as Uploaded
}
const groupsOf = async (id: string) =>
  ((await (await send('GET', `/imports/${id}/rejections`)).json()) as { groups: RejectedGroup[] }).groups

const faulty = [
  'comment,date,company',
  'Too slow,soon,Acme',
  ',2026-01-01,Bolt',
  'Too slow,"he said\n“in “May” in",Acme',
  'The map stays white,2026-01-02,Acme',
  ...Array.from({ length: 30 }, (_, i) => `,2026-01-03,Crew ${i}`),
].join('\n')

test('the report shows rejected rows by reason, as the preview has promised, and every row is accounted for', async () => {
  const { id, preview } = await upload(faulty)
  expect(await groupsOf(id)).toEqual([])
  const finished = await runToEnd(id)
  expect(finished.imported + finished.rejected).toBe(finished.total)
  expect([preview.badRows, preview.silentRows]).toEqual([33, 31])
  expect([finished.rejected, finished.silent]).toEqual([33, 31])
  const groups = await groupsOf(id)
  expect(groups).toEqual(preview.rejected)
  expect(groups.map(({ reason, count }) => [reason, count])).toEqual([
    ['Nothing was said: “comment” is empty.', 31],
    ['A value in “date” is not a date.', 2],
  ])
  expect(groups.flatMap(({ rows }) => rows)).toHaveLength(20)
  expect(groups[1]?.rows[0]).toEqual({ line: 2, reason: '“soon” in “date” is not a date.', cells: ['Too slow', 'soon', 'Acme'] })
})

test('an import without rejected rows has none to show', async () => {
  const { id } = await upload('comment\nIt is slow today\n')
  await runToEnd(id)
  expect(await groupsOf(id)).toEqual([])
})

test('who may see them: members do, strangers and other workspaces do not', async () => {
  const { id } = await upload('comment\nIt is slow today\n')
  expect((await send('GET', `/imports/${id}/rejections`, undefined, w.ben)).status).toBe(200)
  expect((await send('GET', `/imports/${id}/rejections`, undefined, w.eve)).status).toBe(404)
  expect((await w.request(`/api/v1/imports/${id}/rejections`)).status).toBe(401)
})

test('a file that names nobody says so before it is imported, and which column may', async () => {
  const { id, preview, mayTellWho } = await upload('comment,user_id\nIt is slow today,7\nIt is slow again,8\n,9\n')
  expect([preview.unnamed, preview.records, mayTellWho?.column]).toEqual([2, 2, 'user_id'])
  const chosen = JSON.stringify({ mapping: { columns: [{ column: 'user_id', field: 'contactName' }] } })
  const headers = { ...w.ada.headers, 'content-type': 'application/json' }
  const changed = (await (await w.request(`/api/v1/imports/${id}`, { method: 'PATCH', headers, body: chosen })).json()) as Uploaded
  expect(changed.preview.unnamed).toBe(0)
})

test('where only some rows name somebody, the others are counted', async () => {
  const { preview, mayTellWho } = await upload('comment,company\nIt is slow today,Acme\nIt is slow again,\n')
  expect([preview.unnamed, preview.records, mayTellWho]).toEqual([1, 2, null])
})
