import { z } from 'zod'
import { NotAccepted } from '#domain/problems.ts'

/** Pages follow a cursor, so that rows which arrive meanwhile are neither skipped nor shown twice. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

export type Page<T> = { rows: T[]; next: string | null }

/** Cuts one row more than asked for into a page; `cursorOf` names the values the list is sorted by. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => unknown[]): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null }
}

export function encodeCursor(values: unknown[]) {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

export function decodeCursor(cursor: string, length: number): string[] {
  const values = parse(cursor)
  if (!Array.isArray(values) || values.length !== length || values.some((value) => typeof value !== 'string'))
    throw new NotAccepted('This cursor is not one of ours. Start from the first page.')
  return values
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
