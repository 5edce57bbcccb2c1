import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readArguments } from './arguments.ts'
import type { Connection, Terminal } from './connection.ts'

/** Writes everything (or one list) to a file, or prints it when no file is named. */
export async function exportTo({ send }: Connection, { print, tell }: Terminal, args: string[]) {
  const { values, positionals } = readArguments(args, { list: { type: 'string' } })
  const response = await send(values.list ? `/export/${encodeURIComponent(values.list)}.csv` : '/export')
  const [file] = positionals
  if (!file || !response.body) return print((await response.text()).trimEnd())
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(file))
  tell(`Written to ${file}.`)
}
