import { Hono } from 'hono'
import { z } from 'zod'
import { NewSavedView, SavedViewChanges, ViewParts } from '#domain/saved-view.ts'
import { savedLists } from '#domain/view-parts.ts'
import { allow } from '../allow.ts'
import { json } from '../input.ts'
import { archiveRecord, editableRecord, findRecord, restoreRecord } from '../records/records.ts'
import { versionOf } from '../request.ts'
import type { Env } from '../scope.ts'
import { addSavedView, changeSavedView, listSavedViews, rightsOf } from './queries.ts'

const Saved = z.object({
  id: z.uuid(),
  version: z.number().int(),
  list: z.enum(savedLists),
  name: z.string(),
  state: ViewParts,
  shared: z.boolean(),
  ownerId: z.uuid().nullable(),
  updatedAt: z.iso.datetime(),
})
const Rights = z.object({ mine: z.boolean(), mayChange: z.boolean(), mayShare: z.boolean() })
const Listed = z.object({ rows: z.array(Saved.extend({ ownerName: z.string().nullable(), ...Rights.shape })) })
const strongest = {
  list: 'problems',
  name: 'Validated, by what is at stake',
  state: { state: 'validated', sort: '-revenue' },
  shared: true,
}

/** Views of the lists that somebody gave a name: one’s own, and those the workspace shares. */
export const savedViews = new Hono<Env>()
  .get('/', allow('viewer', { summary: 'My saved views and those that are shared', answers: Listed }), async (c) =>
    c.json({ rows: await listSavedViews(c.var.scope) }),
  )
  .post(
    '/',
    allow('viewer', { summary: 'Save a view of a list; sharing it needs a contributor', example: strongest, answers: Saved, status: 201 }),
    json(NewSavedView),
    async (c) => c.json(await addSavedView(c.var.scope, c.req.valid('json')), 201),
  )
  .get('/:id', allow('viewer', { summary: 'One saved view', answers: Saved.extend(Rights.shape) }), async (c) => {
    const view = await findRecord(c.var.scope, 'saved-view', c.req.param('id'))
    return c.json({ ...view, ...rightsOf(c.var.scope, view) })
  })
  .patch(
    '/:id',
    allow('viewer', { summary: 'Rename, replace, share or take back a saved view', example: { name: 'Validated' }, answers: Saved }),
    json(SavedViewChanges),
    async (c) => {
      const view = await editableRecord(c.var.scope, 'saved-view', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeSavedView(c.var.scope, view, c.req.valid('json')))
    },
  )
  .delete('/:id', allow('viewer', { summary: 'Archive a saved view', answers: Saved }), async (c) => {
    const view = await editableRecord(c.var.scope, 'saved-view', c.req.param('id'))
    return c.json(await archiveRecord(c.var.scope, 'saved-view', view))
  })
  .post('/:id/restoration', allow('viewer', { summary: 'Restore an archived saved view', answers: Saved }), async (c) => {
    const view = await editableRecord(c.var.scope, 'saved-view', c.req.param('id'), { archived: true })
    return c.json(await restoreRecord(c.var.scope, 'saved-view', view))
  })
