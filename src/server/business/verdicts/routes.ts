import { Hono } from 'hono'
import { z } from 'zod'
import { Amendment, NewPlan } from '#domain/business/success-plan.ts'
import { allow } from '../../allow.ts'
import { json, query } from '../../input.ts'
import { editableRecord, findRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import { launchOutlook } from '../plans/launch-outlook.ts'
import { outlookOf } from '../plans/outlook.ts'
import { amendmentsOf, amendPlan, planOf, savePlan } from '../plans/queries.ts'
import { asLocked } from '../plans/since-locked.ts'
import { findVerdict, listVerdicts, recordVerdict, verdictOf } from './queries.ts'

const examplePlan = {
  metric: 'METRIC-1',
  smallestEffect: 0.08,
  design: {
    kind: 'experiment' as const,
    exposureEvent: 'feature_exposed',
    variantProperty: 'variant',
    control: 'control',
    treatment: 'treatment',
    windowDays: 14,
  },
  checkDate: '2099-12-31',
}

const LaunchDay = z.object({ launchedOn: z.iso.date('A day is written like 2026-03-01.').optional() })
const LaunchOutlook = z.object({
  suffices: z.boolean().nullable().describe('Null where nobody can say'),
  sentence: z.string(),
  people: z.number().int().nullable().describe('How many people it takes'),
  days: z.number().int().nullable(),
  arriving: z.number().int().nullable().describe('How many will have come by the check date if they come as they did'),
  doubts: z.array(z.string()).describe('What looks mistyped, or leaves nothing to count'),
})

/** The success plan and the verdict of a bet, under the bet's own address. */
export const plans = new Hono<Env>()
  .get(
    '/:id/plan',
    allow('viewer', 'The success plan, its amendments, which metrics changed since it was locked, and whether the traffic suffices'),
    async (c) => {
      const bet = await findRecord(c.var.scope, 'bet', c.req.param('id'))
      const plan = await planOf(c.var.scope, bet.id)
      if (!plan) return c.json({ plan: null, metrics: [], amendments: [], redefined: [], outlook: null })
      const { metrics, redefined, renamed } = await asLocked(c.var.scope, plan)
      return c.json({
        plan,
        metrics,
        amendments: await amendmentsOf(c.var.scope, plan.id),
        redefined: [...redefined, ...renamed],
        outlook: plan.lockedAt ? null : await outlookOf(c.var.scope, plan),
      })
    },
  )
  .get(
    '/:id/plan/outlook',
    allow('viewer', {
      summary: 'What a launch on that day would leave the verdict to count; today where none is given',
      answers: LaunchOutlook,
    }),
    query(LaunchDay),
    async (c) => {
      const bet = await findRecord(c.var.scope, 'bet', c.req.param('id'))
      return c.json(await launchOutlook(c.var.scope, bet.id, c.req.valid('query').launchedOn))
    },
  )
  .put(
    '/:id/plan',
    allow('maker', { summary: 'Write the success plan, before the launch', example: examplePlan }),
    json(NewPlan),
    async (c) => {
      const bet = await editableRecord(c.var.scope, 'bet', c.req.param('id'))
      return c.json(await savePlan(c.var.scope, { bet, version: versionOf(c) }, c.req.valid('json')))
    },
  )
  .post(
    '/:id/plan/amendments',
    allow('maker', {
      summary: 'Amend a locked plan, in the open',
      example: { reason: 'The exposure event was renamed.', plan: examplePlan },
      status: 201,
    }),
    json(Amendment),
    async (c) => {
      const bet = await editableRecord(c.var.scope, 'bet', c.req.param('id'))
      return c.json(await amendPlan(c.var.scope, { bet, version: versionOf(c) }, c.req.valid('json')), 201)
    },
  )
  .get('/:id/verdict', allow('viewer', 'The verdict that was recorded, and what the data say now'), async (c) =>
    c.json(await verdictOf(c.var.scope, c.req.param('id'))),
  )
  .post('/:id/verdict', allow('maker', { summary: 'Compute the verdict and record it', status: 201 }), async (c) =>
    c.json(await recordVerdict(c.var.scope, c.req.param('id')), 201),
  )

export const verdicts = new Hono<Env>()
  .get('/', allow('viewer', 'Verdicts, the newest first'), async (c) => c.json({ rows: await listVerdicts(c.var.scope) }))
  .get('/:id', allow('viewer', 'One verdict with what it rests on'), async (c) => c.json(await findVerdict(c.var.scope, c.req.param('id'))))
