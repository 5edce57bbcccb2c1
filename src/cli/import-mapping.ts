import type { z } from 'zod'
import { dateOrders } from '#domain/import/dates.ts'
import type { Field } from '#domain/import/fields.ts'
import type { Mapping, MappingChange } from '#domain/import/mapping.ts'
import { decimalMarks } from '#domain/import/numbers.ts'
import { NotAccepted } from '#domain/problems.ts'
import { oneOf } from './arguments.ts'
import type { Uploaded } from './import-report.ts'

type Said = {
  map?: string[] | undefined
  'date-order'?: string | undefined
  decimal?: string | undefined
  channel?: string | undefined
  'undated-day'?: string | undefined
  event?: string | undefined
  source?: string | undefined
}
type Words = { channels: readonly Mapping['channel'][]; fields: Field[] }

/** What was said on the command line about the mapping. */
export function mappingFrom(said: Said, uploaded: Uploaded, { channels, fields }: Words): z.infer<typeof MappingChange> {
  const dateOrder = oneOf('date order', dateOrders, said['date-order'])
  const decimalMark = oneOf('decimal mark', decimalMarks, said.decimal)
  const channel = oneOf('channel', channels, said.channel)
  const columns = columnsFrom(said.map ?? [], uploaded, fields)
  return {
    ...(columns.length > 0 ? { columns } : {}),
    ...(dateOrder ? { dateOrder } : {}),
    ...(decimalMark ? { decimalMark } : {}),
    ...(channel ? { channel } : {}),
    ...(said['undated-day'] ? { undatedDay: said['undated-day'] } : {}),
    ...(said.event ? { eventName: said.event } : {}),
    ...(said.source ? { sourceSystem: said.source } : {}),
  }
}

/** `text=Comment` makes Comment the text; columns that were only guessed to be text are text no longer. */
function columnsFrom(pairs: string[], { mapping, layout }: Uploaded, fields: Field[]) {
  const named = pairs.map((pair) => readPair(pair, layout.columns, fields))
  const fieldsNamed = new Set(named.map(({ field }) => field))
  const replaced = mapping.columns.filter(
    ({ column, field }) => fieldsNamed.has(field) && field !== 'trait' && !named.some((use) => use.column === column),
  )
  return [...replaced.map(({ column }) => ({ column, field: 'trait' })), ...named]
}

function readPair(pair: string, columns: string[], fields: Field[]) {
  const [given = '', ...rest] = pair.split('=')
  const column = rest.join('=')
  const field = fields.find(({ name }) => name === given || hyphened(name) === given)?.name
  if (!field) throw new NotAccepted(`“${given}” is no field. There are ${fields.map(({ name }) => hyphened(name)).join(', ')}.`)
  if (!columns.includes(column)) throw new NotAccepted(`There is no column “${column}”. There are ${columns.slice(0, 40).join(', ')}.`)
  return { field, column }
}

const hyphened = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
