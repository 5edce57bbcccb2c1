import { NotAccepted } from '../problems.ts'
import { plainName } from './header.ts'

/** A JSON record by the names of its columns; a line that could not be read says why. */
export type JsonRecord = { line: number; cells: Map<string, string>; fault?: string; raw?: string }

/** Records of a JSON array, of the longest array inside one JSON object, or of one object a line. */
export function* recordsIn(text: string, format: 'json' | 'json-lines'): Generator<JsonRecord> {
  if (format === 'json-lines') return yield* recordsByLine(text)
  let line = 0
  for (const value of arrayIn(text)) yield { line: ++line, ...readRecord(value) }
}

export function columnsOfRecords(records: Iterable<JsonRecord>): string[] {
  const columns = new Set<string>()
  for (const { cells } of records) for (const name of cells.keys()) columns.add(name)
  return [...columns]
}

function* recordsByLine(text: string): Generator<JsonRecord> {
  let start = 0
  let line = 0
  while (start < text.length) {
    const end = text.indexOf('\n', start)
    const content = text.slice(start, end === -1 ? undefined : end).trim()
    start = end === -1 ? text.length : end + 1
    line++
    if (content) yield { line, ...readLine(content) }
  }
}

function readLine(content: string): Omit<JsonRecord, 'line'> {
  try {
    return readRecord(JSON.parse(content))
  } catch {
    return { cells: new Map(), fault: 'This line is not JSON.', raw: content.slice(0, 5_000) }
  }
}

function arrayIn(text: string): unknown[] {
  const value = parseWhole(text)
  if (Array.isArray(value)) return value
  const arrays = Object.values(value as object).filter((inner): inner is unknown[] => Array.isArray(inner) && inner.some(isObject))
  return arrays.sort((a, b) => b.length - a.length)[0] ?? [value]
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NotAccepted(`This looks like JSON but cannot be read: ${(error as Error).message.slice(0, 120)}`)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readRecord(value: unknown): Omit<JsonRecord, 'line'> {
  const cells = new Map<string, string>()
  if (typeof value === 'string') return { cells: cells.set('text', value) }
  if (!isObject(value)) return { cells, fault: 'This is not a record with named fields.', raw: asCell(value).slice(0, 5_000) }
  flatten(value, '', cells)
  return { cells }
}

/** `{ user: { name: 'Ana' } }` becomes `user.name`; lists of words are joined, deeper structures are kept as JSON. */
function flatten(record: Record<string, unknown>, prefix: string, cells: Map<string, string>, depth = 0) {
  for (const [given, value] of Object.entries(record)) {
    const name = plainName(given)
    if (isObject(value) && depth < 4) flatten(value, `${prefix}${name}.`, cells, depth + 1)
    else cells.set(prefix + name, asCell(value))
  }
}

function asCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return value.join(', ')
  return JSON.stringify(value)
}
