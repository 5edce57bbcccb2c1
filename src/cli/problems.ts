import { read } from '#client/api.ts'
import { readArguments } from './arguments.ts'
import type { Connection, Terminal } from './connection.ts'
import { asJson, table } from './output.ts'

export async function listProblems({ api }: Connection, { print }: Terminal, args: string[]) {
  const { values } = readArguments(args, { json: { type: 'boolean' } })
  const { rows } = await read(api.problems.$get({ query: {} }))
  if (values.json) return print(asJson(rows))
  print(
    table(
      ['Key', 'State', 'Evidence', 'Problem'],
      rows.map((row) => [row.key, row.state, row.strength.level, row.title]),
    ),
  )
}
