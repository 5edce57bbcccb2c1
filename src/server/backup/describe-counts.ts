import type { Counts } from './backup-line.ts'

/** For the operator: how much of what a backup holds. */
export function describeCounts(counts: Counts) {
  const count = (start: string, one: string, many: string) => {
    const sum = Object.entries(counts).reduce((total, [name, count]) => total + (name.startsWith(start) ? count : 0), 0)
    return `${sum.toLocaleString('en')} ${sum === 1 ? one : many}`
  }
  return `${count('rows:', 'record', 'records')}, ${count('warehouse:', 'entry', 'entries')} of product events, ${count('file:', 'file', 'files')}`
}
