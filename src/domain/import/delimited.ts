import type { Options } from 'csv-parse'
import { parse } from 'csv-parse/sync'

/** What stands between the cells of a row. A space stands for any run of spaces; a line break means one cell a line, quotes and all. */
export const delimiters = [',', ';', '\t', '|', ' ', '\n'] as const
export type Delimiter = (typeof delimiters)[number]

/** Longer than any honest record: a quotation mark that never closes is found here, not at the end of 50 MB. */
const longestRecord = 2_000_000
const sampleRows = 500
const sampleCharacters = 300_000

export const lineBreak = /\r\n|\n|\r/

/** How csv-parse reads our rows: forgiving, because a row that is odd is judged later and told with its line. */
export function readingOptions(delimiter: Delimiter): Options {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  }
}

/** Whether the rows of this delimiter are read line by line, without quotes. */
export const readsByLine = (delimiter: Delimiter) => delimiter === ' ' || delimiter === '\n'

export function splitLine(line: string, delimiter: Delimiter) {
  return delimiter === ' ' ? line.trim().split(/ +/) : [line.trim()]
}

/** The first rows of a text, as many as can be read. */
export function sampleOf(text: string, delimiter: Delimiter): string[][] {
  const start = text.length > sampleCharacters ? text.slice(0, text.lastIndexOf('\n', sampleCharacters) + 1 || sampleCharacters) : text
  if (readsByLine(delimiter)) return sampleLines(start).map((line) => splitLine(line, delimiter))
  const rows: string[][] = []
  try {
    parse(start, { ...readingOptions(delimiter), to: sampleRows, on_record: (row: string[]) => void rows.push(row) })
  } catch {
    // The sample may end inside a quoted cell; the rows before it tell enough.
  }
  return rows
}

function sampleLines(text: string) {
  return text
    .split(lineBreak, sampleRows * 2)
    .filter((line) => line.trim())
    .slice(0, sampleRows)
}

/** The delimiter that cuts the most rows into the same number of cells, the first row included. */
export function recogniseDelimiter(text: string): Delimiter {
  const tries = ([',', ';', '\t', '|'] as const).map((delimiter) => ({ delimiter, ...evenness(sampleOf(text, delimiter)) }))
  const best = tries
    .filter((t) => t.width > 1 && t.share >= 0.7)
    .sort((a, b) => b.share * Math.log2(b.width) - a.share * Math.log2(a.width))[0]
  if (best) return best.delimiter
  const spaced = evenness(sampleOf(text, ' '))
  if (spaced.width > 1 && spaced.share === 1 && spaced.rows > 1) return ' '
  return sampleOf(text, '\n').some(([line]) => line!.startsWith('"')) ? ',' : '\n'
}

/** How many cells the usual row has, and which share of rows has as many; a first row that differs counts as a quarter of all. */
function evenness(rows: string[][]) {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  const share = rows.length === 0 ? 0 : count / rows.length
  return { width, rows: rows.length, share: rows[0]?.length === width ? share : share * 0.75 }
}
