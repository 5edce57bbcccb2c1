import { isDeepStrictEqual } from 'node:util'
import type { Changes } from '#db/installation-tables.ts'
import { fieldWords } from '#domain/field-words.ts'
import type { Kind } from '#domain/keys.ts'
import { Conflict, NotFound } from '#domain/problems.ts'
import { undoTie, undoUntie } from '../business/bets/queries.ts'
import type { Scope } from '../scope.ts'
import { isRecordKind, type RecordChanges, type RecordKind } from './kinds.ts'
import { archiveRecord, changeRecord, editableRecord } from './records.ts'
import { refuseSealed } from './sealed.ts'

type Activity = { id: string; what: string; aboutKind: Kind; aboutId: string; changes: Changes }
type Undoer = (scope: Scope, activity: Activity) => Promise<unknown>

/** What is undone in a way of its own, because it changed more than columns of one record. One line a feature. */
export const undoers: Record<string, Undoer> = {
  'bet.problem-tied': undoTie,
  'bet.problem-untied': undoUntie,
}

/** What stays done: a promise that was locked, something already said to others, a merge of history. */
const final = new Set([
  'success-plan.locked',
  'success-plan.amended',
  'bet.plan-amended',
  'bet.launched',
  'verdict.added',
  'feedback.redacted',
  'spec.question-asked',
  'spec.question-answered',
  'saved-view.shared',
  'saved-view.taken-back',
  'comment.changed',
  'comment.archived',
])

/** Whether changes of this sort can be taken back at all; whether this one still can shows when it is tried. */
export function isUndoable({ what, aboutKind }: Pick<Activity, 'what' | 'aboutKind'>) {
  return isRecordKind(aboutKind) && !final.has(what) && !what.endsWith('.commented')
}

export async function undoActivity(scope: Scope, id: string) {
  const activity = await findActivity(scope, id)
  const { what, aboutKind, aboutId } = activity
  if (!isRecordKind(aboutKind) || !isUndoable(activity)) throw new Conflict('This cannot be undone.')
  const own = undoers[what]
  if (own) return own(scope, activity)
  return what.endsWith('.added') ? undoAdding(scope, { kind: aboutKind, id: aboutId, undoes: id }) : undoChange(scope, aboutKind, activity)
}

async function findActivity({ db, workspaceId }: Scope, id: string) {
  const columns = ['id', 'what', 'aboutKind', 'aboutId', 'changes'] as const
  const activity =
    /^\d{1,18}$/.test(id) &&
    (await db.selectFrom('activities').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).executeTakeFirst())
  if (!activity) throw new NotFound('There is no such activity.')
  return activity
}

async function undoAdding(scope: Scope, { kind, id, undoes }: { kind: RecordKind; id: string; undoes: string }) {
  const record = await editableRecord(scope, kind, id, { archived: true })
  refuseSealed(kind, record)
  return archiveRecord(scope, kind, record, { undoes })
}

/** Puts back what was there before, unless somebody has changed it again since. */
async function undoChange(scope: Scope, kind: RecordKind, { id, aboutId, changes }: Activity) {
  const record = await editableRecord(scope, kind, aboutId, { archived: true })
  refuseSealed(kind, record)
  refuseMoved(record, changes)
  const before = Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change.before]))
  return changeRecord(scope, { kind, record }, before as RecordChanges<typeof kind>, { what: `${kind}.undone`, undoes: id })
}

function refuseMoved(record: object, changes: Changes) {
  const now = record as Record<string, unknown>
  const moved = Object.entries(changes).find(([field, { after }]) => !isDeepStrictEqual(plain(now[field]), plain(after)))
  if (moved) throw new Conflict(`The ${fieldWords(moved[0])} was changed again since; undoing this would lose that.`)
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}
