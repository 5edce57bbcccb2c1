import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const definition = (event: string) => ({ kind: 'engagement' as const, of: { event }, granularity: 'day' as const })

test('one answer holds the series of every metric, the same as each alone', async () => {
  const at = (day: number) => new Date(Date.UTC(2026, 1, day))
  await w.services.warehouse.append(w.workspaceId, [
    { event: 'job_completed', distinctId: 'crew-1', at: at(20) },
    { event: 'job_completed', distinctId: 'crew-2', at: at(20) },
    { event: 'invoice_sent', distinctId: 'crew-1', at: at(21) },
  ])
  for (const event of ['job_completed', 'invoice_sent', 'never_sent'])
    await read(w.ana.api.metrics.$post({ json: { name: event, definition: definition(event) } }))
  const { rows } = await read(w.ben.api.metrics.series.$get())
  expect(rows).toHaveLength(3)
  for (const { id, points } of rows)
    expect(points).toEqual((await read(w.ben.api.metrics[':id'].series.$get({ param: { id }, query: {} }))).points)
  expect(rows.flatMap(({ points }) => points).filter(({ people }) => people > 0)).toHaveLength(2)
})

test('another workspace’s metrics have no place in it', async () => {
  expect((await read(w.eve.api.metrics.series.$get())).rows).toEqual([])
  expect((await w.request('/api/v1/metrics/series')).status).toBe(401)
})

test('its answer is described', async () => {
  const { paths } = (await (await w.request('/api/v1/openapi.json')).json()) as { paths: Record<string, { get: { responses: object } }> }
  expect(JSON.stringify(paths['/metrics/series']!.get.responses)).toContain('Null when nobody can be counted yet')
})

test('a definition that tells nothing, or says no sensible number of days, is refused with a sentence and not saved', async () => {
  const before = (await read(w.ana.api.metrics.$get())).rows.length
  const refused = async (given: object) => {
    const body = JSON.stringify({ name: 'Odd', definition: given })
    const headers = { ...w.ana.headers, 'content-type': 'application/json' }
    const answer = await w.request('/api/v1/metrics', { method: 'POST', headers, body })
    expect(answer.status).toBe(422)
    return ((await answer.json()) as { fields: object[] }).fields
  }
  expect(await refused({ kind: 'conversion', first: {}, next: {}, withinDays: 7 })).toMatchObject([
    { path: 'definition.next.event', message: expect.stringContaining('Name at least one of the two') },
  ])
  expect(await refused({ kind: 'adoption', of: {}, measure: 'share' })).toMatchObject([{ path: 'definition.of.event' }])
  for (const withinDays of [-7, 0, 99_999])
    expect(await refused({ kind: 'conversion', first: { event: 'a' }, next: { event: 'b' }, withinDays })).toMatchObject([
      { path: 'definition.withinDays', message: 'Write a whole number of days from 1 to 730.' },
    ])
  expect((await read(w.ana.api.metrics.$get())).rows).toHaveLength(before)
})
