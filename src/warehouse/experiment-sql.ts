import type { EventSelection, MetricDefinition } from '#domain/business/metric.ts'
import { actionsSql, mayCoincide, type SqlContext } from './action-sql.ts'
import type { ExperimentQuestion } from './events.ts'
import { within } from './metric-sql.ts'
import type { FixedPeriod } from './protocol.ts'

export type FixedQuestion = ExperimentQuestion & { period: FixedPeriod }
type Span = { inside: string; context: SqlContext; question: FixedQuestion }

const DAY = 86_400_000

/** Rows of (person, since, variant, variants): everybody's first exposure in the period and how many variants they saw in it. */
function exposedSql(context: SqlContext, { exposure, period }: FixedQuestion) {
  const { dialect } = context
  const { variantProperty, control } = exposure
  const variant = variantProperty === undefined ? dialect.text(control) : dialect.property('e.properties', variantProperty)
  const { to } = within(period)
  const actions = actionsSql(context, entering(exposure), { from: period.from, to }, `${variant} as variant`)
  return `select person, min(happened_at) as since, min(variant) as variant, count(distinct variant) as variants
    from (${actions}) a where variant is not null group by person`
}

const entering = ({ event, filters = [] }: FixedQuestion['exposure']): EventSelection => ({
  ...(event !== undefined && { event }),
  filters,
})

const isAsked = ({ dialect }: SqlContext, { control, treatment }: FixedQuestion['exposure']) =>
  treatment === undefined ? 'true' : `variant in (${dialect.text(control)}, ${dialect.text(treatment)})`

function isRipe({ dialect }: SqlContext, { metric, windowDays, period }: FixedQuestion) {
  const cut = dialect.time(period.asOf)
  if (metric.kind !== 'retention') return `${dialect.addDays('since', windowDays)} < ${cut}`
  return `${dialect.addDays(dialect.bucket('day', 'since'), metric.day + 1)} <= ${cut}`
}

/** Events of a selection by exposed people, at any time that could matter, as (person, since, happened_at, …columns). */
function theirsSql({ context, question }: Span, selection: EventSelection, columns = '') {
  const { period, preDays = 0 } = question
  const range = { from: new Date(period.from.getTime() - preDays * DAY), to: period.asOf }
  return `select x.since as since, a.* from (${actionsSql(context, selection, range, columns)}) a join ripe x on x.person = a.person`
}

function conversionValueSql(span: Span, metric: Extract<MetricDefinition, { kind: 'conversion' }>) {
  const after = mayCoincide(metric.first, metric.next) ? '>' : '>='
  const firsts = `select person, min(happened_at) as began from (${theirsSql(span, metric.first)}) t where ${span.inside} group by person`
  const nexts = `select person, happened_at from (${theirsSql(span, metric.next)}) t where ${span.inside}`
  const inTime = `n.happened_at ${after} f.began and n.happened_at <= ${span.context.dialect.addDays('f.began', metric.withinDays)}`
  return `select f.person as person, max(case when ${inTime} then 1 else 0 end) as value, 1 as base
    from (${firsts}) f left join (${nexts}) n on n.person = f.person group by f.person`
}

/** Rows of (person, value, base) for people who did anything inside the span. */
function valueSql(span: Span): string {
  const { metric } = span.question
  const { dialect } = span.context
  const from = (selection: EventSelection, columns = '') =>
    `from (${theirsSql(span, selection, columns)}) t where ${span.inside} group by person`
  switch (metric.kind) {
    case 'adoption':
      return `select person, 1 as value, 1 as base ${from(metric.of)}`
    case 'retention':
      return `select person, 1 as value, 1 as base ${from(metric.back)}`
    case 'engagement': {
      const value = metric.measure === 'events' ? 'count(*)' : `count(distinct ${dialect.bucket('day', 'happened_at')})`
      return `select person, ${value} as value, 1 as base ${from(metric.of)}`
    }
    case 'revenue': {
      const amount = `coalesce(${dialect.decimal(dialect.property('e.properties', metric.property))}, 0) as amount`
      return `select person, cast(sum(amount) as double) as value, 1 as base ${from(metric.of, amount)}`
    }
    case 'conversion':
      return conversionValueSql(span, metric)
  }
}

