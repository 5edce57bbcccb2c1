import { readAmount, readMoment, readShortName } from './read-fields.ts'
import { type CellReader, type CheckContext, type Row, RowRefused } from './row.ts'

export type EventDraft = {
  distinctId: string
  event: string
  at: Date
  /** The same row read again is the same event. */
  insertId: string
  properties: Record<string, string | number | boolean>
}

export function checkEvent(row: Row, read: CellReader, context: CheckContext): EventDraft[] {
  const [person, at, value, id] = ['person', 'at', 'value', 'insertId'].map((field) => read.one(row, field))
  if (!person) throw new RowRefused('The event does not say who it was.')
  if (!at) throw new RowRefused('The event has no date.')
  const properties = Object.fromEntries(read.all(row, 'trait').map((cell) => [cell.column, plainValue(cell.value)]))
  if (value) properties.value = readAmount(value, context)
  return [
    {
      distinctId: readShortName(person),
      event: nameOf(row, read, context),
      at: readMoment(at, context),
      insertId: id?.value ?? `${context.fingerprint}:${row.line}`,
      properties,
    },
  ]
}

function nameOf(row: Row, read: CellReader, { mapping }: CheckContext) {
  const cell = read.one(row, 'event')
  if (cell) return readShortName(cell)
  if (mapping.eventName === '') throw new RowRefused('The event has no name.')
  return mapping.eventName
}

/** Numbers and yes-or-no become what they are; 00042 stays a text, because it is an id. */
function plainValue(text: string) {
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text)) return Number(text)
  return text === 'true' || text === 'false' ? text === 'true' : text
}
