import { readDate } from './dates.ts'
import { currencyIn, readNumber } from './numbers.ts'
import { type Cell, type CheckContext, RowRefused } from './row.ts'

const earliest = Date.UTC(1980, 0, 1)
const day = 86_400_000
const mostMoney = 999_999_999_999

export function readMoment({ column, value }: Cell, { mapping, now }: CheckContext): Date {
  const date = readDate(value, mapping.dateOrder)
  if (date === null) throw new RowRefused(`“${value.slice(0, 60)}” in “${column}” is not a date.`)
  if (date === 'ambiguous')
    throw new RowRefused(`“${value}” in “${column}” can be read two ways. Say whether the day or the month comes first.`)
  if (date.getTime() < earliest) throw new RowRefused(`“${value}” in “${column}” is before 1980.`)
  if (date.getTime() > now.getTime() + day) throw new RowRefused(`“${value}” in “${column}” is in the future.`)
  return date
}

export function readAmount({ column, value }: Cell, { mapping, currency }: CheckContext): number {
  const amount = readNumber(value, mapping.decimalMark)
  if (amount === null) throw new RowRefused(`“${value.slice(0, 60)}” in “${column}” is not an amount.`)
  if (Math.abs(amount) > mostMoney) throw new RowRefused(`“${value}” in “${column}” is too large to be true.`)
  const named = currencyIn(value)
  if (named && named !== currency) throw new RowRefused(`“${value}” in “${column}” is in ${named}; this workspace counts in ${currency}.`)
  return amount
}

/** Revenue that recurs cannot be below zero. */
export function readRevenue(cell: Cell, context: CheckContext): number {
  const amount = readAmount(cell, context)
  if (amount < 0) throw new RowRefused(`“${cell.value}” in “${cell.column}” is below zero.`)
  return amount
}

export function readCount({ column, value }: Cell, { mapping }: CheckContext): number {
  const count = readNumber(value, mapping.decimalMark)
  if (count === null || count < 0 || !Number.isInteger(count) || count > 2_000_000_000)
    throw new RowRefused(`“${value.slice(0, 60)}” in “${column}” is not a whole number.`)
  return count
}

export const isEmail = (text: string) => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

export function readEmail({ column, value }: Cell): string {
  if (!isEmail(value)) throw new RowRefused(`“${value.slice(0, 60)}” in “${column}” is not an e-mail address.`)
  return value.toLowerCase()
}

const longestName = 500
/** The warehouse keeps event names and ids of people up to this length. */
const longestShortName = 200

export function readName({ column, value }: Cell, longest = longestName): string {
  if (value.length > longest) throw new RowRefused(`“${column}” has ${value.length} characters; here at most ${longest} are possible.`)
  return value
}

export const readShortName = (cell: Cell) => readName(cell, longestShortName)
