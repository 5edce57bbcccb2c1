import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type World, world } from '#test/world.ts'
import { exportedTables, keptBack } from './exported-tables.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.ada.scoped(({ db, workspaceId, now }) =>
    db
      .insertInto('accounts')
      .values({
        workspaceId,
        id: crypto.randomUUID(),
        name: '=HYPERLINK("http://x.test")',
        traits: JSON.stringify({ region: 'North' }) as never,
        createdAt: now(),
        updatedAt: now(),
      } as never)
      .execute(),
  )
  await w.services.warehouse.append(w.workspaceId, [
    { id: 'e1', event: 'signed up', distinctId: 'ana', at: new Date('2026-02-01T00:00:00Z') },
  ])
})
afterAll(() => w.close())

const get = (who: Pick<Person, 'headers'>, path: string) => w.request(`/api/v1${path}`, { headers: who.headers })

test('everything is JSON Lines: a line about the export, each record with its type, product events', async () => {
  const response = await get(w.ada, '/export')
  expect(response.headers.get('content-disposition')).toContain('.jsonl')
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines[0]).toMatchObject({ type: 'export', format: 'tricorn', version: 1, workspace: { name: 'Larkfield' } })
  expect(lines).toContainEqual(
    expect.objectContaining({ type: 'account', name: '=HYPERLINK("http://x.test")', traits: { region: 'North' } }),
  )
  expect(lines.filter(({ type }) => type === 'member')).toHaveLength(5)
  expect(lines).toContainEqual(expect.objectContaining({ type: 'warehouse-event', event: 'signed up' }))
})

test('what another workspace has is not in it', async () => {
  expect(await (await get(w.eve, '/export')).text()).not.toContain('HYPERLINK')
})

test('a list is CSV with a header, and no cell is a formula', async () => {
  const csv = await (await get(w.ada, '/export/account.csv')).text()
  const [header, row] = csv.split('\n')
  expect(header).toContain('name,domain,plan')
  expect(row).toContain(`"'=HYPERLINK(""http://x.test"")"`)
  expect(row).toContain('"{""region"":""North""}"')
})

test('a list without rows still has its header', async () => {
  expect((await (await get(w.ada, '/export/bet.csv')).text()).split('\n')).toEqual([expect.stringContaining('id,version,'), ''])
})

test('every row of a long table is exported once', async () => {
  await w.ada.scoped(({ db, workspaceId, now }) =>
    sql`insert into contacts (workspace_id, id, name, created_at, updated_at) select ${workspaceId}, gen_random_uuid(), 'C' || n, ${now()}::timestamptz, ${now()}::timestamptz from generate_series(1, 5000) n`.execute(
      db,
    ),
  )
  const csv = await (await get(w.ada, '/export/contact.csv')).text()
  expect(new Set(csv.trim().split('\n')).size).toBe(5001)
})

test('every table of a workspace is exported, or kept back by name', async () => {
  const { rows } = await sql<{
    table: string
  }>`select relname as "table" from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(w.services.db)
  const known = new Set<string>([...Object.keys(exportedTables), ...keptBack])
  const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  expect(
    rows
      .map(({ table }) => camel(table))
      .filter((table) => !known.has(table) && !table.startsWith('kysely') && !['credentials', 'verifications'].includes(table)),
  ).toEqual([])
})

test('who may: admins', async () => {
  expect((await get(w.ana, '/export')).status).toBe(403)
  expect((await get(w.ana, '/export/account.csv')).status).toBe(403)
  expect((await get(w.ada, '/export/secrets.csv')).status).toBe(404)
  expect((await w.request('/api/v1/export')).status).toBe(401)
})
