import type { Counts } from './backup-line.ts'

/** For the operator: how much of what a backup holds. */
export function describeCounts(counts: Counts) {
  const sum = (start: string) =>
    Object.entries(counts)
      .reduce((total, [name, count]) => total + (name.startsWith(start) ? count : 0), 0)
      .toLocaleString('en')
  return `${sum('rows:')} records, ${sum('warehouse:')} events and people, ${sum('file:')} files`
}
