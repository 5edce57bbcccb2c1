import { isDeepStrictEqual } from 'node:util'
import type { Changes } from '#db/installation-tables.ts'
import { Conflict, NotFound } from '#domain/problems.ts'
import { undoTie, undoUntie } from '../business/bets/queries.ts'
import type { Scope } from '../scope.ts'
import { isRecordKind, type RecordChanges, type RecordKind } from './kinds.ts'
import { archiveRecord, changeRecord, editableRecord } from './records.ts'

type Undoer = (scope: Scope, activity: { aboutId: string; changes: Changes }) => Promise<unknown>

/** What is undone in a way of its own, because it changed more than columns of one record. One line a feature. */
export const undoers: Record<string, Undoer> = {
  'bet.problem-tied': undoTie,
  'bet.problem-untied': undoUntie,
}

/** What stays done: a promise that was locked, something already said to others, a merge of history. */
const final = new Set([
  'success-plan.locked',
  'success-plan.amended',
  'bet.launched',
  'verdict.added',
  'feedback.redacted',
  'comment.changed',
  'comment.archived',
])

export async function undoActivity(scope: Scope, id: string) {
  const activity = await findActivity(scope, id)
  if (final.has(activity.what) || activity.what.endsWith('.commented')) throw new Conflict('This cannot be undone.')
  const own = undoers[activity.what]
  if (own) return own(scope, activity)
  if (!isRecordKind(activity.aboutKind)) throw new Conflict('This cannot be undone.')
  return activity.what.endsWith('.added')
    ? undoAdding(scope, activity.aboutKind, activity.aboutId)
    : undoChange(scope, activity.aboutKind, activity)
}

async function findActivity({ db, workspaceId }: Scope, id: string) {
  const columns = ['id', 'what', 'aboutKind', 'aboutId', 'changes'] as const
  const activity =
    /^\d{1,18}$/.test(id) &&
    (await db.selectFrom('activities').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).executeTakeFirst())
  if (!activity) throw new NotFound('There is no such activity.')
  return activity
}

async function undoAdding(scope: Scope, kind: RecordKind, id: string) {
  return archiveRecord(scope, kind, await editableRecord(scope, kind, id, { archived: true }))
}

/** Puts back what was there before, unless somebody has changed it again since. */
async function undoChange(scope: Scope, kind: RecordKind, activity: { id: string; what: string; aboutId: string; changes: Changes }) {
  const record = await editableRecord(scope, kind, activity.aboutId, { archived: true })
  const now = record as unknown as Record<string, unknown>
  const moved = Object.entries(activity.changes).find(([field, { after }]) => !isDeepStrictEqual(plain(now[field]), plain(after)))
  if (moved) throw new Conflict(`“${moved[0]}” has been changed again since; undoing would lose that.`)
  const before = Object.fromEntries(Object.entries(activity.changes).map(([field, change]) => [field, change.before]))
  return changeRecord(scope, { kind, record }, before as RecordChanges<typeof kind>, { what: `${kind}.undone`, undoes: activity.id })
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}
