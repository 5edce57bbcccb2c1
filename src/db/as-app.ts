import type pg from 'pg'
import { APP_ROLE } from './roles.ts'

/** The same database as the role of the server: row-level security holds, and `reset role` does not lead back to the owner. */
export function asApp(owner: pg.PoolConfig): pg.PoolConfig {
  return { ...owner, options: `-c role=${APP_ROLE}` }
}
