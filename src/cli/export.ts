import { readArguments } from './arguments.ts'
import type { Connection, Terminal } from './connection.ts'
import { saveAnswer } from './files.ts'

/** Writes everything (or one list) to a file, or prints it when no file is named. */
export async function exportTo({ send }: Connection, { print, tell }: Terminal, args: string[]) {
  const { values, positionals } = readArguments(args, { list: { type: 'string' } })
  const response = await send(values.list ? `/export/${encodeURIComponent(values.list.replace(/\.csv$/, ''))}.csv` : '/export')
  const [file] = positionals
  if (!file) return print((await response.text()).trimEnd())
  await saveAnswer(response, file)
  tell(`Written to ${file}.`)
}
