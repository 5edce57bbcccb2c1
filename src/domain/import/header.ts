import { looksLikeFieldName } from './fields.ts'

/** Whether the first row names the columns. */
export function recogniseHeader(rows: string[][]): boolean {
  const [first, ...body] = rows
  if (!first) return false
  const names = first.map((cell) => cell.trim())
  if (names.some((name) => looksLikeValue(name))) return false
  if (names.some(looksLikeFieldName)) return true
  if (body.length === 0 || names.length === 1) return false
  return names.every((_, i) => !body.some((row) => row[i]?.trim() === names[i] && names[i] !== '')) && standsApart(names, body)
}

/** Numbers, dates, addresses and web addresses are values; nobody calls a column so. */
function looksLikeValue(text: string) {
  return (
    /^[-+(]?[\p{Sc}]?\s?\d[\d.,:/\s-]*(T[\d:.]+Z?)?\s?[\p{Sc}%)]?$/u.test(text) || /^\S+@\S+\.\S+$/.test(text) || /^https?:\/\//i.test(text)
  )
}

/** Names are all different, and either other in kind than what stands below them or shorter than it. */
function standsApart(names: string[], body: string[][]) {
  const filled = names.filter(Boolean)
  if (new Set(filled).size < filled.length / 2) return false
  const below = body.slice(0, 50)
  if (names.some((_, i) => mostly(below, i, looksLikeValue))) return true
  return averageLength([names]) < averageLength(below) || filled.every((name) => /^[\p{L}_][\p{L}\p{N}_ .-]{0,30}$/u.test(name))
}

function mostly(rows: string[][], column: number, test: (cell: string) => boolean) {
  const cells = rows.map((row) => row[column]?.trim() ?? '').filter(Boolean)
  return cells.length > 0 && cells.filter(test).length > cells.length / 2
}

function averageLength(rows: string[][]) {
  const lengths = rows.flat().map((cell) => cell.trim().length)
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1)
}

/** Every column under a name of its own: the given one, with (2) where it repeats, or “Column 3” where there is none. */
export function nameColumns(header: string[] | null, width: number): string[] {
  const taken = new Map<string, number>()
  return Array.from({ length: Math.max(width, header?.length ?? 0) }, (_, i) => {
    const name = plainName(header?.[i] ?? '') || `Column ${i + 1}`
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** A name of a column that can be stored and shown: without NUL, halves of characters, line breaks. */
export const plainName = (name: string) => name.replaceAll('\0', '').toWellFormed().replaceAll(/\s+/g, ' ').trim()
