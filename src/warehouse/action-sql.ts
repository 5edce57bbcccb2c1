import type { EventSelection, PropertyFilter } from '#domain/business/metric.ts'
import type { Dialect } from './dialect.ts'

/** What a query needs to know about where it runs. `hasMerges` is false while nobody in the workspace was ever joined: then no join is needed. */
export type SqlContext = { dialect: Dialect; workspace: number; hasMerges: boolean }
export type TimeRange = { from?: Date; to: Date }

function filterSql(d: Dialect, filter: PropertyFilter) {
  const text = d.property(filter.on === 'person' ? 'p.properties' : 'e.properties', filter.property)
  const equals = (value: string | number | boolean) =>
    typeof value === 'number' ? `coalesce(${d.number(text)} = ${value}, false)` : `coalesce(${text} = ${d.text(String(value))}, false)`
  switch (filter.is) {
    case 'eq':
      return equals(filter.value)
    case 'neq':
      return `not ${equals(filter.value)}`
    case 'gt':
      return `coalesce(${d.number(text)} > ${filter.value}, false)`
    case 'lt':
      return `coalesce(${d.number(text)} < ${filter.value}, false)`
    case 'contains':
      return `coalesce(${d.contains(text, filter.value)}, false)`
    case 'in':
      return `(${filter.value.map(equals).join(' or ')})`
    case 'set':
      return `${text} is not null`
  }
}

function selectionSql(d: Dialect, { event, filters }: EventSelection) {
  const named = event === undefined ? [] : [`e.event = ${d.text(event)}`]
  return [...named, ...filters.map((filter) => filterSql(d, filter))].join(' and ') || 'true'
}

const personSql = ({ hasMerges }: SqlContext) => (hasMerges ? 'coalesce(m.into_person, e.person)' : 'e.person')

function fromSql(context: SqlContext, needsPeople: boolean) {
  const { workspace } = context
  const merges = context.hasMerges
    ? ` left join (select person, into_person from merged where workspace = ${workspace}) m on m.person = e.person`
    : ''
  const people = needsPeople
    ? ` left join (select person, properties from people where workspace = ${workspace}) p on p.person = ${personSql(context)}`
    : ''
  return `events e${merges}${people}`
}

function rangeSql({ dialect, workspace }: SqlContext, { from, to }: TimeRange) {
  const start = from ? ` and e.happened_at >= ${dialect.time(from)}` : ''
  return `e.workspace = ${workspace}${start} and e.happened_at < ${dialect.time(to)}`
}

const asksPeople = (selection: EventSelection) => selection.filters.some((filter) => filter.on === 'person')

/** A select of (person, happened_at, …columns) over the events that a selection takes. `columns` may use the event as `e`. */
export function actionsSql(context: SqlContext, selection: EventSelection, range: TimeRange, columns = '') {
  return `select ${personSql(context)} as person, e.happened_at as happened_at${columns && `, ${columns}`}
    from ${fromSql(context, asksPeople(selection))}
    where ${rangeSql(context, range)} and ${selectionSql(context.dialect, selection)}`
}

/** One pass for two selections: (person, happened_at, is_one, is_other) for the events that either takes. */
export function eitherSql(context: SqlContext, one: EventSelection, other: EventSelection, range: TimeRange) {
  const isOne = selectionSql(context.dialect, one)
  const isOther = selectionSql(context.dialect, other)
  return `select ${personSql(context)} as person, e.happened_at as happened_at, ${isOne} as is_one, ${isOther} as is_other
    from ${fromSql(context, asksPeople(one) || asksPeople(other))}
    where ${rangeSql(context, range)} and ((${isOne}) or (${isOther}))`
}

/** Whether an event can be taken by both selections, so that "afterwards" must mean strictly later. */
export function mayCoincide(one: EventSelection, other: EventSelection) {
  return one.event === undefined || other.event === undefined || one.event === other.event
}
