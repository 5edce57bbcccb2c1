export const DAY = 86_400_000
export const HOUR = 3_600_000

export const startOfDay = (at: Date) => new Date(Math.floor(at.getTime() / DAY) * DAY)
export const addDays = (at: Date, days: number) => new Date(at.getTime() + days * DAY)
export const dayOf = (at: Date) => at.toISOString().slice(0, 10)
/** 0 is Monday. 1 January 1970 was a Thursday. */
export const weekdayOf = (at: Date) => (Math.floor(at.getTime() / DAY) + 3) % 7
/** The Monday of the week that lies so many weeks before the one of `now`. */
export const mondayBefore = (now: Date, weeks: number) => addDays(startOfDay(now), -weekdayOf(now) - weeks * 7)

/** `2026-Q4` for the quarter that lies so many quarters from the one of `now`. */
export function quarterOf(now: Date, later = 0) {
  const quarters = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3) + later
  return `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`
}

const fixedHolidays = new Set(['01-01', '05-01', '12-24', '12-25', '12-26', '12-31'])

/** Gauss's Easter, Gregorian. */
function easterOf(year: number) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1)
}

/** How much of an ordinary working day crews work: holidays, the days between the years, August. */
export function workloadOn(day: Date) {
  const date = dayOf(day).slice(5)
  const sinceEaster = Math.round((day.getTime() - easterOf(day.getUTCFullYear())) / DAY)
  if (fixedHolidays.has(date) || [-2, 1, 39, 50].includes(sinceEaster)) return 0.08
  if (date > '12-26' || date < '01-03') return 0.6
  if (date >= '08-03' && date <= '08-21') return 0.78
  return 1
}
