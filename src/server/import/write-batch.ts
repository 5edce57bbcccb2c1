import type { EventDraft } from '#domain/import/check-event.ts'
import type { FeedbackDraft } from '#domain/import/check-feedback.ts'
import type { AccountDraft, ContactDraft } from '#domain/import/check-people.ts'
import type { CheckedRow, Draft } from '#domain/import/check-rows.ts'
import type { Rejection } from '#domain/import/row.ts'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'
import { knownSources } from './known-sources.ts'
import { writeAccounts } from './write-accounts.ts'
import { writeContacts } from './write-contacts.ts'
import { writeEvents } from './write-events.ts'
import { writeFeedback } from './write-feedback.ts'

/** What became of a batch: records made, how many of them without a date, records that were there already, and rows that the store refused. */
export type Written = { imported: number; undated: number; alreadyThere: number; refused: Rejection[] }

/** Writes the good rows of a batch, in the scope's transaction. */
export async function writeBatch(scope: Scope, row: Import, checked: CheckedRow[]): Promise<Written> {
  const lines = checked.flatMap(({ line, drafts }) => drafts.map((draft) => ({ line, draft })))
  if (row.mapping.kind === 'events') return writeEvents(scope, row, lines as { line: number; draft: EventDraft }[])
  const drafts = lines.map(({ draft }) => draft)
  const fresh = await withoutKnown(scope, row, drafts as Exclude<Draft, EventDraft>[])
  const written = await write(scope, row, fresh)
  return { ...written, alreadyThere: drafts.length - written.imported, refused: [] }
}

async function withoutKnown<D extends { sourceId: string }>(scope: Scope, { mapping }: Import, drafts: D[]) {
  const known = await knownSources(
    scope,
    mapping,
    drafts.map((draft) => draft.sourceId),
  )
  return drafts.filter((draft) => !known.has(draft.sourceId))
}

async function write(scope: Scope, row: Import, drafts: Draft[]) {
  if (drafts.length === 0) return { imported: 0, undated: 0 }
  if (row.mapping.kind === 'feedback') return writeFeedback(scope, row, drafts as FeedbackDraft[])
  const people =
    row.mapping.kind === 'accounts'
      ? writeAccounts(scope, row, drafts as AccountDraft[])
      : writeContacts(scope, row, drafts as ContactDraft[])
  return { imported: await people, undated: 0 }
}
