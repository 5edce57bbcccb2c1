import { parse } from 'csv-parse'
import { type Delimiter, lineBreak, readingOptions, readsByLine, splitLine } from '#domain/import/delimited.ts'
import { recordsIn } from '#domain/import/json-records.ts'
import type { Layout } from '#domain/import/layout.ts'
import type { Row } from '#domain/import/row.ts'

const pieceOfText = 65_536
/** A file with more broken quotation marks than this is read no further: every repair starts the reading again. */
const mostRepairs = 100

/** All rows of a text below its header, in order, each with the line it starts on. */
export async function* readRows(text: string, layout: Layout): AsyncGenerator<Row> {
  if (layout.format !== 'delimited') return yield* jsonRows(text, layout)
  const delimiter = layout.delimiter ?? ','
  const rows = readsByLine(delimiter) ? plainRows(text, delimiter) : quotedRows(text, { delimiter, width: layout.columns.length })
  let first = true
  for await (const row of rows) {
    if (!(first && layout.hasHeader)) yield row
    first = false
  }
}

function* jsonRows(text: string, { format, columns }: Layout): Generator<Row> {
  for (const { line, cells, fault, raw } of recordsIn(text, format as 'json' | 'json-lines')) {
    yield fault ? { line, cells: [raw ?? ''], fault } : { line, cells: columns.map((column) => cells.get(column) ?? '') }
  }
}

function* plainRows(text: string, delimiter: Delimiter): Generator<Row> {
  for (const [i, line] of text.split(lineBreak).entries()) if (line.trim()) yield { line: i + 1, cells: splitLine(line, delimiter) }
}

/** Where reading stands: how many bytes and lines lie behind. */
type Place = { bytes: number; line: number }

type Shape = { delimiter: Delimiter; width: number }

async function* quotedRows(text: string, shape: Shape): AsyncGenerator<Row> {
  const bytes = Buffer.from(text, 'utf8')
  let from: Place = { bytes: 0, line: 0 }
  for (let repairs = 0; from.bytes < bytes.length; repairs++) {
    const stopped = yield* rowsFrom(bytes, from, shape)
    if (!stopped) return
    const rest = repairs === mostRepairs
    const broken = rest
      ? { row: brokenRow(bytes, stopped, bytes.length), next: { bytes: bytes.length, line: 0 } }
      : brokenLine(bytes, stopped)
    yield broken.row
    from = broken.next
  }
}

type Found = { record: string[]; lines: number; bytes: number }

/** Reads on until the end, or until a quotation mark that is not closed where it should be; then says where that row began. */
async function* rowsFrom(bytes: Buffer, from: Place, { delimiter, width }: Shape): AsyncGenerator<Row, Place | null> {
  let place = from
  for await (const { found, fault } of parsed(bytes.subarray(from.bytes), delimiter)) {
    for (const { record, ...info } of found) {
      const start = place.line + 1 + blankLines(bytes, place.bytes)
      if (record.length > width && from.line + info.lines > start) return place
      place = { bytes: from.bytes + info.bytes, line: from.line + info.lines }
      yield { line: start, cells: record }
    }
    if (fault) return place
  }
  return null
}

/** The records of each piece of text. A stream that fails forgets what nobody has fetched yet, so they are taken as they are found. */
async function* parsed(bytes: Buffer, delimiter: Delimiter): AsyncGenerator<{ found: Found[]; fault: boolean }> {
  let found: Found[] = []
  const parser = parse({
    ...readingOptions(delimiter),
    on_record: (record: string[], { lines, bytes }) => {
      found.push({ record, lines, bytes })
      return null
    },
  }).resume()
  const broken = new Promise<Error>((resolve) => parser.once('error', resolve))
  const ended = new Promise<null>((resolve) => parser.once('end', () => resolve(null)))
  for (let at = 0; at < bytes.length; at += pieceOfText) {
    const written = new Promise<null>((resolve) => parser.write(bytes.subarray(at, at + pieceOfText), (error) => error || resolve(null)))
    const fault = await Promise.race([broken, written])
    yield { found, fault: isFault(fault) }
    if (fault) return
    found = []
  }
  parser.end()
  yield { fault: isFault(await Promise.race([broken, ended])), found }
}

/** A quotation mark in the wrong place is the file's fault; anything else is ours. */
function isFault(error: Error | null) {
  if (error && !isQuoteFault(error)) throw error
  return error !== null
}

const isQuoteFault = (error: unknown) =>
  ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE', 'CSV_INVALID_CLOSING_QUOTE'].includes((error as { code?: string }).code ?? '')

/** Blank lines between two rows belong to neither, but they count when somebody looks the line up. */
function blankLines(bytes: Buffer, at: number) {
  let blank = 0
  while (bytes[at] === 0x0a || bytes[at] === 0x0d) {
    if (bytes[at] === 0x0a || bytes[at + 1] !== 0x0a) blank++
    at++
  }
  return blank
}

function brokenLine(bytes: Buffer, { bytes: at, line }: Place) {
  const start = at + leadingBreaks(bytes, at)
  const end = bytes.indexOf('\n', start)
  const next = end === -1 ? bytes.length : end + 1
  const first = line + 1 + blankLines(bytes, at)
  return { row: brokenRow(bytes, { bytes: start, line: first - 1 }, next), next: { bytes: next, line: first } }
}

function leadingBreaks(bytes: Buffer, at: number) {
  let length = 0
  while (bytes[at + length] === 0x0a || bytes[at + length] === 0x0d) length++
  return length
}

function brokenRow(bytes: Buffer, { bytes: start, line }: Place, end: number): Row {
  const cells = [
    bytes
      .subarray(start, Math.min(end, start + 5_000))
      .toString('utf8')
      .trimEnd(),
  ]
  return { line: line + 1, cells, fault: 'A quotation mark opens here and is not closed.' }
}
