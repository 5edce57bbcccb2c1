export const DAY_MS = 24 * 3600 * 1000

/** Whole and part days from one moment to a later one. */
export function daysBetween(from: Date, to: Date) {
  return (to.getTime() - from.getTime()) / DAY_MS
}

/** The calendar day in UTC, `2026-03-01`. */
export function dayOf(at: Date) {
  return at.toISOString().slice(0, 10)
}

/** The middle of a day in UTC, which is the same day almost everywhere. */
export function noonOf(day: string) {
  return new Date(`${day}T12:00:00Z`)
}

export function addDays(day: string, days: number) {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS))
}

/** The day it is where it is still earliest: a day not before this one is over nowhere on earth. */
export function earliestToday(now: Date) {
  return dayOf(new Date(now.getTime() - DAY_MS / 2))
}

/** The quarter a day lies in: `2026-Q1`. */
export function quarterOf(day: string) {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
