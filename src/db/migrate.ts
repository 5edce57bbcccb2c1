import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type pg from 'pg'
import { Conflict } from '#domain/problems.ts'
import { openPool } from './connect.ts'
import * as start from './migrations/0001-start.ts'
import * as customer from './migrations/0002-customer.ts'
import * as business from './migrations/0003-business.ts'
import * as team from './migrations/0004-team.ts'
import * as learn from './migrations/0005-learn.ts'
import { APP_ROLE } from './roles.ts'

export const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-customer': customer,
  '0003-business': business,
  '0004-team': team,
  '0005-learn': learn,
}

/**
 * Brings a database up to date, as its owner, or an empty one to where an older version stood (`upTo`). Throws when the database was made
 * by a newer version, having touched nothing.
 */
export async function migrate(owner: pg.PoolConfig, upTo?: string) {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openPool({ ...owner, max: 2 }) }) })
  try {
    await refuseNewer(db)
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest())
    if (error) throw error
    await grantToApp(db)
  } finally {
    await db.destroy()
  }
}

async function refuseNewer(db: Kysely<unknown>) {
  const { rows } = await sql<{ exists: boolean }>`select to_regclass('kysely_migration') is not null as exists`.execute(db)
  if (!rows[0]!.exists) return
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const unknown = done.rows.find(({ name }) => !(name in migrations))
  if (unknown)
    throw new Conflict(
      `This database was written by a newer Tricorn (it has "${unknown.name}"). Start that version, or restore a backup of this one. Nothing was changed.`,
    )
}

async function grantToApp(db: Kysely<unknown>) {
  const role = sql.ref(APP_ROLE)
  await sql`do $$ begin
    if not exists (select from pg_roles where rolname = '${sql.raw(APP_ROLE)}') then create role ${sql.raw(APP_ROLE)} login nosuperuser nobypassrls; end if;
  exception when duplicate_object or unique_violation then null; end $$`.execute(db)
  await sql`grant ${role} to current_user`.execute(db)
  await sql`grant usage on schema public to ${role}`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema public to ${role}`.execute(db)
  await sql`grant usage on all sequences in schema public to ${role}`.execute(db)
  await sql`revoke all on kysely_migration, kysely_migration_lock from ${role}`.execute(db)
  await sql`revoke update, delete on activities from ${role}`.execute(db)
}
