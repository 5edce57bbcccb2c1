import type { z } from 'zod'
import type { EventSelection, MetricDefinition, RetentionMetric } from '#domain/business/metric.ts'
import { actionsSql, type SqlContext } from './action-sql.ts'
import { bucketEnd, bucketsIn } from './buckets.ts'
import type { Read } from './database.ts'
import { duckdb } from './dialect.ts'
import type { Cohort, Point } from './events.ts'
import { retentionTableSql, seriesSql, waitingDays } from './metric-sql.ts'
import type { FixedPeriod } from './protocol.ts'

type BucketRow = { bucket: Date; value: number | bigint | null; people: number | bigint }

const DAY = 86_400_000
const WEEK = 7 * DAY

export async function contextOf(read: Read, workspace: number): Promise<SqlContext> {
  const [row] = await read<{ has: boolean }>(`select exists (select 1 from merged where workspace = ${workspace}) as has`)
  return { dialect: duckdb, workspace, hasMerges: row?.has ?? false }
}

// Nobody did it is a count of zero, but a mean or a share of nobody is unknown.
function valueOfNobody(metric: MetricDefinition) {
  const isCount = metric.kind === 'adoption' && metric.measure === 'people'
  const isTotal = metric.kind === 'revenue' && metric.per === 'total'
  return isCount || isTotal ? 0 : null
}

function toPoint(at: Date, row: BucketRow | undefined, metric: MetricDefinition, complete: boolean): Point {
  if (!row || row.value === null) return { at, value: valueOfNobody(metric), people: 0, complete }
  return { at, value: Number(row.value), people: Number(row.people), complete }
}

export async function readSeries(read: Read, context: SqlContext, metric: MetricDefinition, period: FixedPeriod): Promise<Point[]> {
  const { granularity } = metric
  const rows = await read<BucketRow>(seriesSql({ context, period, granularity }, metric))
  const byStart = new Map(rows.map((row) => [row.bucket.getTime(), row]))
  return bucketsIn(period, granularity).map((start) => {
    const end = bucketEnd(start, granularity)
    const isWhole = period.from <= start && end <= period.to
    const isOver = end.getTime() + waitingDays(metric) * DAY <= period.asOf.getTime()
    return toPoint(start, byStart.get(start.getTime()), metric, isWhole && isOver)
  })
}

export async function readTotal(read: Read, context: SqlContext, metric: MetricDefinition, period: FixedPeriod): Promise<Point> {
  const [row] = await read<BucketRow>(seriesSql({ context, period, granularity: null }, metric))
  const isOver = period.to.getTime() + waitingDays(metric) * DAY <= period.asOf.getTime()
  return toPoint(period.from, row, metric, isOver)
}

/** How many people of a period do any of the events for the first time in it, week by week. */
export async function readArrivals(read: Read, context: SqlContext, of: EventSelection, period: FixedPeriod) {
  const firsts = `select person, min(happened_at) as since from (${actionsSql(context, of, period)}) a group by person`
  const week = context.dialect.bucket('week', 'since')
  const rows = await read<{ week: Date; people: bigint }>(`select ${week} as week, count(*) as people from (${firsts}) f group by ${week}`)
  const byWeek = new Map(rows.map((row) => [row.week.getTime(), Number(row.people)]))
  return bucketsIn(period, 'week').map((at) => ({ at, people: byWeek.get(at.getTime()) ?? 0 }))
}

export async function readRetentionTable(
  read: Read,
  context: SqlContext,
  { metric, period, weeks }: { metric: z.infer<typeof RetentionMetric>; period: FixedPeriod; weeks: number },
): Promise<Cohort[]> {
  const rows = await read<{ cohort: Date; week: number; people: bigint }>(retentionTableSql(context, metric, period))
  const people = new Map(rows.map((row) => [`${row.cohort.getTime()} ${row.week}`, Number(row.people)]))
  return bucketsIn(period, 'week').map((at) => {
    const starters = people.get(`${at.getTime()} 0`) ?? 0
    const returned = Array.from({ length: weeks }, (_, week) => {
      const isOver = at.getTime() + (week + 1) * WEEK <= period.asOf.getTime()
      return isOver ? (people.get(`${at.getTime()} ${week}`) ?? 0) : null
    })
    return { at, people: starters, returned }
  })
}
