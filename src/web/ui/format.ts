/** Numbers, money and dates in the reader's own locale and time zone. `locale` is only given in tests. */
type Locale = string | undefined
type When = string | Date

/** What is words rather than figures speaks the language of the texts around it. */
const languageOfTexts = 'en'

const toDate = (when: When) => (when instanceof Date ? when : new Date(when))

/** `2026-10-12` is a day, not an instant: read at noon so that no time zone moves it to its neighbour. */
const toDay = (when: When) => (typeof when === 'string' && when.length === 10 ? new Date(`${when}T12:00:00`) : toDate(when))

export const formatCount = (value: number, locale?: Locale) => new Intl.NumberFormat(locale).format(value)

export const formatNumber = (value: number, digits = 1, locale?: Locale) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)

/** `41` stays, `48,213` becomes `48K`: for the marks of an axis and other narrow places. */
export const formatShort = (value: number, locale?: Locale) =>
  new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value)

/** A share between 0 and 1 as per cent. */
export const formatPercent = (share: number, digits = 0, locale?: Locale) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share)

/** A change with its sign: `+12.4`, `−3`. */
export const formatChange = (value: number, digits = 1, locale?: Locale) =>
  new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: digits }).format(value).replace('-', '−')

export function formatMoney(amount: number, currency: string, locale?: Locale) {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)
}

export const formatRange = (low: number, high: number, digits = 1, locale?: Locale) =>
  `${formatNumber(low, digits, locale)} to ${formatNumber(high, digits, locale)}`

/** `12 Oct`, with the year only when it is not this one. */
export function formatDay(when: When, { now = new Date(), locale }: { now?: Date; locale?: Locale } = {}) {
  const day = toDay(when)
  const year = day.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year }).format(day)
}

export const formatTime = (when: When, locale?: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(toDate(when))

/** `2026-10-12` in the reader's time zone, for date inputs. */
export function dayOf(when: When) {
  const date = toDate(when)
  return [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-')
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** `12 min. ago`, `yesterday`, `in 3 days`. */
export function formatAgo(when: When, { now = new Date(), locale }: { now?: Date; locale?: Locale } = {}) {
  const seconds = (toDay(when).getTime() - now.getTime()) / 1000
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  if (unit === 'second') return 'just now'
  return new Intl.RelativeTimeFormat(locale ?? languageOfTexts, { numeric: 'auto', style: 'short' }).format(
    Math.round(seconds / size),
    unit,
  )
}

const lengths: [string, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** How long something takes: `3 minutes`, `about` left to the caller. */
export function formatDuration(seconds: number, locale?: Locale) {
  const [unit, size] = lengths.find(([, length]) => seconds >= length) ?? ['second', 1]
  return new Intl.NumberFormat(locale ?? languageOfTexts, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(1, Math.round(seconds / size)),
  )
}

/** `1 source`, `9 sources`. */
export function countOf(count: number, one: string, many = `${one}s`, locale?: Locale) {
  return `${formatCount(count, locale)} ${count === 1 ? one : many}`
}
