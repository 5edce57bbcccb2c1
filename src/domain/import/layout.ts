import { z } from 'zod'
import { NotAccepted } from '../problems.ts'
import { delimiters, recogniseDelimiter, sampleOf } from './delimited.ts'
import { nameColumns, recogniseHeader } from './header.ts'
import { columnsOfRecords, recordsIn } from './json-records.ts'

const mostColumns = 2_000

/** How the rows of a file stand in it. */
export const Layout = z.object({
  format: z.enum(['delimited', 'json', 'json-lines']),
  delimiter: z.enum(delimiters).nullable(),
  hasHeader: z.boolean(),
  columns: z.array(z.string()),
})
export type Layout = z.infer<typeof Layout>

/** What somebody may correct about a recognised layout. */
export const LayoutChange = Layout.pick({ delimiter: true, hasHeader: true }).partial()

export function recogniseLayout(text: string): Layout {
  if (text.trim() === '') throw new NotAccepted('There is no text in this file.')
  const format = recogniseFormat(text)
  if (format !== 'delimited')
    return withinLimits({ format, delimiter: null, hasHeader: true, columns: columnsOfRecords(recordsIn(text, format)) })
  const delimiter = recogniseDelimiter(text)
  return delimitedLayout(text, { delimiter })
}

/** The same file read as somebody says it should be read. */
export function changeLayout(text: string, layout: Layout, change: z.infer<typeof LayoutChange>): Layout {
  if (layout.format !== 'delimited') return layout
  return delimitedLayout(text, { delimiter: change.delimiter ?? layout.delimiter ?? ',', hasHeader: change.hasHeader })
}

function delimitedLayout(
  text: string,
  { delimiter, hasHeader }: { delimiter: NonNullable<Layout['delimiter']>; hasHeader?: boolean },
): Layout {
  const rows = sampleOf(text, delimiter)
  const named = hasHeader ?? recogniseHeader(rows)
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  return withinLimits({
    format: 'delimited',
    delimiter,
    hasHeader: named,
    columns: nameColumns(named ? rows[0]! : null, named ? 0 : width),
  })
}

function recogniseFormat(text: string): Layout['format'] {
  const start = text.slice(0, 200).trimStart()
  if (start.startsWith('[')) return looksLikeJsonArray(start) ? 'json' : 'delimited'
  if (!start.startsWith('{')) return 'delimited'
  const firstLine = text.trimStart().split('\n', 1)[0]!.trim()
  return isJson(firstLine) && text.trim() !== firstLine ? 'json-lines' : 'json'
}

const looksLikeJsonArray = (start: string) => /^\[\s*([{\]"]|$)/.test(start)

function isJson(text: string) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function withinLimits(layout: Layout) {
  if (layout.columns.length > mostColumns)
    throw new NotAccepted(`This file has ${layout.columns.length} columns; at most ${mostColumns} can be read.`)
  return layout
}
