/** How a table stands, as text for the address: what is sorted by, which columns are seen. */
type Named = { id: string; main?: boolean; hidden?: boolean }

export type Sorting = { id: string; desc: boolean }[]

export const parseSort = (sort: string | undefined): Sorting => (sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [])
export const writeSort = ([first]: Sorting) => (first ? `${first.desc ? '-' : ''}${first.id}` : '')

const isUsual = ({ main, hidden }: Named) => main || !hidden

/** The columns that are not seen. `shown` names those that are, with commas between; an empty text means as usual. */
export function hiddenColumns(columns: Named[], shown = '') {
  const named = new Set(shown.split(','))
  return columns.filter((column) => !(shown ? column.main || named.has(column.id) : isUsual(column))).map(({ id }) => id)
}

/** The text for the address; empty when the columns are as usual. */
export function writeColumns(columns: Named[], hidden: string[]) {
  const shown = columns.filter(({ id, main }) => main || !hidden.includes(id))
  const asUsual = columns.every((column) => Boolean(isUsual(column)) === shown.includes(column))
  return asUsual ? '' : shown.map(({ id }) => id).join(',')
}
