import type { z } from 'zod'
import { NotAllowed } from '#domain/problems.ts'
import { checkView, mayChangeView, mayShareView, type NewSavedView, type SavedViewChanges } from '#domain/saved-view.ts'
import type { RecordOf } from '../records/kinds.ts'
import { addRecord, changeRecord } from '../records/records.ts'
import type { Editable, Scope } from '../scope.ts'
import { refuseCrowding } from './crowding.ts'

type View = RecordOf<'saved-view'>

function views({ db, workspaceId, member }: Scope) {
  return db
    .selectFrom('savedViews as v')
    .leftJoin('members as m', (join) => join.onRef('m.workspaceId', '=', 'v.workspaceId').onRef('m.id', '=', 'v.ownerId'))
    .where('v.workspaceId', '=', workspaceId)
    .where('v.archivedAt', 'is', null)
    .where(({ or, eb }) => or([eb('v.shared', '=', true), eb('v.ownerId', '=', member.id)]))
    .select(['v.id', 'v.version', 'v.list', 'v.name', 'v.state', 'v.shared', 'v.ownerId', 'm.name as ownerName', 'v.updatedAt'])
}

/** The asker's own views and those that are shared, by name, with what the asker may do to each. */
export async function listSavedViews(scope: Scope) {
  const rows = await views(scope).orderBy('v.list').orderBy('v.name').orderBy('v.id').execute()
  return rows.map((view) => ({ ...view, ...rightsOf(scope, view) }))
}

export function rightsOf({ member }: Scope, view: Pick<View, 'ownerId' | 'shared'>) {
  return { mine: view.ownerId === member.id, mayChange: mayChangeView(member, view), mayShare: mayShareView(member, view) }
}

export async function addSavedView(scope: Scope, view: z.output<typeof NewSavedView>) {
  checkView(view.list, view.state)
  if (view.shared) checkSharing(scope, { ownerId: scope.member.id })
  await refuseCrowding(scope, { ...view, ownerId: scope.member.id })
  return addRecord(scope, 'saved-view', view)
}

export async function changeSavedView(scope: Scope, view: Editable<View>, changes: z.output<typeof SavedViewChanges>) {
  if (changes.state) checkView(view.list, changes.state)
  const sharing = changes.shared !== undefined && changes.shared !== view.shared
  if (sharing) checkSharing(scope, view)
  return changeRecord(scope, { kind: 'saved-view', record: view }, changes, {
    what: sharing ? `saved-view.${changes.shared ? 'shared' : 'taken-back'}` : 'saved-view.changed',
  })
}

function checkSharing({ member }: Scope, view: Pick<View, 'ownerId'>) {
  if (mayShareView(member, view)) return
  throw new NotAllowed(
    view.ownerId === member.id
      ? 'Sharing a saved view needs the role contributor. You can keep it to yourself.'
      : 'Only the owner of this saved view can share it or take it back.',
  )
}
