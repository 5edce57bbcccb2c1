import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'

/** CSV text of some rows. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvText(rows: unknown[][]) {
  return stringify(
    rows.map((row) => row.map(asCell)),
    { escape_formulas: true },
  )
}

function asCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** An answer that is sent page by page, as fast as the reader takes it. */
export function streamPages(pages: AsyncIterable<string>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(pages, { objectMode: false })) as ReadableStream<Uint8Array>
}

export function attachment(fileName: string, type: string) {
  return {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w.-]+/g, '-')}"`,
  }
}
