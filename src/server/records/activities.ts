import type { z } from 'zod'
import { mayEdit } from '#domain/member.ts'
import { decodeCursor, type PageQuery, pageOf } from '../page.ts'
import type { Scope } from '../scope.ts'
import { findAbout } from './any-record.ts'
import { isUndoable } from './undo.ts'

type ActivityQuery = z.output<typeof PageQuery> & { about?: string | undefined; since?: string | undefined }

/** The journal, newest first, with the name of who did it, and whether the asker may take it back. */
export async function listActivities(scope: Scope, { about, since, cursor, limit }: ActivityQuery) {
  const record = about ? await findAbout(scope, about) : undefined
  let rows = linesOf(scope).limit(limit + 1)
  if (record) rows = rows.where('activities.aboutId', '=', record.id)
  if (since) rows = rows.where('activities.at', '>=', new Date(since))
  if (cursor) rows = rows.where('activities.id', '<', decodeCursor(cursor, 1)[0]!)
  const page = pageOf(await rows.execute(), limit, ({ id }) => [id])
  const mine = mayEdit(scope.member, record?.title ?? {})
  return { ...page, rows: page.rows.map(({ undone, ...line }) => ({ ...line, undoable: mine && !undone && isUndoable(line) })) }
}

function linesOf({ db, workspaceId }: Scope) {
  return db
    .selectFrom('activities')
    .leftJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'activities.workspaceId').onRef('members.id', '=', 'activities.memberId'),
    )
    .where('activities.workspaceId', '=', workspaceId)
    .select([
      'activities.id',
      'activities.at',
      'activities.memberId',
      'members.name as memberName',
      'activities.origin',
      'activities.what',
      'activities.aboutKind',
    ])
    .select([
      'activities.aboutId',
      'activities.aboutKey',
      'activities.aboutTitle',
      'activities.changes',
      'activities.why',
      'activities.undoes',
      'activities.importId',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('activities as later')
          .whereRef('later.workspaceId', '=', 'activities.workspaceId')
          .whereRef('later.aboutId', '=', 'activities.aboutId')
          .whereRef('later.undoes', '=', 'activities.id')
          .select('later.id'),
      ).as('undone'),
    )
    .orderBy('activities.id', 'desc')
}
