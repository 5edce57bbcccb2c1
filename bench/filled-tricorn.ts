import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { connect } from '#db/connect.ts'
import { chooseAddress } from '#db/postgres-address.ts'
import { findPostgresBinaries } from '#db/postgres-binaries.ts'
import type { Schema } from '#db/schema.ts'
import type { Scope } from '#server/scope.ts'
import { startTricorn } from '#test/tricorn-process.ts'

const FEEDBACK = 100_000
const ACCOUNTS = 500
const owner = { name: 'Bench', email: 'bench@example.com', password: 'a password for benchmarks', workspaceName: 'Bench' }

/** What customers said, the same in every run: a piece's number is the dice. One piece in a thousand has the rare word. */
const fill = `
  insert into accounts (workspace_id, id, name, plan, revenue, created_at, updated_at)
    select w.id, gen_random_uuid(), 'Account ' || n, (array['free', 'team', 'company'])[1 + n % 3], n * 10, now(), now()
    from workspaces w, generate_series(1, ${ACCOUNTS}) n;
  insert into contacts (workspace_id, id, account_id, name, title, created_at, updated_at)
    select workspace_id, gen_random_uuid(), id, 'Person at ' || name, 'Dispatcher', now(), now() from accounts;
  insert into feedback (workspace_id, id, key, text, channel, contact_id, account_id, said_at, created_at, updated_at)
    select c.workspace_id, gen_random_uuid(), 'FB-' || n,
      'The crew of truck ' || n % 977 || ' was on the way when the customer called to cancel job ' || n || '. '
        || case when n % 1000 = 7 then 'The receipt never came. ' else '' end
        || repeat((array['We type every address twice. ', 'Nobody saw the change in time. ', 'The map is slow on the phone. '])[1 + n % 3], 1 + n % 9),
      (array['support', 'email', 'interview'])[1 + n % 3], c.id, c.account_id,
      timestamptz '2026-01-01' + n * interval '1 minute', now(), now()
    from generate_series(1, ${FEEDBACK}) n join (select *, row_number() over (order by name) as place from contacts) c on c.place = 1 + n % ${ACCOUNTS}`

export type FilledTricorn = {
  /** Asks the API with a key; the connection stays open. */
  ask: (address: string) => Promise<string>
  /** Builds the product's own queries, to be run through `direct`. */
  scope: Scope
  db: Kysely<Schema>
  direct: pg.Client
  key: string
  close: () => Promise<void>
}

/** Tricorn in a process of its own, as in life, whose one workspace holds 100,000 pieces of feedback. */
export async function startFilled(): Promise<FilledTricorn> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tricorn-filled-'))
  const tricorn = await startTricorn(folder, { LOG_LEVEL: 'warn' })
  await tricorn.ready
  const key = await makeKey(tricorn.url)
  const headers = { authorization: `Bearer ${key}` }
  const cluster = { folder: path.join(folder, 'postgres'), binaries: findPostgresBinaries(folder) }
  const { connection, forget } = await chooseAddress(cluster)
  const direct = new pg.Client(connection)
  await direct.connect()
  await direct.query(fill)
  await direct.query('vacuum analyze')
  const { rows } = await direct.query<{ id: string }>('select id from workspaces')
  const db = connect(connection)

  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (address: string) => read(`${tricorn.url}${address}`, { agent, headers })
  async function close() {
    agent.destroy()
    await direct.end()
    await db.destroy()
    forget()
    tricorn.kill('SIGTERM')
    await tricorn.ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { ask, scope: { db, workspaceId: rows[0]!.id } as Scope, db, direct, key, close }
}

/** Node's own client: `fetch` would add more of its own time to what is measured. */
function read(url: string, options: { agent: Agent; headers: Record<string, string> }) {
  return new Promise<string>((resolve, reject) => {
    const sent = get(url, options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(`${url} answered ${text}`))))
    })
    sent.on('error', reject)
  })
}

/** Sets the workspace up and makes a key for its API. */
export async function makeKey(url: string) {
  const setup = await post(url, '/api/v1/public/setup', owner)
  const { workspace } = (await setup.json()) as { workspace: { slug: string } }
  const signedIn = await post(url, '/api/auth/sign-in/email', { email: owner.email, password: owner.password })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const key = await post(url, '/api/v1/api-keys', { name: 'Bench' }, { cookie, 'x-workspace': workspace.slug })
  return ((await key.json()) as { secret: string }).secret
}

async function post(url: string, address: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(url + address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
  return response
}
