import type { Granularity } from '#domain/business/metric.ts'

/** What the two engines spell differently. Everything else in the metric queries is SQL that DuckDB and ClickHouse both understand. */
export type Dialect = {
  /** A string literal. */
  text(value: string): string
  /** A timestamp literal with milliseconds, UTC. */
  time(value: Date): string
  /** A property of a JSON column as text, NULL when missing or null. */
  property(column: string, name: string): string
  /** Text as a floating-point number, NULL when it is none. */
  number(text: string): string
  /** Text as an exact decimal with six places, so that sums do not depend on the order of the rows. */
  decimal(text: string): string
  bucket(granularity: Granularity, time: string): string
  addDays(time: string, days: string | number): string
  /** Whole days from one date to another. */
  daysBetween(from: string, to: string): string
  contains(text: string, part: string): string
  /** A floating-point sum in a fixed order, so that the same rows give the same last digit. */
  orderedSum(value: string, by: string): string
  /** The quantile of the values that meet a condition, interpolated. */
  quantileWhere(value: string, quantile: number, condition: string): string
}

function quote(value: string) {
  return `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`
}

// A JSON pointer reaches every name; the `$.a.b` syntax would take dots in a name for nesting.
const pointer = (name: string) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

export const duckdb: Dialect = {
  text: quote,
  time: (value) => `timestamp '${value.toISOString().replace('T', ' ').replace('Z', '')}'`,
  property: (column, name) => `json_extract_string(${column}, ${quote(pointer(name))})`,
  number: (text) => `try_cast(${text} as double)`,
  decimal: (text) => `try_cast(${text} as decimal(38, 6))`,
  bucket: (granularity, time) => (granularity === 'day' ? `cast(${time} as date)` : `date_trunc('${granularity}', ${time})`),
  addDays: (time, days) => `(${time} + to_days(cast(${days} as integer)))`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  contains: (text, part) => `contains(${text}, ${quote(part)})`,
  orderedSum: (value, by) => `sum(${value} order by ${by})`,
  quantileWhere: (value, quantile, condition) => `quantile_cont(${value}, ${quantile}) filter (where ${condition})`,
}
