import { uuidv7 } from 'uuidv7'
import type { AccountDraft } from '#domain/import/check-people.ts'
import type { Scope } from '../scope.ts'
import { fillIn, knownPeople } from './fill-people.ts'
import type { Import } from './imports.ts'
import { insertAccounts } from './insert-people.ts'
import { hasOwnId, holdPeople } from './people.ts'

/** Makes accounts, and fills in those that are there under the same name. Answers how many were made or changed. */
export async function writeAccounts(scope: Scope, row: Import, drafts: AccountDraft[]): Promise<number> {
  await holdPeople(scope)
  const byName = await knownPeople(
    scope,
    'account',
    drafts.map(({ name }) => name.toLowerCase()),
  )
  // Two companies of one name with ids of their own are two companies.
  const knownFor = (draft: AccountDraft) => {
    const known = byName.get(draft.name.toLowerCase())
    return known && (known.sourceId === null || !hasOwnId(row, draft)) ? known : undefined
  }
  let filled = 0
  for (const draft of drafts) {
    const known = knownFor(draft)
    if (known && (await fillIn(scope, row, { kind: 'account', known, values: valuesOf(draft) }))) filled++
  }
  const fresh = drafts.filter((draft) => !knownFor(draft))
  return (
    filled +
    (await insertAccounts(
      scope,
      row,
      fresh.map((draft) => ({ id: uuidv7(), ...columnsOf(draft) })),
    ))
  )
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

function valuesOf({ name: _name, sourceId: _sourceId, ...draft }: AccountDraft) {
  return { ...draft, customerSince: dayOf(draft.customerSince), churnedAt: dayOf(draft.churnedAt) }
}

function columnsOf({ customerSince, churnedAt, sourceId, ...draft }: AccountDraft) {
  return { ...draft, customer_since: dayOf(customerSince), churned_at: dayOf(churnedAt), source_id: sourceId }
}
