import type { Granularity, MetricDefinition } from '#domain/business/metric.ts'
import { actionsSql, eitherSql, mayCoincide, type SqlContext } from './action-sql.ts'
import type { FixedPeriod } from './protocol.ts'

type Of<Kind extends MetricDefinition['kind']> = Extract<MetricDefinition, { kind: Kind }>
/** `granularity` null takes the whole period as one bucket. */
export type BucketedQuery = { context: SqlContext; period: FixedPeriod; granularity: Granularity | null }

const DAY = 86_400_000
const earlier = (a: Date, b: Date) => (a < b ? a : b)
const later = (date: Date, days: number) => new Date(date.getTime() + days * DAY)

function bucketSql({ context, granularity, period }: BucketedQuery, time: string) {
  return granularity ? context.dialect.bucket(granularity, time) : context.dialect.time(period.from)
}

export const within = ({ from, to, asOf }: FixedPeriod) => ({ from, to: earlier(to, asOf) })

function adoptionSql(query: BucketedQuery, metric: Of<'adoption'>) {
  const range = within(query.period)
  if (metric.measure === 'people') {
    return `select bucket, count(*) as value, count(*) as people from
      (select distinct ${bucketSql(query, 'happened_at')} as bucket, person from (${actionsSql(query.context, metric.of, range)}) a) d group by bucket`
  }
  return `select bucket, sum(case when did and was_active then 1 else 0 end) / nullif(sum(case when was_active then 1 else 0 end), 0) as value,
      sum(case when was_active then 1 else 0 end) as people
    from (select ${bucketSql(query, 'happened_at')} as bucket, person, max(is_one) as did, max(is_other) as was_active
      from (${eitherSql(query.context, metric.of, metric.among, range)}) a group by bucket, person) d group by bucket`
}

function engagementSql(query: BucketedQuery, metric: Of<'engagement'>) {
  const { dialect } = query.context
  const actions = `select ${bucketSql(query, 'happened_at')} as bucket, ${dialect.bucket('day', 'happened_at')} as day, person
    from (${actionsSql(query.context, metric.of, within(query.period))}) a`
  const counted = metric.measure === 'days' ? `select distinct bucket, day, person from (${actions}) b` : actions
  return `select bucket, sum(times) / count(*) as value, count(*) as people
    from (select bucket, person, count(*) as times from (${counted}) c group by bucket, person) d group by bucket`
}

function revenueSql(query: BucketedQuery, metric: Of<'revenue'>) {
  const { dialect } = query.context
  const amount = `coalesce(${dialect.decimal(dialect.property('e.properties', metric.property))}, 0) as amount`
  const value = metric.per === 'total' ? 'cast(sum(amount) as double)' : 'cast(sum(amount) as double) / count(*)'
  return `select bucket, ${value} as value, count(*) as people
    from (select ${bucketSql(query, 'happened_at')} as bucket, person, sum(amount) as amount
      from (${actionsSql(query.context, metric.of, within(query.period), amount)}) a group by bucket, person) d group by bucket`
}

function conversionSql(query: BucketedQuery, metric: Of<'conversion'>) {
  const { context, period } = query
  const { dialect } = context
  const { from, to } = within(period)
  const until = earlier(later(to, metric.withinDays + 1), period.asOf)
  const after = mayCoincide(metric.first, metric.next) ? '>' : '>='
  return `with firsts as (
      select ${bucketSql(query, 'happened_at')} as bucket, person, min(happened_at) as since
      from (${actionsSql(context, metric.first, { from, to })}) a group by bucket, person),
    ripe as (select * from firsts where ${dialect.addDays('since', metric.withinDays)} < ${dialect.time(period.asOf)}),
    converted as (
      select distinct r.bucket as bucket, r.person as person from (${actionsSql(context, metric.next, { from, to: until })}) n
      join ripe r on r.person = n.person
      where n.happened_at ${after} r.since and n.happened_at <= ${dialect.addDays('r.since', metric.withinDays)})
    select f.bucket as bucket, sum(case when c.person is null then 0 else 1 end) / count(*) as value, count(*) as people
    from ripe f left join converted c on c.bucket = f.bucket and c.person = f.person group by f.bucket`
}

/** Everybody's first start ever, kept when it falls in the period and the day to come back has ended at the data cut. */
function startersSql(context: SqlContext, metric: Of<'retention'>, period: FixedPeriod, lastDay: number) {
  const { dialect } = context
  const { from, to } = within(period)
  return `select person, since, ${dialect.bucket('day', 'since')} as day from
      (select person, min(happened_at) as since from (${actionsSql(context, metric.start, { to })}) a group by person) s
    where since >= ${dialect.time(from)}
      and ${dialect.addDays(dialect.bucket('day', 'since'), lastDay + 1)} <= ${dialect.time(period.asOf)}`
}

function retentionSql(query: BucketedQuery, metric: Of<'retention'>) {
  const { context, period } = query
  const { dialect } = context
  const backDay = dialect.bucket('day', 'b.happened_at')
  const lastDay = dialect.addDays('s.day', metric.day)
  const came = metric.counting === 'on' ? `${backDay} = ${lastDay}` : `${backDay} > s.day and ${backDay} <= ${lastDay}`
  return `with starters as (${startersSql(context, metric, period, metric.day)}),
    returned as (
      select distinct s.person as person from (${actionsSql(context, metric.back, { from: period.from, to: period.asOf })}) b
      join starters s on s.person = b.person where ${came})
    select ${bucketSql(query, 's.since')} as bucket, sum(case when r.person is null then 0 else 1 end) / count(*) as value, count(*) as people
    from starters s left join returned r on r.person = s.person group by bucket`
}

/** Rows of (bucket, value, people); buckets in which nobody can be counted are missing. */
export function seriesSql(query: BucketedQuery, metric: MetricDefinition): string {
  switch (metric.kind) {
    case 'adoption':
      return adoptionSql(query, metric)
    case 'retention':
      return retentionSql(query, metric)
    case 'engagement':
      return engagementSql(query, metric)
    case 'conversion':
      return conversionSql(query, metric)
    case 'revenue':
      return revenueSql(query, metric)
  }
}

/** Days that must pass after somebody starts before they can be counted. */
export function waitingDays(metric: MetricDefinition) {
  if (metric.kind === 'retention') return metric.day + 1
  return metric.kind === 'conversion' ? metric.withinDays : 0
}

/** Rows of (cohort, week, people): week 0 is everybody who started in the cohort's week, whether they came back in it or not. */
export function retentionTableSql(context: SqlContext, metric: Of<'retention'>, period: FixedPeriod) {
  const { dialect } = context
  const week = (time: string) => dialect.bucket('week', time)
  const weeksLater = `cast(${dialect.daysBetween(week('s.since'), week('b.happened_at'))} / 7 as integer)`
  return `with starters as (${startersSql(context, metric, period, -1)})
    select ${week('since')} as cohort, 0 as week, count(*) as people from starters group by cohort
    union all
    select cohort, week, count(*) as people from (
      select distinct ${week('s.since')} as cohort, ${weeksLater} as week, s.person as person
      from (${actionsSql(context, metric.back, { from: period.from, to: period.asOf })}) b join starters s on s.person = b.person
      where b.happened_at > s.since) d
    where week > 0 group by cohort, week`
}
