import { sql } from 'kysely'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'
import { noteAdded } from './note-added.ts'

/** An account to insert, by the names of its columns. */
type AccountColumns = { id: string; name: string; source_id: string | null; traits: object; [column: string]: unknown }

/** A contact to insert, by the names of its columns. */
type ContactColumns = {
  id: string
  name: string
  email: string | null
  account_id: string | null
  source_id: string | null
  traits: object
  [column: string]: unknown
}

export async function insertAccounts(scope: Scope, row: Import, accounts: AccountColumns[]): Promise<number> {
  if (accounts.length === 0) return 0
  const { db, workspaceId, member, now } = scope
  const { rows } = await sql<{
    id: string
  }>`insert into accounts (workspace_id, id, owner_id, created_by, created_at, updated_at, import_id,
      name, domain, plan, segment, size, revenue, customer_since, churned_at, traits, source_id)
    select ${workspaceId}, r.id, null, ${member.id}, ${now()}::timestamptz, ${now()}::timestamptz, ${row.id},
      r.name, r.domain, r.plan, r.segment, r.size, r.revenue, r.customer_since, r.churned_at, r.traits, r.source_id
    from json_to_recordset(${JSON.stringify(accounts)}::json) as r(id uuid, name text, domain text, plan text, segment text, size int, revenue numeric,
      customer_since date, churned_at date, traits jsonb, source_id text)
    on conflict (workspace_id, source_id) where source_id is not null do nothing returning id`.execute(db)
  const stored = new Set(rows.map(({ id }) => id))
  await noteAdded(
    scope,
    { kind: 'account', importId: row.id },
    accounts.filter(({ id }) => stored.has(id)),
  )
  return stored.size
}

export async function insertContacts(scope: Scope, row: Import, contacts: ContactColumns[]): Promise<number> {
  if (contacts.length === 0) return 0
  const { db, workspaceId, member, now } = scope
  const { rows } = await sql<{
    id: string
  }>`insert into contacts (workspace_id, id, owner_id, created_by, created_at, updated_at, import_id,
      account_id, name, email, title, distinct_id, traits, source_id)
    select ${workspaceId}, r.id, null, ${member.id}, ${now()}::timestamptz, ${now()}::timestamptz, ${row.id},
      r.account_id, r.name, r.email, r.title, r.distinct_id, r.traits, r.source_id
    from json_to_recordset(${JSON.stringify(contacts)}::json) as r(id uuid, account_id uuid, name text, email text, title text, distinct_id text, traits jsonb, source_id text)
    on conflict (workspace_id, source_id) where source_id is not null do nothing returning id`.execute(db)
  const stored = new Set(rows.map(({ id }) => id))
  await noteAdded(
    scope,
    { kind: 'contact', importId: row.id },
    contacts.filter(({ id }) => stored.has(id)),
  )
  return stored.size
}
