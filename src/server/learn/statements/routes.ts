import { Hono } from 'hono'
import { z } from 'zod'
import { Conflict } from '#domain/problems.ts'
import { allow } from '../../allow.ts'
import { attachment, streamPages } from '../../export/csv.ts'
import type { Env } from '../../scope.ts'
import { adminOf } from '../leading.ts'
import { atHome } from '../other-workspace.ts'
import { retryDeliveries, showDeliveries } from './deliveries.ts'
import { exportStatements, listLearnerIds } from './export-statements.ts'

const Deliveries = z.object({
  store: z.string().nullable().describe('The host of the record store, or null when the operator named none'),
  sent: z.number().int(),
  waiting: z.number().int(),
  refused: z.number().int().describe('What the store will not have as it is'),
  lastSentAt: z.iso.datetime().nullable(),
  problems: z.array(
    z.object({ problem: z.string(), count: z.number().int(), tries: z.number().int(), nextTryAt: z.iso.datetime().nullable() }),
  ),
})

/** What people learned, in the words of xAPI 1.0.3: for whoever keeps it elsewhere. */
export const statements = new Hono<Env>()
  .get('/learning/statements', allow('admin', { summary: 'Every xAPI statement of this workspace, as JSON to download' }), async (c) => {
    const asked = await atHome(c.var.scope, async (home) => ({ home: adminOf(home), ids: await listLearnerIds(home) }))
    return c.body(streamPages(exportStatements(asked.home, asked.ids)), 200, attachment('statements.json', 'application/json'))
  })
  .get(
    '/learning/statements/deliveries',
    allow('admin', { summary: 'How far the record store is told, and what went wrong', answers: Deliveries }),
    async (c) => c.json(await atHome(c.var.scope, (home) => showDeliveries(adminOf(home)))),
  )
  .post(
    '/learning/statements/retries',
    allow('admin', { summary: 'Try again now what did not reach the record store', answers: Deliveries, status: 201 }),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          if (!home.services.recordStore)
            throw new Conflict('There is no record store to tell: the operator has named none (XAPI_ENDPOINT).')
          await retryDeliveries(adminOf(home))
          await home.services.jobs.send(home, 'send-statements', {})
          return showDeliveries(home)
        }),
        201,
      ),
  )