function insideWindow({ dialect }: SqlContext, { metric, exposure, windowDays }: FixedQuestion) {
  if (metric.kind === 'retention') {
    const backDay = dialect.bucket('day', 'happened_at')
    const firstDay = dialect.bucket('day', 'since')
    const lastDay = dialect.addDays(firstDay, metric.day)
    return metric.counting === 'on' ? `${backDay} = ${lastDay}` : `${backDay} > ${firstDay} and ${backDay} <= ${lastDay}`
  }
  // An exposure that is itself the first step begins the conversion; that it happened is no outcome of any other metric.
  const isOutcome = metric.kind !== 'conversion' && mayCoincide(metric.of, entering(exposure))
  return `happened_at ${isOutcome ? '>' : '>='} since and happened_at <= ${dialect.addDays('since', windowDays)}`
}

/** Rows of (variant, person, value, base, pre, pre_base) for everybody in an arm, then one row per arm over them. */
export function armsSql(context: SqlContext, question: FixedQuestion) {
  const { dialect } = context
  const { preDays, winsorQuantile } = question
  const inside = insideWindow(context, question)
  const insidePre = preDays ? `happened_at < since and happened_at >= ${dialect.addDays('since', -preDays)}` : 'false'
  const cap = winsorQuantile === undefined ? 'max(cast(null as double))' : dialect.quantileWhere('value', winsorQuantile, 'value <> 0')
  const sum = (value: string) => dialect.orderedSum(value, 'person')
  return `with exposed as (${exposedSql(context, question)}),
    ripe as (select person, since, variant from exposed
      where variants = 1 and ${isAsked(context, question.exposure)} and ${isRipe(context, question)}),
    during as (${valueSql({ inside, context, question })}),
    beforehand as (${valueSql({ inside: insidePre, context, question })}),
    raw as (select r.variant as variant, r.person as person, cast(coalesce(d.value, 0) as double) as value,
        cast(coalesce(d.base, 0) as double) as base, cast(coalesce(b.value, 0) as double) as pre,
        cast(coalesce(b.base, 0) as double) as pre_base
      from ripe r left join during d on d.person = r.person left join beforehand b on b.person = r.person),
    limits as (select ${cap} as cap from raw),
    kept as (select variant, person, case when value > cap then cap else value end as value, base, pre, pre_base, cap,
        case when value > cap then 1 else 0 end as capped from raw cross join limits)
    select variant, count(*) as n, ${sum('value')} as sum, ${sum('value * value')} as squares,
      ${sum('base')} as base_sum, ${sum('base * base')} as base_squares, ${sum('value * base')} as base_cross,
      ${sum('pre')} as pre_sum, ${sum('pre * pre')} as pre_squares, ${sum('value * pre')} as pre_cross,
      ${sum('pre_base')} as pre_base_sum, ${sum('pre_base * pre_base')} as pre_base_squares, ${sum('pre * pre_base')} as pre_base_cross,
      ${sum('value * pre_base')} as value_pre_base, ${sum('base * pre')} as base_pre, ${sum('base * pre_base')} as base_pre_base,
      max(cap) as cap, sum(capped) as capped
    from kept group by variant`
}

export function exposuresSql(context: SqlContext, question: FixedQuestion) {
  const day = context.dialect.bucket('day', 'since')
  return `select ${day} as day, variant, count(*) as people from (${exposedSql(context, question)}) x
    where variants = 1 and ${isAsked(context, question.exposure)} group by day, variant order by day, variant`
}

export function exclusionsSql(context: SqlContext, question: FixedQuestion) {
  const inArm = `variants = 1 and ${isAsked(context, question.exposure)}`
  return `select coalesce(sum(case when variants > 1 then 1 else 0 end), 0) as several,
      coalesce(sum(case when ${inArm} and not (${isRipe(context, question)}) then 1 else 0 end), 0) as waiting
    from (${exposedSql(context, question)}) x`
}
