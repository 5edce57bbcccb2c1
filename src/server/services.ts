import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Schema } from '#db/schema.ts'
import type { Warehouse } from '#warehouse/events.ts'
import type { Auth } from './auth/auth.ts'
import type { Compute } from './computing/computing.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Journal } from './journal.ts'
import type { RecordStore } from './learn/statements/record-store.ts'
import type { Mailer } from './mail/mailer.ts'

/** What the server works with; made once at the start, passed in, never imported. */
export type Services = {
  db: Kysely<Schema>
  pool: pg.Pool
  warehouse: Warehouse
  auth: Auth
  journal: Journal
  jobs: Jobs
  compute: Compute
  mailer: Mailer
  log: Logger
  now: () => Date
  /** Where uploads and secrets are kept. */
  folder: string
  /** Where people open Tricorn, as the operator named it (`TRICORN_URL`). */
  address?: string | undefined
  /** Who is told what people learn, if the operator named one (`XAPI_ENDPOINT`). */
  recordStore?: RecordStore | undefined
}
