import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { prepareOften } from './prepared-statements.ts'
import type { Schema } from './schema.ts'

const DATE = 1082
const NUMERIC = 1700

/** Days stay text (`2026-03-01`), money becomes a number: cents are exact far beyond any revenue we store. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => {
    if (type === DATE) return (text: string) => text
    if (type === NUMERIC) return (text: string) => Number(text)
    return pg.types.getTypeParser(type, format as 'text')
  },
}

/** Statements that do not wait for each other's answers share one way to the server and back. */
const pipelined = { pipeline: true } as pg.PoolConfig

export function openPool(config: pg.PoolConfig) {
  const pool = new pg.Pool({ max: 10, idleTimeoutMillis: 60_000, ...config, types, ...pipelined })
  // Without a listener an idle connection that Postgres closes would end the process.
  pool.on('error', () => {})
  pool.on('connect', prepareOften)
  return pool
}

/** A Kysely over a pool; columns are camel case in code and snake case in the database. */
export function connect(config: pg.PoolConfig) {
  return connectTo(openPool(config))
}

export function connectTo(pool: pg.Pool) {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}
