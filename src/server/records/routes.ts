import { Hono } from 'hono'
import { z } from 'zod'
import { allow } from '../allow.ts'
import { json, query } from '../input.ts'
import { PageQuery } from '../page.ts'
import type { Env } from '../scope.ts'
import { listActivities } from './activities.ts'
import { editableAnyRecord, findAnyRecord } from './any-record.ts'
import { addComment, archiveComment, changeComment, listComments, seeMentions } from './comments.ts'
import { archiveRecord, restoreRecord } from './records.ts'
import { undoActivity } from './undo.ts'

const About = z.object({ about: z.string().min(1).max(60) })
const NewComment = About.extend({ text: z.string().trim().min(1, 'Write something first.').max(20_000) })
const CommentText = NewComment.pick({ text: true })
const ActivityQuery = PageQuery.extend({ about: z.string().max(60).optional(), since: z.iso.datetime().optional() })

/** What every record has: comments, history, archive and restore, undo. `:kind` is a kind of record, `:id` its id or key. */
export const records = new Hono<Env>()
  .get(
    '/comments',
    allow('viewer', { summary: 'Comments on a record, oldest first', example: { about: 'BET-1' } }),
    query(About),
    async (c) => c.json({ rows: await listComments(c.var.scope, c.req.valid('query').about) }),
  )
  .post(
    '/comments',
    allow('contributor', {
      summary: 'Comment on a record; @names are told',
      example: { about: 'BET-1', text: 'Who pays for this?' },
      status: 201,
    }),
    json(NewComment),
    async (c) => c.json(await addComment(c.var.scope, c.req.valid('json')), 201),
  )
  .patch(
    '/comments/:id',
    allow('contributor', { summary: 'Change a comment of one’s own', example: { text: 'Who pays for this, and how often?' } }),
    json(CommentText),
    async (c) => c.json(await changeComment(c.var.scope, c.req.param('id'), c.req.valid('json').text)),
  )
  .delete('/comments/:id', allow('contributor', 'Archive a comment of one’s own'), async (c) =>
    c.json(await archiveComment(c.var.scope, c.req.param('id'))),
  )
  .put(
    '/mentions/seen',
    allow('viewer', { summary: 'Mark the mentions of me on a record as seen', example: { about: 'BET-1' } }),
    json(About),
    async (c) => c.json(await seeMentions(c.var.scope, c.req.valid('json').about)),
  )
  .get(
    '/activities',
    allow('viewer', { summary: 'The journal, newest first; of one record with `about`' }),
    query(ActivityQuery),
    async (c) => c.json(await listActivities(c.var.scope, c.req.valid('query'))),
  )
  .post('/activities/:id/undo', allow('contributor', 'Undo a change'), async (c) =>
    c.json(await undoActivity(c.var.scope, c.req.param('id'))),
  )
  .get('/records/:kind/:id', allow('viewer', 'Any record by its kind and id or key'), async (c) =>
    c.json(await findAnyRecord(c.var.scope, c.req.param('kind'), c.req.param('id'))),
  )
  .delete('/records/:kind/:id', allow('contributor', 'Archive a record; it can be restored for 30 days'), async (c) => {
    const { kind, record } = await editableAnyRecord(c.var.scope, c.req.param('kind'), c.req.param('id'))
    return c.json(await archiveRecord(c.var.scope, kind, record))
  })
  .post('/records/:kind/:id/restoration', allow('contributor', 'Restore an archived record'), async (c) => {
    const { kind, record } = await editableAnyRecord(c.var.scope, c.req.param('kind'), c.req.param('id'))
    return c.json(await restoreRecord(c.var.scope, kind, record))
  })
