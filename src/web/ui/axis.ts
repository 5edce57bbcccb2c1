import { formatDay } from './format.ts'

/** How a value is written; `digits` after the point where the usual ones do not tell two marks apart. */
export type ValueFormat = (value: number, digits?: number) => string

const MOST_DIGITS = 4
const LABEL_PX = 110

const areDistinct = (labels: string[]) => new Set(labels).size === labels.length

/** Writes the marks of an axis with as few digits as tell them apart; where none do, the same words stand there once. */
export function distinctly(format: ValueFormat) {
  return (value: number, place: number, all: readonly number[] = [value]) => {
    const ways = [undefined, ...Array.from({ length: MOST_DIGITS }, (_, more) => more + 1)]
    const digits = ways.find((way) => areDistinct(all.map((one) => format(one, way))))
    const label = format(value, digits)
    return all.slice(0, place).some((one) => format(one, digits) === label) ? '' : label
  }
}

/** The moments that get a mark: the points themselves, evenly thinned out from the last backwards. */
export function timeMarks(points: readonly { at: string }[], width: number) {
  const most = Math.max(2, Math.floor(width / LABEL_PX))
  const every = Math.max(1, Math.ceil(points.length / most))
  return points.filter((_, place) => (points.length - 1 - place) % every === 0).map(({ at }) => new Date(at))
}

/** Where a label lies across, in pixels. */
type Extent = { from: number; to: number }

/** For each label the lowest row, from 0, in which it lies over no earlier one. */
export function rowsApart(labels: readonly Extent[]) {
  const rows: Extent[][] = []
  return labels.map((label) => {
    const free = rows.findIndex((row) => row.every(({ from, to }) => label.to <= from || label.from >= to))
    const row = free < 0 ? rows.length : free
    rows[row] = [...(rows[row] ?? []), label]
    return row
  })
}

/** A point of a series is a day in UTC, wherever it is read. */
export const dayIn = (at: string | Date) => formatDay((typeof at === 'string' ? at : at.toISOString()).slice(0, 10))
