import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import { migrations } from '#db/migrate.ts'
import { Conflict, NotFound } from '#domain/problems.ts'
import { type Counts, counterOf, damaged, Ending, formatVersion, Header, type Line, readLine } from './backup-line.ts'

/** Every line of a backup between the first and the last. Ends with an error unless the file is whole and says of itself what is true. */
export async function* readBackup(file: string): AsyncGenerator<Line> {
  const hash = createHash('sha256')
  const counts: Counts = {}
  let ending: Ending | undefined
  for await (const text of textLines(file)) {
    if (ending) throw damaged()
    const line = readLine(text)
    if (line.part === 'end') ending = parsed(Ending, line)
    else hash.update(`${text}\n`)
    if (line.part === 'header') refuseNewer(readHeader(line))
    else if (line.part !== 'end') {
      counts[counterOf(line)] = (counts[counterOf(line)] ?? 0) + line.count
      yield line
    }
  }
  if (!ending || ending.sha256 !== hash.digest('hex') || !isSame(ending.counts, counts)) throw damaged()
}

export type Checked = { header: Header; counts: Counts }

/** Reads a backup from end to end and writes nothing. */
export async function checkBackup(file: string): Promise<Checked> {
  if (!existsSync(file)) throw new NotFound(`There is no file ${file}.`)
  const header = await firstLine(file)
  const counts: Counts = {}
  for await (const line of readBackup(file)) counts[counterOf(line)] = (counts[counterOf(line)] ?? 0) + line.count
  return { header, counts }
}

async function firstLine(file: string) {
  for await (const text of textLines(file)) return readHeader(readLine(text))
  throw damaged()
}

function readHeader(line: Line): Header {
  if (line.part !== 'header') throw damaged()
  return parsed(Header, line)
}

function parsed<Shape>(schema: z.ZodType<Shape>, { json }: Line): Shape {
  try {
    return schema.parse(JSON.parse(json))
  } catch {
    throw damaged()
  }
}

function refuseNewer({ version, migration }: Header) {
  if (version <= formatVersion && migration in migrations) return
  throw new Conflict('This backup was written by a newer Tricorn. Restore it with that version. Nothing was restored.')
}

const isSame = (a: Counts, b: Counts) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, count]) => b[name] === count)

async function* textLines(file: string): AsyncGenerator<string> {
  // The callback takes errors that come after the reader has left; those before reach the loop below.
  const unzipped = pipeline(createReadStream(file), createGunzip(), () => {})
  let rest = ''
  try {
    for await (const chunk of unzipped.setEncoding('utf8') as AsyncIterable<string>) {
      const [end, ...starts] = chunk.split('\n')
      rest += end
      for (const start of starts) {
        yield rest
        rest = start
      }
    }
  } catch (error) {
    throw isOfZip(error) ? damaged() : error
  }
  if (rest) throw damaged()
}

const isOfZip = (error: unknown) => String((error as NodeJS.ErrnoException).code).startsWith('Z_')
