import type { ExpressionBuilder } from 'kysely'
import type { z } from 'zod'
import type { Schema } from '#db/schema.ts'
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

const columns = ['id', 'at', 'memberId', 'origin', 'what', 'aboutKind', 'aboutId', 'aboutKey', 'aboutTitle', 'changes', 'why'] as const

function linesOf({ db, workspaceId, member }: Scope) {
  return db
    .selectFrom('activities')
    .leftJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'activities.workspaceId').onRef('members.id', '=', 'activities.memberId'),
    )
    .where('activities.workspaceId', '=', workspaceId)
    .where((lines) => lines.not(isKeptByOthers(lines, member.id)))
    .select(columns.map((column) => `activities.${column}` as const))
    .select(['activities.undoes', 'activities.importId', 'members.name as memberName'])
    .select((lines) => isUndone(lines).as('undone'))
    .orderBy('activities.id', 'desc')
}

type Lines = ExpressionBuilder<Schema, 'activities'>

/** About a saved view that somebody else keeps to themselves. */
function isKeptByOthers({ exists, selectFrom }: Lines, memberId: string) {
  return exists(
    selectFrom('savedViews as kept')
      .whereRef('kept.workspaceId', '=', 'activities.workspaceId')
      .whereRef('kept.id', '=', 'activities.aboutId')
      .where('kept.shared', '=', false)
      .where('kept.ownerId', 'is distinct from', memberId)
      .select('kept.id'),
  )
}

function isUndone({ exists, selectFrom }: Lines) {
  return exists(
    selectFrom('activities as later')
      .whereRef('later.workspaceId', '=', 'activities.workspaceId')
      .whereRef('later.aboutId', '=', 'activities.aboutId')
      .whereRef('later.undoes', '=', 'activities.id')
      .select('later.id'),
  )
}
