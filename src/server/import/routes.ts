import { Hono } from 'hono'
import { z } from 'zod'
import { importKinds } from '#domain/import/fields.ts'
import { LayoutChange } from '#domain/import/layout.ts'
import { MappingChange } from '#domain/import/mapping.ts'
import { allow } from '../allow.ts'
import { attachment, streamPages } from '../export/csv.ts'
import { json, query } from '../input.ts'
import type { Env } from '../scope.ts'
import { findImport, listImports, shownImport } from './imports.ts'
import { groupedRejections, rejectionsCsv } from './rejections.ts'
import { changeRecognised, discardOrUndo, previewOf, startImport, takeUpload } from './steps.ts'

const Upload = z.object({ name: z.string().trim().min(1).max(200).default('Pasted text'), kind: z.enum(importKinds).optional() })
export const ImportChange = z.object({
  kind: z.enum(importKinds).optional(),
  layout: LayoutChange.optional(),
  mapping: MappingChange.optional(),
})
const example = { mapping: { columns: [{ column: 'comment', field: 'text' }], dateOrder: 'day-first' } }

/** Bringing what people have: upload, look, correct, start, follow, undo. */
export const imports = new Hono<Env>()
  .get('/imports', allow('viewer', 'Imports, newest first'), async (c) => c.json({ rows: await listImports(c.var.scope) }))
  .post(
    '/imports',
    allow('admin', {
      summary: 'Upload a file as the body; answers its layout, a proposed mapping and a preview',
      example: { name: 'reviews.csv' },
      status: 201,
    }),
    query(Upload),
    async (c) => {
      const { name, kind } = c.req.valid('query')
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await takeUpload(c.var.scope, { bytes, fileName: name }, kind), 201)
    },
  )
  .get('/imports/:id', allow('viewer', 'An import: mapping, progress, report'), async (c) =>
    c.json(shownImport(c.var.scope, await findImport(c.var.scope, c.req.param('id')))),
  )
  .get('/imports/:id/preview', allow('admin', 'What importing would do, row by row'), async (c) =>
    c.json(await previewOf(c.var.scope, await findImport(c.var.scope, c.req.param('id')))),
  )
  .patch(
    '/imports/:id',
    allow('admin', { summary: 'Correct layout or mapping; answers a new preview', example }),
    json(ImportChange),
    async (c) => c.json(await changeRecognised(c.var.scope, c.req.param('id'), c.req.valid('json'))),
  )
  .post('/imports/:id/start', allow('admin', { summary: 'Start importing, or go on after a failure', status: 202 }), async (c) =>
    c.json(shownImport(c.var.scope, await startImport(c.var.scope, c.req.param('id'))), 202),
  )
  .get('/imports/:id/rejections', allow('viewer', 'The rejected rows by reason: all counted, the first of each shown'), async (c) => {
    const { id } = await findImport(c.var.scope, c.req.param('id'))
    return c.json({ groups: await groupedRejections(c.var.scope, id) })
  })
  .get(
    '/imports/:id/rejections.csv',
    allow('viewer', { summary: 'The rejected rows with their reasons', media: 'text/csv' }),
    async (c) => {
      const found = await findImport(c.var.scope, c.req.param('id'))
      return c.body(streamPages(rejectionsCsv(c.var.scope, found)), 200, attachment(`rejected-${found.fileName}.csv`, 'text/csv'))
    },
  )
  .delete('/imports/:id', allow('admin', 'Undo a whole import, for a day; or discard one that was not started'), async (c) =>
    c.json(await discardOrUndo(c.var.scope, c.req.param('id'))),
  )
