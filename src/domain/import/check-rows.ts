import { checkEvent, type EventDraft } from './check-event.ts'
import { checkFeedback, type FeedbackDraft } from './check-feedback.ts'
import { type AccountDraft, type ContactDraft, checkAccount, checkContact } from './check-people.ts'
import type { ImportKind } from './fields.ts'
import { type CheckContext, cellReader, type Rejection, type Row, RowRefused, refuseBrokenRow } from './row.ts'

/** What a row becomes, by kind. */
export type Drafts = { feedback: FeedbackDraft; accounts: AccountDraft; contacts: ContactDraft; events: EventDraft }
export type Draft = Drafts[ImportKind]

export type CheckedRow = { line: number; drafts: Draft[]; rejection?: Rejection }

const checks = { feedback: checkFeedback, accounts: checkAccount, contacts: checkContact, events: checkEvent }

/** A checker for one file from its first row to its last: it remembers the ids it has seen. */
export function rowChecker(context: CheckContext) {
  const read = cellReader(context.mapping, context.columns)
  const check = checks[context.mapping.kind]
  const lineById = new Map<string, number>()
  const lineByName = new Map<string, number>()
  return function checkRow(row: Row): CheckedRow {
    try {
      refuseBrokenRow(row, context.columns)
      const drafts = check(row, read, context)
      refuseSeenIds(drafts, row.line, lineById)
      refuseSeenNames(drafts, { line: row.line, fingerprint: context.fingerprint }, lineByName)
      return { line: row.line, drafts }
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error
      return { line: row.line, drafts: [], rejection: { line: row.line, reason: error.message, cells: row.cells } }
    }
  }
}

export function checkRows(rows: Iterable<Row>, context: CheckContext) {
  const checked = [...rows].map(rowChecker(context))
  return {
    good: checked.filter((row) => !row.rejection),
    bad: checked.map((row) => row.rejection).filter((rejection) => rejection !== undefined),
  }
}

function refuseSeenIds(drafts: Draft[], line: number, lineById: Map<string, number>) {
  for (const draft of drafts) {
    const id = 'insertId' in draft ? draft.insertId : draft.sourceId
    const seen = lineById.get(id)
    if (seen !== undefined) throw new RowRefused(`The id “${id}” stands in this file already, on line ${seen}.`)
    lineById.set(id, line)
  }
}

/** In a file without ids a company is known by its name and a person by their address; a second row would only overwrite the first. */
function refuseSeenNames(drafts: Draft[], { line, fingerprint }: { line: number; fingerprint: string }, lineByName: Map<string, number>) {
  for (const draft of drafts) {
    const name = 'revenue' in draft ? draft.name : 'distinctId' in draft && 'email' in draft ? draft.email : null
    if (!name || !('sourceId' in draft) || !draft.sourceId.startsWith(`${fingerprint}:`)) continue
    const seen = lineByName.get(name.toLowerCase())
    if (seen !== undefined) throw new RowRefused(`“${name}” stands in this file already, on line ${seen}.`)
    lineByName.set(name.toLowerCase(), line)
  }
}
