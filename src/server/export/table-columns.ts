import { sql } from 'kysely'
import type { Scope } from '../scope.ts'
import type { ExportedTable } from './exported-tables.ts'

const unseen = new Set(['workspaceId', 'search'])

/** The columns of a table in their order, so that a list without rows still has its header. */
export async function tableColumns({ db }: Scope, table: ExportedTable): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`select attname as "column" from pg_attribute
    where attrelid = ${snake(table)}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db)
  return rows.map(({ column }) => camel(column)).filter((column) => !unseen.has(column))
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
