import { z } from 'zod'
import { Conflict } from '#domain/problems.ts'

/** The format of the file. A reader refuses a higher number. */
export const formatVersion = 1

/** The first line: who wrote the file, when, and which migration its tables stand at. */
export const Header = z.object({ format: z.literal('tricorn-backup'), version: z.number(), migration: z.string(), at: z.string() })
export type Header = z.infer<typeof Header>

/** The last line: how much of everything the file holds, and the SHA-256 of every byte before this line. */
export const Ending = z.object({ counts: z.record(z.string(), z.number()), sha256: z.string() })
export type Ending = z.infer<typeof Ending>
export type Counts = Ending['counts']

/**
 * A backup is gzipped JSON Lines, each an array: what it is, a name, how many, and what. Rows stay the text that Postgres wrote, because
 * JavaScript's numbers would round some of theirs.
 */
export type Line = {
  part: 'header' | 'rows' | 'sequence' | 'file' | 'bytes' | 'warehouse' | 'end'
  name: string
  count: number
  json: string
}

export const writeLine = ({ part, name, count, json }: Line) => `["${part}",${JSON.stringify(name)},${count},${json}]\n`

const shape = /^\["(header|rows|sequence|file|bytes|warehouse|end)","([^"\\]*)",(\d+),/

export function readLine(text: string): Line {
  const [start, part, name, count] = shape.exec(text) ?? []
  if (!start || !text.endsWith(']')) throw damaged()
  return { part: part as Line['part'], name: name!, count: Number(count), json: text.slice(start.length, -1) }
}

/** Under which name a line is counted. A file is counted once, however many pieces its bytes are in. */
export const counterOf = ({ part, name }: Line) => `${part}:${name}`

export const damaged = () => new Conflict('This backup is damaged or cut short, so nothing was restored. Use another one.')
