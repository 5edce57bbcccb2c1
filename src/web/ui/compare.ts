export type Comparable = string | number | Date | null | undefined

const isEmpty = (value: Comparable) => value === null || value === undefined || value === ''

/** Words as people sort them, with numbers in them as numbers; what is empty comes last. */
export function compare(a: Comparable, b: Comparable) {
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b))
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' })
  return Number(a) - Number(b)
}
