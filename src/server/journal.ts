import { sql } from 'kysely'
import pg from 'pg'
import { JOURNAL_CHANNEL } from './activity.ts'
import type { Services } from './services.ts'
import { inWorkspaceAlone } from './workspace-transaction.ts'

/** A place in the journal: the writing transaction, then the row. */
export type Position = { transactionId: string; id: string }

export type JournalRow = Position & {
  at: Date
  memberId: string | null
  origin: string
  what: string
  aboutKind: string
  aboutId: string
  aboutKey: string | null
  importId: string | null
  /** Who keeps the saved view to themselves that this is about. */
  keptBy: string | null
}

const AT_ONCE = 500
const RETRY_MS = 150

/**
 * The journal in order, without ever skipping a row that commits late: only rows below the oldest transaction still running
 * (`pg_snapshot_xmin`) are read, so every row with a smaller number is already visible or will never be.
 */
export async function readJournal(
  services: Pick<Services, 'db'>,
  workspaceId: string,
  after: Position,
): Promise<{ rows: JournalRow[]; settled: boolean }> {
  return inWorkspaceAlone(services, workspaceId, async (db) => {
    const { rows } =
      await sql<JournalRow>`select transaction_id::text as transaction_id, id::text as id, at, member_id, origin, what, about_kind, about_id, about_key, import_id,
        (select owner_id from saved_views v where v.workspace_id = activities.workspace_id and v.id = about_id and not v.shared) as kept_by
      from activities where workspace_id = ${workspaceId} and (transaction_id, id) > (${after.transactionId}::xid8, ${after.id}::bigint)
      and transaction_id < pg_snapshot_xmin(pg_current_snapshot()) order by transaction_id, id limit ${AT_ONCE}`.execute(db)
    return { rows, settled: rows.length < AT_ONCE && !(await hasUnsettled(db, workspaceId)) }
  })
}

async function hasUnsettled(db: Services['db'], workspaceId: string) {
  const { rows } = await sql<{ waiting: boolean }>`select exists (select from activities where workspace_id = ${workspaceId}
    and transaction_id >= pg_snapshot_xmin(pg_current_snapshot())) as waiting`.execute(db)
  return rows[0]!.waiting
}

/** Where the journal stands now: what is read after this position is news. */
export async function journalEnd(services: Pick<Services, 'db'>): Promise<Position> {
  const { rows } = await sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(services.db)
  return { transactionId: String(BigInt(rows[0]!.xmin) - 1n), id: '9223372036854775807' }
}

type Subscriber = {
  workspaceId: string
  position: Position
  take: (rows: JournalRow[]) => void
  reading: boolean
  again: boolean
  timer?: NodeJS.Timeout
}

/** Tells subscribers of news in a workspace's journal, woken by Postgres at each commit. */
export class Journal {
  #services: Pick<Services, 'db' | 'log'>
  #connection: pg.ClientConfig
  #listener: pg.Client | undefined
  #subscribers = new Set<Subscriber>()
  #stopped = false

  constructor(services: Pick<Services, 'db' | 'log'>, connection: pg.ClientConfig) {
    this.#services = services
    this.#connection = connection
  }

  async start() {
    const listener = new pg.Client(this.#connection)
    listener.on('notification', ({ payload }) => this.#wake(payload))
    listener.on('error', () => this.#restart())
    await listener.connect()
    await listener.query(`listen ${JOURNAL_CHANNEL}`)
    this.#listener = listener
    this.#wake()
  }

  async stop() {
    this.#stopped = true
    for (const subscriber of this.#subscribers) clearTimeout(subscriber.timer)
    await this.#listener?.end().catch(() => {})
  }

  /** Calls `take` with every row after `position`, as they come. The answer ends it. */
  subscribe(workspaceId: string, position: Position, take: Subscriber['take']) {
    const subscriber: Subscriber = { workspaceId, position, take, reading: false, again: false }
    this.#subscribers.add(subscriber)
    void this.#read(subscriber)
    return () => {
      clearTimeout(subscriber.timer)
      this.#subscribers.delete(subscriber)
    }
  }

  #wake(workspaceId?: string) {
    for (const subscriber of this.#subscribers) if (!workspaceId || subscriber.workspaceId === workspaceId) void this.#read(subscriber)
  }

  async #read(subscriber: Subscriber): Promise<void> {
    subscriber.again = subscriber.reading
    if (subscriber.reading) return
    subscriber.reading = true
    const settled = await this.#deliver(subscriber)
    subscriber.reading = false
    if (!this.#subscribers.has(subscriber) || this.#stopped) return
    if (subscriber.again) return this.#read(subscriber)
    // A transaction that is still open may hide rows for a moment; nobody notifies us when it merely ends.
    clearTimeout(subscriber.timer)
    if (!settled) subscriber.timer = setTimeout(() => void this.#read(subscriber), RETRY_MS)
  }

  async #deliver(subscriber: Subscriber) {
    try {
      const { rows, settled } = await readJournal(this.#services, subscriber.workspaceId, subscriber.position)
      const last = rows.at(-1)
      if (last) subscriber.position = { transactionId: last.transactionId, id: last.id }
      if (rows.length > 0) subscriber.take(rows)
      return settled
    } catch (error) {
      if (!this.#stopped) this.#services.log.warn({ err: error }, 'the journal could not be read')
      return false
    }
  }

  #restart() {
    if (this.#stopped) return
    setTimeout(() => void this.start().catch(() => this.#restart()), 1_000).unref()
  }
}
