import type { ColumnType, Generated } from 'kysely'

/** The columns that every record has. */
export type RecordColumns = {
  workspaceId: string
  id: string
  version: Generated<number>
  ownerId: string | null
  createdBy: string | null
  createdAt: Date
  updatedAt: Date
  archivedAt: Date | null
  importId: string | null
}

export type Keyed = RecordColumns & { key: string }

/** Stored as jsonb: read as the value, written as its JSON text (see `json` in connect.ts). */
export type Json<T> = ColumnType<T, T, T>
export type JsonWithDefault<T> = ColumnType<T, T | undefined, T>

/** A calendar day, `2026-03-01`, without a time zone. */
export type Day = string
