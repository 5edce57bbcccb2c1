import { read } from '#client/api.ts'
import { channels } from '#domain/customer/channels.ts'
import { feedbackStates } from '#domain/customer/feedback.ts'
import { Misused, oneOf, readArguments } from './arguments.ts'
import type { Connection, Terminal } from './connection.ts'
import { asJson, table } from './output.ts'

const addOptions = {
  channel: { type: 'string' },
  by: { type: 'string' },
  email: { type: 'string' },
  account: { type: 'string' },
  'said-at': { type: 'string' },
  json: { type: 'boolean' },
} as const

export async function addFeedback({ api }: Connection, { print, readInput }: Terminal, args: string[]) {
  const { values, positionals } = readArguments(args, addOptions)
  const given = positionals.join(' ')
  const text = given === '-' ? await readInput() : given
  if (text.trim() === '') throw new Misused('Say what was said: tricorn feedback add "The app logs me out".')
  const { by: name, email, account: accountName, 'said-at': saidAt } = values
  const who = { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(accountName ? { accountName } : {}) }
  const json = {
    text,
    channel: oneOf('channel', channels, values.channel) ?? 'internal',
    ...(Object.keys(who).length > 0 ? { by: who } : {}),
    ...(saidAt ? { saidAt: momentOf(saidAt) } : {}),
  }
  const added = await read(api.feedback.$post({ json }))
  print(values.json ? asJson(added) : added.key)
}

function momentOf(text: string) {
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) throw new Misused(`“${text}” is no date. Write it like 2026-03-01 or 2026-03-01T14:30:00Z.`)
  return moment.toISOString()
}

const listOptions = { state: { type: 'string' }, search: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } } as const

export async function listFeedback({ api }: Connection, { print }: Terminal, args: string[]) {
  const { values } = readArguments(args, listOptions)
  const state = oneOf('state', feedbackStates, values.state)
  const query = { ...(state ? { state } : {}), ...(values.search ? { q: values.search } : {}), limit: values.limit ?? '50' }
  const page = await read(api.feedback.$get({ query }))
  if (values.json) return print(asJson(page.rows))
  print(
    table(
      ['Key', 'Said', 'Channel', 'Who', 'Words'],
      page.rows.map((row) => [row.key, row.saidAt.slice(0, 10), row.channel, row.accountName ?? row.contactName, row.excerpt]),
    ),
  )
}
