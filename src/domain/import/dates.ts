/** Which of day and month comes first where a date is written as two small numbers and a year. */
export const dateOrders = ['day-first', 'month-first'] as const
export type DateOrder = (typeof dateOrders)[number]

/** The moment a text names, in UTC where it names no zone; 'ambiguous' when the order of day and month decides and is not known; null when it is no date. */
export function readDate(text: string, order: DateOrder | null): Date | 'ambiguous' | null {
  const trimmed = text.trim()
  return readEpoch(trimmed) ?? readCompact(trimmed) ?? readYearFirst(trimmed) ?? readNumeric(trimmed, order) ?? readWithMonthName(trimmed)
}

const time = String.raw`(?:[T\s,]+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`
const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}$`)
const numeric = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`)
const dayThenName = new RegExp(`^(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(\\p{L}+)\\.?,?[\\s-]+(\\d{4})${time}$`, 'u')
const nameThenDay = new RegExp(`^(?:\\p{L}+\\.?,?\\s+)?(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${time}$`, 'u')

/** Seconds, milliseconds or microseconds since 1970, told apart by their length. */
function readEpoch(text: string) {
  if (/^\d{10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return new Date(Number(text))
  return /^\d{16}$/.test(text) ? new Date(Number(text) / 1000) : null
}

function readCompact(text: string) {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return match && moment(match[1]!, match[2]!, match[3]!, [])
}

function readYearFirst(text: string) {
  const match = yearFirst.exec(text)
  return match && moment(match[1]!, match[2]!, match[3]!, match.slice(4))
}

function readNumeric(text: string, order: DateOrder | null) {
  const match = numeric.exec(text)
  if (!match) return null
  const [, first, mark, second, year] = match as unknown as [string, string, string, string, string]
  const known = orderOf(first, mark, second) ?? order ?? (first === second ? 'day-first' : null)
  if (!known) return 'ambiguous'
  const [day, month] = known === 'day-first' ? [first, second] : [second, first]
  return moment(fullYear(year), month, day, match.slice(5))
}

/** What a single date says about its order: 23/12 can only be day first, and dots are written day first everywhere. */
function orderOf(first: string, mark: string, second: string): DateOrder | null {
  if (Number(first) > 12 || mark === '.') return 'day-first'
  return Number(second) > 12 ? 'month-first' : null
}

const fullYear = (year: string) => (year.length === 4 ? year : `20${year}`)

function readWithMonthName(text: string) {
  const named = dayThenName.exec(text)
  if (named) return withMonth(named[3]!, named[2]!, named[1]!, named.slice(4))
  const other = nameThenDay.exec(text)
  return other && withMonth(other[3]!, other[1]!, other[2]!, other.slice(4))
}

const months = [
  'jan',
  'feb|fév|fev',
  'mar|mär',
  'apr|avr|abr',
  'may|mai',
  'jun|juin',
  'jul|juil',
  'aug|aoû|ago',
  'sep',
  'oct|okt',
  'nov',
  'dec|déc|dez|dic',
].map((names) => new RegExp(`^(${names})`, 'i'))

function withMonth(year: string, name: string, day: string, clock: (string | undefined)[]) {
  // “juillet” and “juin” share their first letters, so the longest match decides.
  const month = /^juil/i.test(name) ? 6 : months.findIndex((pattern) => pattern.test(name))
  return month < 0 ? null : moment(year, String(month + 1), day, clock)
}

function moment(year: string, month: string, day: string, clock: (string | undefined)[]): Date | null {
  const [hour = '0', minute = '0', second = '0', fraction = '0', half, zone] = clock
  const date = new Date(
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      hourOf(hour, half),
      Number(minute),
      Number(second),
      Number(`0.${fraction}`) * 1000,
    ),
  )
  if (Number(year) < 100) date.setUTCFullYear(Number(year))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || Number(hour) > 23 || Number(minute) > 59) return null
  return new Date(date.getTime() - offsetOf(zone))
}

function hourOf(hour: string, half: string | undefined) {
  if (!half) return Number(hour)
  return (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0)
}

function offsetOf(zone: string | undefined) {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '')
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000 : 0
}

/** What the dates of one column say together; 'ask' when none of them tells day from month. */
export function recogniseDateOrder(values: string[]): DateOrder | 'ask' | null {
  const written = values.map((value) => numeric.exec(value.trim())).filter((match) => match !== null)
  if (written.length === 0) return null
  const orders = written.map((match) => orderOf(match[1]!, match[2]!, match[3]!)).filter((order) => order !== null)
  const dayFirst = orders.filter((order) => order === 'day-first').length
  if (orders.length === 0) return 'ask'
  return dayFirst * 2 >= orders.length ? 'day-first' : 'month-first'
}
