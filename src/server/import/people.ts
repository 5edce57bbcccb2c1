import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { FeedbackDraft } from '#domain/import/check-feedback.ts'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'
import { insertAccounts, insertContacts } from './insert-people.ts'

type Who = Pick<FeedbackDraft, 'contactName' | 'contactEmail' | 'accountName'>
type FoundContact = { id: string; accountId: string | null }

/** Imports of one workspace take turns with people, so that two of them never make the same account twice. */
export async function holdPeople({ db, workspaceId }: Scope) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people ${workspaceId}`}, 0))`.execute(db)
}

/** Whether the file gave this record an id, rather than its place in the file. */
export const hasOwnId = ({ layout }: Import, { sourceId }: { sourceId: string }) => !sourceId.startsWith(`${layout.fingerprint}:`)

/** The account and contact of each draft: known ones by name or e-mail address, new ones made by this import. */
export async function findOrAddPeople(scope: Scope, row: Import, drafts: Who[]) {
  if (drafts.some((draft) => draft.accountName || draft.contactName || draft.contactEmail)) await holdPeople(scope)
  const accounts = await findOrAddAccounts(
    scope,
    row,
    drafts.map((draft) => draft.accountName),
  )
  const accountOf = ({ accountName }: Who) => (accountName ? accounts.get(accountName.toLowerCase())! : null)
  const contacts = await findOrAddContacts(
    scope,
    row,
    drafts.map((draft) => ({ ...draft, accountId: accountOf(draft) })),
  )
  return function personOf(draft: Who) {
    const contact = contacts.get(contactKey({ ...draft, accountId: accountOf(draft) }))
    return { contact_id: contact?.id ?? null, account_id: accountOf(draft) ?? contact?.accountId ?? null }
  }
}

/** Accounts by lower-case name. */
export async function findOrAddAccounts(scope: Scope, row: Import, names: (string | null)[]): Promise<Map<string, string>> {
  const wanted = new Map(names.filter((name) => name !== null).map((name) => [name.toLowerCase(), name]))
  if (wanted.size === 0) return new Map()
  const known = await accountsNamed(scope, [...wanted.keys()])
  const missing = [...wanted].filter(([key]) => !known.has(key)).map(([key, name]) => ({ key, id: uuidv7(), name }))
  await insertAccounts(
    scope,
    row,
    missing.map(({ id, name }) => ({ id, name, source_id: null, traits: {} })),
  )
  for (const { key, id } of missing) known.set(key, id)
  return known
}

async function accountsNamed({ db, workspaceId }: Scope, names: string[]) {
  const { rows } = await sql<{ id: string; name: string }>`select distinct on (lower(name)) id, lower(name) as name from accounts
    where workspace_id = ${workspaceId} and lower(name) = any(${names}::text[]) and archived_at is null order by lower(name), created_at`.execute(
    db,
  )
  return new Map(rows.map(({ id, name }) => [name, id]))
}

type Wanted = Who & { accountId: string | null }

/** A person is the same by e-mail address, and without one by name within an account. */
function contactKey({ contactEmail, contactName, accountId }: Wanted) {
  if (contactEmail) return contactEmail
  return contactName ? `${contactName.toLowerCase()}\n${accountId ?? ''}` : ''
}

async function findOrAddContacts(scope: Scope, row: Import, wanted: Wanted[]): Promise<Map<string, FoundContact>> {
  const unique = new Map(wanted.map((who) => [contactKey(who), who]))
  unique.delete('')
  if (unique.size === 0) return new Map()
  const known = await knownContacts(scope, [...unique.values()])
  const missing = [...unique].filter(([key]) => !known.has(key)).map(([key, who]) => ({ key, id: uuidv7(), who }))
  await insertContacts(
    scope,
    row,
    missing.map(({ id, who }) => ({
      id,
      name: who.contactName ?? who.contactEmail!,
      email: who.contactEmail,
      account_id: who.accountId,
      source_id: null,
      traits: {},
    })),
  )
  for (const { key, id, who } of missing) known.set(key, { id, accountId: who.accountId })
  return known
}

async function knownContacts({ db, workspaceId }: Scope, wanted: Wanted[]) {
  const emails = wanted.map((who) => who.contactEmail).filter((email) => email !== null)
  const names = wanted.filter((who) => !who.contactEmail).map((who) => who.contactName!.toLowerCase())
  const { rows } = await sql<{
    id: string
    name: string
    email: string | null
    accountId: string | null
  }>`select id, lower(name) as name, lower(email::text) as email, account_id from contacts
    where workspace_id = ${workspaceId} and archived_at is null and (email = any(${emails}::text[]::citext[]) or lower(name) = any(${names}::text[])) order by created_at desc`.execute(
    db,
  )
  const known = new Map<string, FoundContact>()
  for (const { id, name, email, accountId } of rows) {
    known.set(`${name}\n${accountId ?? ''}`, { id, accountId })
    if (email) known.set(email, { id, accountId })
  }
  return known
}
