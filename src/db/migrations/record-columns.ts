import { sql } from 'kysely'

/** The columns that every record has, as product.md asks: key, version, owner, who made it and when, archived. */
export const recordColumns = sql`
  workspace_id uuid not null references workspaces on delete cascade, id uuid not null, version int not null default 1, owner_id uuid,
  created_by uuid, created_at timestamptz not null, updated_at timestamptz not null, archived_at timestamptz, import_id uuid,
  primary key (workspace_id, id)`

export const keyColumn = sql`key text not null, unique (workspace_id, key)`
