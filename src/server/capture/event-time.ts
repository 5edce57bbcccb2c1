// What SDKs nearly always send, on days that every month has: JavaScript reads it correctly and faster than the general case.
const USUAL = /^\d{4}-\d\d-(?:[01]\d|2[0-8])T[\d:.]+Z$/
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
const UNREADABLE = new Date(Number.NaN)
const CLOCK_OFF_MS = 60_000
const SECONDS_BELOW = 100_000_000_000

function zoneOf(zone: string | undefined) {
  if (!zone || zone.toUpperCase() === 'Z') return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** A moment as SDKs write it: ISO 8601 (UTC where no zone is given), or a number of milliseconds or seconds. Not a date: an invalid Date. */
export function readTime(value: unknown): Date {
  if (typeof value === 'number') return new Date(Math.abs(value) < SECONDS_BELOW ? value * 1_000 : value)
  if (typeof value === 'string' && USUAL.test(value)) return new Date(value)
  const match = typeof value === 'string' ? ISO.exec(value.trim()) : null
  if (!match) return UNREADABLE
  const [, year, month, day, clock = '00:00', zone] = match
  // JavaScript would read the 30th of February as the 1st of March.
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) > daysInMonth) return UNREADABLE
  return new Date(`${year}-${month}-${day}T${clock.replace(',', '.')}${zoneOf(zone)}`)
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''

/**
 * When an event happened, by the server's clock. A sender whose clock is more than a minute off is corrected by what its `sentAt` shows; smaller
 * differences are the network's and stay, so that times sent on purpose arrive unchanged.
 */
export function eventTime({ timestamp, sentAt, receivedAt }: { timestamp: unknown; sentAt: unknown; receivedAt: Date }): Date {
  if (!isGiven(timestamp)) return receivedAt
  const at = readTime(timestamp)
  if (!isGiven(sentAt)) return at
  const sent = readTime(sentAt).getTime()
  const off = receivedAt.getTime() - sent
  if (Number.isNaN(off) || Math.abs(off) <= CLOCK_OFF_MS) return at
  const corrected = new Date(at.getTime() + off)
  return corrected > receivedAt ? at : corrected
}
