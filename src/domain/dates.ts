export const DAY_MS = 24 * 3600 * 1000

/** Whole and part days from one moment to a later one. */
export function daysBetween(from: Date, to: Date) {
  return (to.getTime() - from.getTime()) / DAY_MS
}

/** The calendar day in UTC, `2026-03-01`. */
export function dayOf(at: Date) {
  return at.toISOString().slice(0, 10)
}

export function addDays(day: string, days: number) {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS))
}

/** The quarter a day lies in: `2026-Q1`. */
export function quarterOf(day: string) {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
