import { uuidv7 } from 'uuidv7'
import { isId } from '#domain/keys.ts'
import { isAtLeast } from '#domain/member.ts'
import { mentionedIn } from '#domain/mentions.ts'
import { NotAllowed, NotFound } from '#domain/problems.ts'
import { record } from '../activity.ts'
import type { Scope } from '../scope.ts'
import { findAbout } from './any-record.ts'

const columns = ['id', 'aboutKind', 'aboutId', 'aboutKey', 'text', 'createdBy', 'createdAt', 'updatedAt', 'version'] as const

function commentsIn({ db, workspaceId }: Scope) {
  return db.selectFrom('comments').where('comments.workspaceId', '=', workspaceId).where('comments.archivedAt', 'is', null)
}

export async function listComments(scope: Scope, about: string) {
  const { id } = await findAbout(scope, about)
  return commentsIn(scope)
    .leftJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'comments.workspaceId').onRef('members.id', '=', 'comments.createdBy'),
    )
    .where('comments.aboutId', '=', id)
    .select(columns.map((column) => `comments.${column}` as const))
    .select('members.name as memberName')
    .orderBy('comments.createdAt')
    .execute()
}

export async function addComment(scope: Scope, { about, text }: { about: string; text: string }) {
  const { db, workspaceId, member, now } = scope
  const { kind, id, key, title } = await findAbout(scope, about)
  const at = now()
  const comment = await db
    .insertInto('comments')
    .values({
      workspaceId,
      id: uuidv7(),
      aboutKind: kind,
      aboutId: id,
      aboutKey: key,
      text,
      createdBy: member.id,
      createdAt: at,
      updatedAt: at,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  await tellMentioned(scope, comment)
  await record(scope, {
    what: `${kind}.commented`,
    kind,
    record: { ...title, id, ...(key ? { key } : {}) },
    changes: { comment: { before: null, after: text } },
  })
  return comment
}

export async function changeComment(scope: Scope, id: string, text: string) {
  const comment = await ownComment(scope, id)
  if (comment.text === text) return comment
  const changed = await scope.db
    .updateTable('comments')
    .set({ text, updatedAt: scope.now(), version: comment.version + 1 })
    .where('workspaceId', '=', scope.workspaceId)
    .where('id', '=', comment.id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  await tellMentioned(scope, changed)
  await recordChange(scope, comment, text)
  return changed
}

export async function archiveComment(scope: Scope, id: string) {
  const comment = await ownComment(scope, id)
  await scope.db
    .updateTable('comments')
    .set({ archivedAt: scope.now() })
    .where('workspaceId', '=', scope.workspaceId)
    .where('id', '=', comment.id)
    .execute()
  await recordChange(scope, comment, null)
  return { id: comment.id }
}

export async function seeMentions(scope: Scope, about: string) {
  const { id } = await findAbout(scope, about)
  const comments = scope.db.selectFrom('comments').select('id').where('workspaceId', '=', scope.workspaceId).where('aboutId', '=', id)
  const seen = await scope.db
    .updateTable('mentions')
    .set({ seenAt: scope.now() })
    .where('workspaceId', '=', scope.workspaceId)
    .where('memberId', '=', scope.member.id)
    .where('seenAt', 'is', null)
    .where('commentId', 'in', comments)
    .executeTakeFirst()
  return { seen: Number(seen.numUpdatedRows) }
}

async function ownComment(scope: Scope, id: string) {
  const comment = isId(id) && (await commentsIn(scope).where('comments.id', '=', id).select(columns).executeTakeFirst())
  if (!comment) throw new NotFound('There is no such comment.')
  if (comment.createdBy !== scope.member.id && !isAtLeast(scope.member, 'admin'))
    throw new NotAllowed('Only who wrote a comment, or an admin, can change it.')
  return comment
}

async function recordChange(scope: Scope, comment: Awaited<ReturnType<typeof ownComment>>, after: string | null) {
  const about = { id: comment.aboutId, ...(comment.aboutKey ? { key: comment.aboutKey } : {}) }
  await record(scope, {
    what: after === null ? 'comment.archived' : 'comment.changed',
    kind: comment.aboutKind,
    record: about,
    changes: { comment: { before: comment.text, after } },
  })
}

async function tellMentioned({ db, workspaceId, member, now }: Scope, comment: { id: string; text: string }) {
  if (!comment.text.includes('@')) return
  const members = await db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .execute()
  const told = mentionedIn(comment.text, members).filter(({ id }) => id !== member.id)
  if (told.length === 0) return
  const rows = told.map(({ id }) => ({ workspaceId, commentId: comment.id, memberId: id, createdAt: now(), seenAt: null }))
  await db
    .insertInto('mentions')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
