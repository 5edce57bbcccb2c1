import { sql } from 'kysely'
import type { Heard } from '../../outgoing/post-json.ts'
import type { Services } from '../../services.ts'
import { inWorkspaceAlone } from '../../workspace-transaction.ts'
import type { Own } from '../learner-records.ts'
import { putDownStatements } from './put-down.ts'
import { type RecordStore, tellStatements } from './record-store.ts'

const AT_ONCE = 50
const MOST_TURNS = 200
const MINUTE_MS = 60_000
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS

type Waiting = { id: string; statement: unknown; tries: number }

/** Tells the record store what people learned, workspace by workspace. What does not go through is kept with the reason, and tried again later. */
export async function sendStatements(services: Services) {
  const { recordStore } = services
  if (!recordStore) return
  const workspaces = await services.db.selectFrom('workspaces').select('id').where('kind', '<>', 'sandbox').execute()
  for (const { id } of workspaces) {
    await inOwnTransaction(services, id, putDownStatements)
    for (let turn = 0; turn < MOST_TURNS && (await sendSome(services, id, recordStore)); turn++);
  }
}

/** The words go out between two transactions: nothing is held up while the store thinks. True while there is more. */
async function sendSome(services: Services, workspaceId: string, store: RecordStore) {
  const waiting = await inOwnTransaction(services, workspaceId, listWaiting)
  if (!waiting.length) return false
  const heard = await tellStatements(
    store,
    waiting.map(({ statement }) => statement),
  )
  if (isBroken(heard) && waiting.length > 1) return sendOneByOne(services, { workspaceId, store, waiting })
  await inOwnTransaction(services, workspaceId, (scope) => note(scope, waiting, heard))
  return isTaken(heard)
}

/** The store takes all or none, so one statement it will not have would hold up its neighbours for ever. */
async function sendOneByOne(
  services: Services,
  { workspaceId, store, waiting }: { workspaceId: string; store: RecordStore; waiting: Waiting[] },
) {
  for (const one of waiting) {
    const heard = await tellStatements(store, [one.statement])
    await inOwnTransaction(services, workspaceId, (scope) => note(scope, [one], heard))
    if (!isTaken(heard) && !isBroken(heard)) return false
  }
  return true
}

const isTaken = ({ status }: Heard) => status === 200 || status === 204
/** The store has read it and will not have it, today or tomorrow. */
const isBroken = ({ status }: Heard) => status === 400 || status === 409 || status === 413

function listWaiting({ db, workspaceId, now }: Own): Promise<Waiting[]> {
  return db
    .selectFrom('statementDeliveries')
    .select(['id', 'statement', 'tries'])
    .where('workspaceId', '=', workspaceId)
    .where('sentAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('nextTryAt', '<=', now())
    .orderBy('nextTryAt')
    .orderBy(sql`statement->>'timestamp'`)
    .orderBy('place')
    .limit(AT_ONCE)
    .execute()
}

/** A statement that arrived is forgotten but for its id, so that it is not said twice. */
async function note(own: Own, told: readonly Waiting[], heard: Heard) {
  const at = own.now()
  for (const { id, tries } of told) {
    const changes = isTaken(heard)
      ? { sentAt: at, statement: null, problem: null, nextTryAt: null }
      : { problem: problemOf(heard), ...(isBroken(heard) ? { refusedAt: at, nextTryAt: null } : { nextTryAt: later(at, tries) }) }
    await own.db
      .updateTable('statementDeliveries')
      .set({ ...changes, tries: tries + 1 })
      .where('workspaceId', '=', own.workspaceId)
      .where('id', '=', id)
      .execute()
  }
}

const later = (at: Date, tries: number) => new Date(at.getTime() + Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** Math.min(tries, 20)))

function problemOf(heard: Heard) {
  if (heard.status === null) return heard.problem
  const words = heard.text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
  if (heard.status === 401 || heard.status === 403) return `The record store does not accept XAPI_KEY and XAPI_SECRET (${heard.status}).`
  return `The record store answered ${heard.status}${words ? `: ${words}` : ''}`
}

function inOwnTransaction<T>(services: Services, workspaceId: string, work: (own: Own) => Promise<T>) {
  return inWorkspaceAlone(services, workspaceId, (db) => work({ db, workspaceId, now: services.now, services }))
}
