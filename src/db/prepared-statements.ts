import { createHash } from 'node:crypto'
import type pg from 'pg'

const OFTEN = 5
const MOST_TEXTS = 400

type Ask = (asked: unknown, ...rest: unknown[]) => unknown

/** How often each statement was asked; texts that come in ever new shapes must not fill the memory. */
const times = new Map<string, number>()
const names = new Map<string, string>()

/** The name of a statement that is asked often. */
function nameOf(text: string) {
  const name = names.get(text)
  if (name) return name
  const asked = (times.get(text) ?? 0) + 1
  if (asked === 1 && times.size >= MOST_TEXTS) return undefined
  times.set(text, asked)
  if (asked < OFTEN) return undefined
  const given = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, given)
  return given
}

const BEGINNING = /^(begin|start transaction)\b/i

/**
 * Lets Postgres keep the plans of statements that are asked often: planning a page of the inbox takes it longer than reading it. And a
 * transaction's beginning travels with its first statement: should it fail, that statement fails too, and says why.
 */
export function prepareOften(client: pg.PoolClient) {
  const ask = client.query.bind(client) as Ask
  const askNamed: Ask = (text, values, ...rest) => {
    if (typeof text === 'string' && BEGINNING.test(text) && rest.length === 0) return begun(ask(text, values))
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return name ? ask({ name, text, values }, ...rest) : ask(text, values, ...rest)
  }
  client.query = askNamed as typeof client.query
}

function begun(sent: unknown) {
  Promise.resolve(sent).catch(() => {})
  return Promise.resolve({ command: 'BEGIN', rows: [], rowCount: null, fields: [], oid: 0 })
}
