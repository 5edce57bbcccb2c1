import type { Rejection } from './row.ts'

/** Rejected rows with the same fault: how many there are, and some of them. */
export type RejectedGroup = { reason: string; count: number; rows: Rejection[] }

/** How many rejected rows are shown; a download has the rest. */
export const shownRejections = 20

/** “soon” and “later” are the same fault of the same column. The patterns are read by Postgres, too, where a dot is any character. */
export const sameFaults = [
  { pattern: '^“.*” in “', plain: 'A value in “' },
  { pattern: '^The id “.*$', plain: 'The id stands in this file already.' },
  { pattern: '^“.*” stands in this file already.*$', plain: 'The name stands in this file already.' },
] as const

export const faultOf = (reason: string) =>
  sameFaults.reduce((told, { pattern, plain }) => told.replace(new RegExp(pattern, 's'), plain), reason)

const shownCells = 100
const shownCharacters = 500

/** Enough of a row to recognise it by. */
export const shortened = ({ cells, ...rest }: Rejection): Rejection => ({
  ...rest,
  cells: cells.slice(0, shownCells).map((cell) => cell.slice(0, shownCharacters)),
})

/** Groups rejections as they come by, keeping only what can be shown. */
export function rejectionGroups() {
  const groups = new Map<string, RejectedGroup>()
  return {
    note(rejection: Rejection) {
      const reason = faultOf(rejection.reason)
      const group = groups.get(reason) ?? { reason, count: 0, rows: [] }
      groups.set(reason, group)
      group.count++
      if (group.rows.length < shownRejections && groups.size <= shownRejections * 2) group.rows.push(shortened(rejection))
    },
    shown: () => shownGroups([...groups.values()]),
  }
}

/** The commonest faults first, and of each as many rows as there is room for: one of each before a second of any. */
function shownGroups(groups: RejectedGroup[]): RejectedGroup[] {
  const common = groups.sort((a, b) => b.count - a.count).slice(0, shownRejections)
  const inTurn = common.flatMap(({ rows }) => rows.map((row, nth) => ({ row, nth }))).sort((a, b) => a.nth - b.nth)
  const shown = new Set(inTurn.slice(0, shownRejections).map(({ row }) => row))
  return common.map(({ rows, ...group }) => ({ ...group, rows: rows.filter((row) => shown.has(row)) }))
}

/** The filled cells of a row in one line. */
export function excerptOf({ cells }: Rejection, longest = 200) {
  const line = cells
    .map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' · ')
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
