import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventFor, type Purpose, purposes, snippets } from '../../web/shell/settings/snippets.ts'
import { captureServer, KEY } from './test-server.ts'

let server: Awaited<ReturnType<typeof captureServer>>
beforeAll(async () => {
  server = await captureServer()
})
afterAll(() => server.close())

const run = promisify(execFile)
const programs = {
  node: (code: string) => run(process.execPath, ['--input-type=module', '--eval', code]),
  segment: (code: string) => run(process.execPath, ['--input-type=module', '--eval', code]),
  curl: (code: string) => run('sh', ['-c', code]),
}
const cases = (Object.keys(programs) as (keyof typeof programs)[]).flatMap((sdk) =>
  (Object.keys(purposes) as Purpose[]).map((purpose) => [sdk, purpose] as const),
)

test.each(cases)('the code for %s and what it is for, “%s”, arrives when it is run as it was copied', async (sdk, purpose) => {
  const sent = eventFor(purpose, new Date())
  const before = (await server.warehouse.recentEvents('w', 100)).map(({ id }) => id)
  await programs[sdk](snippets[sdk].code(KEY, server.url, sent))
  const came = (await server.warehouse.recentEvents('w', 100)).filter(({ id }) => !before.includes(id))
  expect(came).toMatchObject([{ event: sent.event, distinctId: 'user-42', properties: { [sent.property]: sent.value } }])
  if (sent.at) expect(came[0]!.at.toISOString()).toBe(new Date(sent.at).toISOString())
  expect((await server.warehouse.rejections('w')).total).toBe(0)
})

test('every code bears the key and the address, and that of the past its moment', () => {
  for (const { code } of Object.values(snippets)) {
    const written = code('tck_mine', 'https://tricorn.example', eventFor('past', new Date('2026-03-31T12:00:00Z')))
    for (const part of ['tck_mine', 'https://tricorn.example', '2026-03-01T09:00:00Z']) expect(written).toContain(part)
  }
})
