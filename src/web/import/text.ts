import type { ImportKind } from '#domain/import/fields.ts'
import type { RejectedGroup } from '#domain/import/rejected-groups.ts'
import { countOf, formatCount, formatDay, formatNumber } from '../ui/format.ts'
import type { ImportPreview, ShownImport } from './queries.ts'

/** The words of the import, in one place. */
export const importText = {
  title: 'Import',
  lead: 'Bring what you have: reviews, survey answers, tickets, companies, people, product events. Nothing is stored before you have seen what will become of it.',
  choose: 'Choose a file',
  drop: 'or drop it here: CSV, text, JSON, up to 50 MB',
  paste: 'Or paste',
  pasteHint: 'A table with its header, or one thing that somebody said on each line.',
  pasted: 'Pasted text',
  look: 'Preview',
  notAllowed: 'Only owners and admins import. Ask one of them to bring the file in.',
  earlier: 'Earlier imports',
  reading: 'Reading the file',
  layout: 'Layout',
  columns: 'Columns',
  column: 'Column',
  becomes: 'Becomes',
  why: 'Why',
  kind: 'These rows are',
  delimiter: 'Between the cells',
  header: 'First row names the columns',
  channel: 'Channel, where a row names none',
  undatedDay: 'What has no date was said on',
  undatedHint: 'Left empty, it gets the day of the import, and nobody claims to know how fresh it is.',
  noDate: 'no date',
  eventName: 'Every row records this event',
  dateOrder: 'Dates like 03/04/2026',
  decimalMark: 'Numbers like 1.200',
  preview: 'What will happen',
  firstRows: 'The first rows',
  rowsBefore: 'Earlier rows',
  rowsAfter: 'More rows',
  rated: 'rated',
  chooseWho: 'If a column tells who it was, choose Person, E-mail or Account for it under Columns.',
  putRight: 'These are all of them. Put them right in the file and bring it again: what is there already stays as it is.',
  rest: 'The download has all of them with their reasons.',
  restAhead: 'After the import, all of them can be downloaded with their reasons.',
  rejectedAhead: 'Rows that would be rejected',
  rejected: 'Rejected rows',
  silent: 'Left out: nothing was said',
  silentHint: 'There is nothing to put right in these rows, unless what was said stands in another column.',
  asked: 'Take only some of what was asked',
  askedHint: 'What you leave out here is kept as a trait beside the rest.',
  emptyRow: 'The row is empty.',
  line: 'Line',
  start: 'Import',
  discard: 'Discard',
  download: 'Download what was not imported',
  undo: 'Undo the whole import',
  keep: 'Cancel',
  resume: 'Go on',
  again: 'Import something else',
  all: 'All imports',
  undone: 'This import was undone on',
  places: { feedback: 'Read it in the inbox', accounts: 'See the accounts', contacts: 'See the people', events: 'See the events' },
  importing: 'Importing',
  keepsRunning: 'You can leave this page; it goes on.',
  kinds: { feedback: 'Feedback', accounts: 'Accounts', contacts: 'Contacts', events: 'Product events' } satisfies Record<
    ImportKind,
    string
  >,
  states: { preview: 'not started', running: 'running', finished: 'finished', failed: 'stopped', undone: 'undone' },
  delimiters: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Pipe', ' ': 'Spaces', '\n': 'Nothing: one text a line' },
  dateOrders: { 'day-first': 'Day first', 'month-first': 'Month first' },
  decimalMarks: { point: 'One point two', comma: 'Twelve hundred' },
}

/** What is left of an import that was undone. */
export function whatStands({ archived, kept }: NonNullable<ShownImport['undone']>) {
  const left = [
    archived > 0 && `${countOf(archived, 'record')} that somebody had worked on went to the archive and can be restored.`,
    kept > 0 && `${countOf(kept, 'customer')} stayed, because other feedback speaks of them.`,
  ].filter(Boolean)
  return left.length > 0 ? left.join(' ') : 'Nothing of it stands; the file can be imported again.'
}

const recordNames = {
  feedback: ['piece of feedback', 'pieces of feedback'],
  accounts: ['account', 'accounts'],
  contacts: ['contact', 'contacts'],
  events: ['event', 'events'],
} as const satisfies Record<ImportKind, readonly [string, string]>

export function countRecords(kind: ImportKind, records: number) {
  const [one, several] = recordNames[kind]
  return countOf(records, one, several)
}

/** Of several pieces a row, how many come on average. */
export function perRow({ records, goodRows }: Pick<ImportPreview, 'records' | 'goodRows'>) {
  return records > goodRows ? `${formatNumber(records / goodRows)} per row on average` : ''
}

/** What of it is new; the same file brought again brings nothing. */
export function newAhead({ records, alreadyThere }: Pick<ImportPreview, 'records' | 'alreadyThere'>) {
  if (alreadyThere === 0) return ''
  if (alreadyThere < records)
    return `${formatCount(alreadyThere)} of them are there already: ${formatCount(records - alreadyThere)} are new.`
  return `Nothing new would come: ${records === 1 ? 'it is' : `all ${formatCount(records)} are`} there already.`
}

/** What becomes of the rows that bring nothing. */
export function notImportedAhead({ badRows, silentRows }: Pick<ImportPreview, 'badRows' | 'silentRows'>) {
  const silent = `In ${countOf(silentRows, 'row')} nothing was said; ${silentRows === 1 ? 'it is' : 'they are'} left out.`
  const bad = `${countOf(badRows - silentRows, 'row')} would be rejected.`
  return [silentRows > 0 && silent, badRows > silentRows && bad].filter(Boolean).join(' ')
}

/** Which day feedback without one will get. */
export function undatedAhead(undated: number, { undatedDay }: ShownImport['mapping']) {
  const pieces = undated === 1 ? '1 has no date and gets' : `${formatCount(undated)} have no date and get`
  if (undatedDay) return `${pieces} ${formatDay(undatedDay)}, as you said.`
  return `${pieces} the day of the import; the evidence will say that nobody knows how fresh ${undated === 1 ? 'it is' : 'they are'}.`
}

/** Which day feedback has got that came without one, and what that means for the evidence. */
export function undatedWords({ undated, mapping, createdAt }: Pick<ShownImport, 'undated' | 'mapping' | 'createdAt'>) {
  const pieces = `${countOf(undated, 'piece of feedback', 'pieces of feedback')} came without a date`
  if (mapping.undatedDay) return `${pieces} and got ${formatDay(mapping.undatedDay)}, as you said.`
  return `${pieces}: they stand under the day of the import, ${formatDay(createdAt)}, and say nothing about how fresh the evidence is.`
}

type Brought = Pick<ShownImport, 'state' | 'imported' | 'rejected' | 'silent'>

/** What an import has brought, in a line of the list. */
export function broughtWords({ state, imported, rejected, silent }: Brought) {
  if (state === 'undone') return `${importText.states.undone}, ${countOf(imported, 'record')} taken back`
  return [
    importText.states[state],
    countOf(imported, 'record'),
    silent > 0 && `${formatCount(silent)} left out`,
    rejected > silent && `${formatCount(rejected - silent)} rejected`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** How much of what was rejected stands here, and where the rest is. */
export function rejectedShown(groups: RejectedGroup[], total: number, rest: string) {
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return shown === total ? importText.putRight : `${formatCount(shown)} of ${countOf(total, 'row')} are shown. ${rest}`
}
