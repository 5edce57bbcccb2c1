import type { z } from 'zod'
import { decodeCursor, type PageQuery, pageOf } from '../page.ts'
import type { Scope } from '../scope.ts'
import { findAbout } from './any-record.ts'

type ActivityQuery = z.output<typeof PageQuery> & { about?: string | undefined; since?: string | undefined }

/** The journal, newest first, with the name of who did it. */
export async function listActivities(scope: Scope, { about, since, cursor, limit }: ActivityQuery) {
  const record = about ? await findAbout(scope, about) : undefined
  let rows = scope.db
    .selectFrom('activities')
    .leftJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'activities.workspaceId').onRef('members.id', '=', 'activities.memberId'),
    )
    .where('activities.workspaceId', '=', scope.workspaceId)
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
    .orderBy('activities.id', 'desc')
    .limit(limit + 1)
  if (record) rows = rows.where('activities.aboutId', '=', record.id)
  if (since) rows = rows.where('activities.at', '>=', new Date(since))
  if (cursor) rows = rows.where('activities.id', '<', decodeCursor(cursor, 1)[0]!)
  return pageOf(await rows.execute(), limit, ({ id }) => [id])
}
