import { Hono } from 'hono'
import { z } from 'zod'
import { TellingDefinition } from '#domain/business/metric.ts'
import { allow } from '../../allow.ts'
import { json, query } from '../../input.ts'
import { editableRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import {
  addMetric,
  allSeries,
  changeMetric,
  cohortsOf,
  eventsThere,
  findMetric,
  listMetrics,
  MetricChanges,
  NewMetric,
  seriesOf,
} from './queries.ts'

const Period = z.object({ from: z.iso.datetime({ offset: true }).optional(), to: z.iso.datetime({ offset: true }).optional() })
const Preview = Period.extend({ definition: TellingDefinition })
const Point = z.object({
  at: z.iso.datetime(),
  value: z.number().nullable().describe('Null when nobody can be counted yet'),
  people: z.number().int().describe('The denominator, or the people behind a sum or count'),
  complete: z.boolean().describe('False while the period is still running'),
})
const AllSeries = z.object({ rows: z.array(z.object({ id: z.uuid(), points: z.array(Point) })) })
const Weeks = z.object({ weeks: z.coerce.number().int().min(1).max(52).default(12) })
const example = {
  name: 'Crews who complete a job',
  definition: { kind: 'adoption' as const, of: { event: 'job_completed' }, measure: 'people' as const },
}

export const metrics = new Hono<Env>()
  .get('/', allow('viewer', 'Metrics, the north star first'), async (c) => c.json({ rows: await listMetrics(c.var.scope) }))
  .post('/', allow('maker', { summary: 'Define a metric over product events', example, status: 201 }), json(NewMetric), async (c) =>
    c.json(await addMetric(c.var.scope, c.req.valid('json')), 201),
  )
  .post(
    '/preview',
    allow('viewer', { summary: 'The series of a definition that is not saved', example: { definition: example.definition } }),
    json(Preview),
    async (c) => {
      const { definition, ...period } = c.req.valid('json')
      return c.json(await seriesOf(c.var.scope, definition, period))
    },
  )
  .get('/series', allow('viewer', { summary: 'The latest points of every metric', answers: AllSeries }), async (c) =>
    c.json({ rows: await allSeries(c.var.scope) }),
  )
  .get('/:id', allow('viewer', 'One metric, in words, with the bets on it'), async (c) =>
    c.json(await findMetric(c.var.scope, c.req.param('id'))),
  )
  .patch('/:id', allow('maker', { summary: 'Change a metric', example: { name: 'Crews at work' } }), json(MetricChanges), async (c) => {
    const metric = await editableRecord(c.var.scope, 'metric', c.req.param('id'), { version: versionOf(c) })
    return c.json(await changeMetric(c.var.scope, metric, c.req.valid('json')))
  })
  .get('/:id/series', allow('viewer', 'The series, with the people behind each point'), query(Period), async (c) => {
    const { definition } = await findMetric(c.var.scope, c.req.param('id'))
    return c.json(await seriesOf(c.var.scope, definition, c.req.valid('query')))
  })
  .get('/:id/cohorts', allow('viewer', 'Weekly cohorts of a retention metric'), query(Weeks), async (c) => {
    const { definition } = await findMetric(c.var.scope, c.req.param('id'))
    return c.json(await cohortsOf(c.var.scope, definition, c.req.valid('query').weeks))
  })

const EventQuery = z.object({ event: z.string().max(200).optional() })
const ValueQuery = z.object({ event: z.string().max(200).optional(), property: z.string().min(1).max(200) })
const PersonQuery = z.object({ distinctId: z.string().min(1).max(200) })
const LatestQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) })

export const events = new Hono<Env>()
  .get('/names', allow('viewer', 'Events there are, or the properties of one'), query(EventQuery), async (c) =>
    c.json(await eventsThere(c.var.scope, c.req.valid('query').event)),
  )
  .get(
    '/values',
    allow('viewer', { summary: 'The commonest values of a property', example: { property: 'plan' } }),
    query(ValueQuery),
    async (c) => {
      const { event, property } = c.req.valid('query')
      return c.json({ rows: await c.var.scope.services.warehouse.propertyValues(c.var.scope.workspaceId, event ?? null, property) })
    },
  )
  .get('/latest', allow('viewer', 'The latest events that came in'), query(LatestQuery), async (c) =>
    c.json({ rows: await c.var.scope.services.warehouse.recentEvents(c.var.scope.workspaceId, c.req.valid('query').limit) }),
  )
  .get('/rejected', allow('viewer', 'What was sent and refused, with the reason'), async (c) =>
    c.json(await c.var.scope.services.warehouse.rejections(c.var.scope.workspaceId)),
  )
  .get('/person', allow('viewer', { summary: 'What one person did', example: { distinctId: 'crew-1' } }), query(PersonQuery), async (c) => {
    const { warehouse } = c.var.scope.services
    const { distinctId } = c.req.valid('query')
    return c.json({
      person: (await warehouse.findPerson(c.var.scope.workspaceId, distinctId)) ?? null,
      events: await warehouse.personEvents(c.var.scope.workspaceId, distinctId, 200),
    })
  })
