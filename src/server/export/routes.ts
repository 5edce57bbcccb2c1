import { Hono } from 'hono'
import { NotFound } from '#domain/problems.ts'
import { allow } from '../allow.ts'
import type { Env } from '../scope.ts'
import { attachment, streamPages } from './csv.ts'
import { everything } from './everything.ts'
import { exportedTables } from './exported-tables.ts'
import { listCsv, tableOf } from './list-csv.ts'

/** The way out, open: everything as JSON Lines, each list as CSV. */
export const exports = new Hono<Env>()
  .get('/export', allow('admin', { summary: 'Everything in the workspace as JSON Lines', media: 'application/jsonl' }), (c) => {
    const { workspace, now } = c.var.scope
    const fileName = `tricorn-${workspace.slug}-${now().toISOString().slice(0, 10)}.jsonl`
    return c.body(streamPages(everything(c.var.scope)), 200, attachment(fileName, 'application/jsonl'))
  })
  .get('/export/:list', allow('admin', { summary: 'One kind of record as CSV: feedback.csv, bet.csv …', media: 'text/csv' }), (c) => {
    const type = /^([a-z-]+)\.csv$/.exec(c.req.param('list'))?.[1] ?? ''
    const table = tableOf(type)
    if (!table) throw new NotFound(`There is no such list. There are ${Object.values(exportedTables).join('.csv, ')}.csv.`)
    return c.body(streamPages(listCsv(c.var.scope, table)), 200, attachment(`${type}.csv`, 'text/csv'))
  })
