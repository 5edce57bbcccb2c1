import { Hono } from 'hono'
import { InsightChanges, NewInsight } from '#domain/customer/insight.ts'
import { allow } from '../../allow.ts'
import { json } from '../../input.ts'
import { archiveRecord, editableRecord, findRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import { addInsight, changeInsight } from './queries.ts'

export const insights = new Hono<Env>()
  .post(
    '/',
    allow('contributor', {
      summary: 'Tie a passage of feedback to a problem',
      example: { feedback: 'FB-1', problem: 'PROB-1', from: 0, to: 8, hurt: 2 },
      status: 201,
    }),
    json(NewInsight),
    async (c) => c.json(await addInsight(c.var.scope, c.req.valid('json')), 201),
  )
  .get('/:id', allow('viewer', 'One insight'), async (c) => c.json(await findRecord(c.var.scope, 'insight', c.req.param('id'))))
  .patch(
    '/:id',
    allow('contributor', { summary: 'Change how much it hurts, the stance or the problem', example: { hurt: 3 } }),
    json(InsightChanges),
    async (c) => {
      const insight = await editableRecord(c.var.scope, 'insight', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeInsight(c.var.scope, insight, c.req.valid('json')))
    },
  )
  .delete('/:id', allow('contributor', 'Untie a passage from its problem'), async (c) => {
    const insight = await editableRecord(c.var.scope, 'insight', c.req.param('id'), { version: versionOf(c) })
    return c.json(await archiveRecord(c.var.scope, 'insight', insight))
  })
