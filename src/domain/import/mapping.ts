import { z } from 'zod'
import { channels } from '../customer/channels.ts'
import { dateOrders } from './dates.ts'
import { fieldsOf, importKinds } from './fields.ts'
import { decimalMarks } from './numbers.ts'

/** What each column of a file becomes, and how its values are written. */
export const Mapping = z.object({
  kind: z.enum(importKinds),
  columns: z.array(z.object({ column: z.string().max(5_000), field: z.string().max(50) })).max(2_000),
  /** Null until somebody says whether 03/04 is a day in April or in March. */
  dateOrder: z.enum(dateOrders).nullable(),
  decimalMark: z.enum(decimalMarks),
  /** The channel of feedback whose row names none. */
  channel: z.enum(channels),
  /** The day on which feedback without a date was said; null when nobody knows. */
  undatedDay: z.iso.date('A day is written like 2026-03-01.').nullable(),
  /** The event that every row records, when no column names it. */
  eventName: z.string().trim().max(200),
  /** Where the rows come from; ids of the source are unique within it. */
  sourceSystem: z.string().trim().min(1).max(200),
})
export type Mapping = z.infer<typeof Mapping>

export const MappingChange = Mapping.omit({ kind: true }).partial()

/** Columns that are not named keep their field; a field that only one column can fill goes to the column named last. */
export function changeMapping(mapping: Mapping, { columns = [], ...change }: z.infer<typeof MappingChange>): Mapping {
  const said = new Map(columns.map(({ column, field }) => [column, field]))
  const unknown = columns.filter(({ column }) => !mapping.columns.some((use) => use.column === column))
  const moved = new Set(columns.map(({ field }) => field).filter((field) => isSingle(mapping, field)))
  const kept = mapping.columns.map(({ column, field }) => ({ column, field: said.get(column) ?? (moved.has(field) ? 'trait' : field) }))
  return { ...mapping, ...change, columns: [...kept, ...unknown] }
}

const isSingle = ({ kind }: Mapping, field: string) => fieldsOf[kind].some((known) => known.name === field && !known.many)

export function columnsFor({ columns }: Mapping, field: string) {
  return columns.filter((use) => use.field === field).map((use) => use.column)
}

/** What must be put right before rows can be read by this mapping; empty when nothing. */
export function problemsOfMapping(mapping: Mapping, columns: string[]): string[] {
  return [...unknownColumns(mapping, columns), ...unknownFields(mapping), ...doubledFields(mapping), ...missingFields(mapping)]
}

function unknownColumns(mapping: Mapping, columns: string[]) {
  const known = new Set(columns)
  return mapping.columns.filter((use) => !known.has(use.column)).map((use) => `There is no column “${use.column}” in this file.`)
}

function unknownFields({ kind, columns }: Mapping) {
  const known = new Set(fieldsOf[kind].map((field) => field.name))
  return columns
    .filter((use) => !known.has(use.field))
    .map((use) => `“${use.field}” is not a field of ${kind}. Known: ${[...known].join(', ')}.`)
}

function doubledFields(mapping: Mapping) {
  const single = fieldsOf[mapping.kind].filter((field) => !field.many)
  return single.filter((field) => columnsFor(mapping, field.name).length > 1).map((field) => `Only one column can be “${field.label}”.`)
}

function missingFields(mapping: Mapping): string[] {
  const has = (field: string) => columnsFor(mapping, field).length > 0
  if (mapping.kind === 'feedback') return has('text') ? [] : ['Say which column holds what was said.']
  if (mapping.kind === 'accounts') return has('name') ? [] : ['Say which column holds the name of the account.']
  if (mapping.kind === 'contacts')
    return has('name') || has('email') || has('lastName') || has('firstName')
      ? []
      : ['Say which column holds the name or the e-mail address.']
  const missing = [
    has('person') || 'Say which column holds who it was.',
    has('at') || 'Say which column holds when it happened.',
    has('event') || mapping.eventName !== '' || 'Name the event that these rows record, or the column that names it.',
  ]
  return missing.filter((sentence) => sentence !== true)
}
