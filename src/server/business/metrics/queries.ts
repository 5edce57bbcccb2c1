import { z } from 'zod'
import { describeMetric, MetricDefinition, TellingDefinition } from '#domain/business/metric.ts'
import { DAY_MS } from '#domain/dates.ts'
import { NotAccepted } from '#domain/problems.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'
import { betsOn } from './bets-on.ts'
import { judgedByMetric, verdictsWith } from './promises.ts'

const name = z.string().trim().min(1, 'Give the metric a name.').max(200)
export const NewMetric = z.object({
  name,
  description: z.string().trim().max(2_000).optional(),
  definition: TellingDefinition,
  northStar: z.boolean().optional(),
})
export const MetricChanges = NewMetric.partial()

const lengths = { day: DAY_MS, week: 7 * DAY_MS, month: 31 * DAY_MS }
const SHOWN_POINTS = 26
const MOST_POINTS = 1_000

export async function listMetrics({ db, workspaceId }: Scope) {
  const metrics = await db
    .selectFrom('metrics')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .select(['id', 'key', 'name', 'description', 'definition', 'direction', 'unit', 'northStar', 'version', 'ownerId', 'createdAt'])
    .orderBy('northStar', 'desc')
    .orderBy('name')
    .execute()
  return metrics.map((metric) => ({ ...metric, definition: definitionOf(metric), sentence: describeMetric(definitionOf(metric)) }))
}

/** What is stored was checked when it was written; parsing again fills in what later versions added. */
export function definitionOf({ definition }: { definition: unknown }) {
  return MetricDefinition.parse(definition)
}

export async function findMetric(scope: Scope, idOrKey: string) {
  const metric = await findRecord(scope, 'metric', idOrKey)
  const definition = definitionOf(metric)
  return {
    ...metric,
    definition,
    sentence: describeMetric(definition),
    bets: await betsOn(scope, metric.id),
    judges: await judgedByMetric(scope, metric.id),
    verdicts: await verdictsWith(scope, { id: metric.id, definition }),
  }
}

export function addMetric(scope: Scope, { definition, ...metric }: z.output<typeof NewMetric>) {
  return addRecord(scope, 'metric', { ...metric, definition, direction: definition.direction, unit: definition.unit })
}

export function changeMetric(
  scope: Scope,
  metric: Editable<RecordOf<'metric'>>,
  { definition, ...changes }: z.output<typeof MetricChanges>,
) {
  const redefined = definition ? { definition, direction: definition.direction, unit: definition.unit } : {}
  return changeRecord(scope, { kind: 'metric', record: metric }, { ...changes, ...redefined })
}

export type SeriesPeriod = { from?: string | undefined; to?: string | undefined }

/** The series with the number of people behind each point; without dates, the last 26 points. */
export async function seriesOf(scope: Scope, definition: MetricDefinition, period: SeriesPeriod) {
  const { from, to } = periodOf(definition, period, scope.now())
  const points = await scope.services.warehouse.series(scope.workspaceId, definition, { from, to, asOf: scope.now() })
  return { from, to, sentence: describeMetric(definition), points }
}

/** Two at a time leave the warehouse room for what comes in meanwhile. */
const AT_ONCE = 2

/** The latest points of every metric, for their pictures in a list. */
export async function allSeries(scope: Scope) {
  const waiting = await listMetrics(scope)
  const rows: { id: string; points: Awaited<ReturnType<typeof seriesOf>>['points'] }[] = []
  async function work() {
    for (let metric = waiting.shift(); metric; metric = waiting.shift())
      rows.push({ id: metric.id, points: (await seriesOf(scope, metric.definition, {})).points })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return rows
}

function periodOf({ granularity }: MetricDefinition, { from, to }: SeriesPeriod, now: Date) {
  const end = to ? new Date(to) : now
  const start = from ? new Date(from) : new Date(end.getTime() - SHOWN_POINTS * lengths[granularity])
  if (start >= end) throw new NotAccepted('The period ends before it begins.', [{ path: 'to', message: 'Lies before the beginning.' }])
  if ((end.getTime() - start.getTime()) / lengths[granularity] > MOST_POINTS)
    throw new NotAccepted(`That is more than ${MOST_POINTS} points. Choose a shorter period or a coarser granularity.`)
  return { from: start, to: end }
}

/** What product events there are to define a metric over. */
export async function eventsThere({ workspaceId, services }: Scope, event: string | undefined) {
  const { warehouse } = services
  if (event === undefined)
    return { events: await warehouse.eventNames(workspaceId), personProperties: await warehouse.propertyNames(workspaceId, null) }
  return { event, properties: await warehouse.propertyNames(workspaceId, event) }
}

/** Weekly cohorts of a retention metric. */
export async function cohortsOf(scope: Scope, definition: MetricDefinition, weeks: number) {
  if (definition.kind !== 'retention') throw new NotAccepted('Only a retention metric has cohorts.')
  const to = scope.now()
  const from = new Date(to.getTime() - weeks * 7 * DAY_MS)
  return { rows: await scope.services.warehouse.retentionTable(scope.workspaceId, definition, { from, to, asOf: to }, weeks) }
}
