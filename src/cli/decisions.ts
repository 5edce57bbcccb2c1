import { read } from '#client/api.ts'
import { readArguments } from './arguments.ts'
import type { Connection, Terminal } from './connection.ts'
import { asJson, table } from './output.ts'

export async function listDecisions({ api }: Connection, { print }: Terminal, args: string[]) {
  const { values } = readArguments(args, { json: { type: 'boolean' } })
  const { rows } = await read(api.decisions.$get())
  if (values.json) return print(asJson(rows))
  print(
    table(
      ['Key', 'State', 'Decide by', 'Question'],
      rows.map((row) => [row.key, row.state, row.decideBy, row.question]),
    ),
  )
}
