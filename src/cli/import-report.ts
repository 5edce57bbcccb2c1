import type { Mapping } from '#domain/import/mapping.ts'
import { excerptOf, type RejectedGroup } from '#domain/import/rejected-groups.ts'
import { type MayTellWho, namesSomebody, unnamedSentence } from '#domain/import/who-said-it.ts'
import { counted, table } from './output.ts'

/** An import as the API shows it. */
export type ShownImport = {
  id: string
  fileName: string
  state: 'preview' | 'running' | 'finished' | 'failed' | 'undone'
  total: number
  done: number
  imported: number
  rejected: number
  silent: number
  alreadyThere: number
  undated: number
  problem: string | null
  createdAt: string
  secondsLeft: number | null
}

export type Uploaded = ShownImport & {
  layout: { format: string; delimiter: string | null; hasHeader: boolean; columns: string[]; encoding: string; notes: string[] }
  mapping: Mapping
  kindReason: string
  guesses: { column: string; field: string; confidence: number; reason: string }[]
  questions: { sentence: string; example: string; about: string }[]
  mayTellWho: MayTellWho | null
  preview: {
    problems: string[]
    rows: number
    goodRows: number
    badRows: number
    silentRows: number
    records: number
    alreadyThere: number
    undated: number
    unnamed: number
    rejected: RejectedGroup[]
  }
}

export function describePreview({ fileName, layout, mapping, kindReason, questions, preview, mayTellWho }: Uploaded): string {
  const uses = mapping.columns.map(({ column, field }) => [column, field])
  const asked = questions.filter(({ about }) => about !== 'dateOrder' || mapping.dateOrder === null)
  return [
    `${fileName}: ${describeLayout(layout)}, ${counted(preview.rows, 'row')}. Taken for ${mapping.kind}: ${kindReason}`,
    ...layout.notes,
    table(['Column', 'Becomes'], uses),
    ...asked.map(({ sentence, example }) => `${sentence} (${example})`),
    comingLine(mapping, preview),
    ...undatedLines(preview.undated, mapping),
    ...unnamedLines(preview, mapping, mayTellWho),
    ...rejectedLines(preview.rejected.map((group) => ({ ...group, rows: group.rows.slice(0, 1) }))),
  ].join('\n')
}

function comingLine({ kind }: Mapping, { goodRows, badRows, silentRows, records, alreadyThere }: Uploaded['preview']) {
  const known =
    alreadyThere === records ? ', and all are there already' : `, of which ${alreadyThere.toLocaleString('en')} are there already`
  return [
    `${counted(goodRows, 'row')} would become ${recordsOf(kind, records)}${alreadyThere > 0 ? known : ''}`,
    ...leftOutWords(silentRows),
    `${counted(badRows - silentRows, 'row')} would be rejected.`,
  ].join('; ')
}

const leftOutWords = (silent: number) => (silent > 0 ? [`${counted(silent, 'row')} left out: nothing was said`] : [])

function undatedLines(undated: number, { undatedDay }: Mapping) {
  if (undated === 0) return []
  const pieces = counted(undated, 'piece of feedback without a date', 'pieces of feedback without a date')
  return undatedDay
    ? [`${pieces} would get ${undatedDay}.`]
    : [`${pieces} would get the day of the import and count as undated. Use --undated-day 2026-03-01 if you know the day.`]
}

function unnamedLines(preview: Uploaded['preview'], mapping: Mapping, mayTellWho: MayTellWho | null) {
  const sentence = unnamedSentence(mapping, preview)
  if (!sentence) return []
  if (!mayTellWho || namesSomebody(mapping)) return [sentence]
  const { column, reason } = mayTellWho
  return [`${sentence} “${column}” may tell who it was: --map "contact-name=${column}". ${reason}`]
}

/** What is wrong with the rejected rows, each fault with the first of its rows. */
export function rejectedLines(groups: RejectedGroup[]) {
  return groups.flatMap(({ reason, count, rows }) => [
    `  ${count.toLocaleString('en')} × ${reason}`,
    ...rows.map((row) => `      line ${row.line}: ${row.reason === reason ? '' : `${row.reason} `}${excerptOf(row, 120)}`),
  ])
}

const delimiterNames: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'pipes',
  ' ': 'spaces',
  '\n': 'one text a line',
}

function describeLayout({ format, delimiter, hasHeader, encoding }: Uploaded['layout']) {
  const shape = format === 'delimited' ? (delimiterNames[delimiter ?? ','] ?? 'delimited') : format === 'json' ? 'JSON' : 'JSON Lines'
  return `${encoding}, ${shape}${format === 'delimited' && !hasHeader ? ', no header' : ''}`
}

export function describeReport(
  { id, state, total, imported, rejected, silent, alreadyThere, undated }: ShownImport,
  groups: RejectedGroup[],
): string {
  return [
    `${state === 'finished' ? 'Imported' : 'Stopped'}: ${counted(total, 'row')} read, ${[`${counted(imported, 'record')} made`, ...leftOutWords(silent), `${counted(rejected - silent, 'row')} rejected`, `${counted(alreadyThere, 'record')} there already`].join(', ')}.`,
    ...(undated > 0 ? [`${counted(undated, 'piece of feedback', 'pieces of feedback')} came without a date.`] : []),
    ...rejectedLines(groups),
    ...(rejected > countShown(groups)
      ? [
          `${counted(countShown(groups), 'row that was not imported', 'rows that were not imported')} of ${rejected.toLocaleString('en')} are shown; --rejected FILE keeps them all.`,
        ]
      : []),
    `To take it back within a day: tricorn imports undo ${id}`,
  ].join('\n')
}

const countShown = (groups: RejectedGroup[]) => groups.reduce((sum, { rows }) => sum + rows.length, 0)

function recordsOf(kind: Mapping['kind'], count: number) {
  if (kind === 'feedback') return counted(count, 'piece of feedback', 'pieces of feedback')
  return counted(count, kind.slice(0, -1))
}
