import { uuidv7 } from 'uuidv7'
import type { ContactDraft } from '#domain/import/check-people.ts'
import type { Scope } from '../scope.ts'
import { fillIn, knownPeople } from './fill-people.ts'
import type { Import } from './imports.ts'
import { insertContacts } from './insert-people.ts'
import { findOrAddAccounts, hasOwnId, holdPeople } from './people.ts'

/** Makes contacts, and fills in those that are there under the same e-mail address. Answers how many were made or changed. */
export async function writeContacts(scope: Scope, row: Import, drafts: ContactDraft[]): Promise<number> {
  await holdPeople(scope)
  const accounts = await findOrAddAccounts(
    scope,
    row,
    drafts.map((draft) => draft.accountName),
  )
  const accountOf = ({ accountName }: ContactDraft) => (accountName ? accounts.get(accountName.toLowerCase())! : null)
  const byEmail = await knownPeople(
    scope,
    'contact',
    drafts.map(({ email }) => email).filter((email) => email !== null),
  )
  const knownFor = (draft: ContactDraft) => {
    const known = byEmail.get(draft.email ?? '')
    return known && (known.sourceId === null || !hasOwnId(row, draft)) ? known : undefined
  }
  let filled = 0
  for (const draft of drafts) {
    const known = knownFor(draft)
    if (known && (await fillIn(scope, row, { kind: 'contact', known, values: valuesOf(draft, accountOf(draft)) }))) filled++
  }
  const fresh = drafts.filter((draft) => !knownFor(draft)).map((draft) => columnsOf(draft, accountOf(draft)))
  return filled + (await insertContacts(scope, row, fresh))
}

/** A contact without a name of its own goes by its address, which must not replace a name that is known. */
function valuesOf({ name, title, distinctId, email, traits }: ContactDraft, accountId: string | null) {
  return { name: name === email ? null : name, title, distinctId, accountId, traits }
}

function columnsOf({ accountName: _accountName, distinctId, sourceId, ...draft }: ContactDraft, accountId: string | null) {
  return { ...draft, id: uuidv7(), account_id: accountId, distinct_id: distinctId, source_id: sourceId }
}
