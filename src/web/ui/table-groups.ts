import { type Comparable, compare } from './compare.ts'

/** A row, or the heading of a group; both say of which group they are. */
export type Line = { group: string; count: number } | { group: string; index: number }

/** What the heading of a row's group says, and what the groups are sorted by: without `order`, by their words. */
export type Grouping<R> = { words: (row: R) => string; order?: (row: R) => Comparable }

/** Rows put together by what a column says of them, each group in its order and with a heading. Inside a group the order of the rows stays. */
export function groupRows<T, R>(rows: T[], rowOf: (row: T) => R, grouping?: Grouping<R>): { rows: T[]; lines: Line[] } {
  if (!grouping) return { rows, lines: rows.map((_, index) => ({ group: '', index })) }
  const { words, order = words } = grouping
  const orderOf = ([first]: T[]) => order(rowOf(first!))
  const groups = [...Map.groupBy(rows, (row) => words(rowOf(row)))].toSorted(([, a], [, b]) => compare(orderOf(a), orderOf(b)))
  let at = 0
  const lines = groups.flatMap(([group, members]): Line[] => [
    { group, count: members.length },
    ...members.map(() => ({ group, index: at++ })),
  ])
  return { rows: groups.flatMap(([, members]) => members), lines }
}

/** The lines that are drawn, group by group: the heading of the first may lie above them. */
export function drawnGroups(lines: Line[], drawn: number[]) {
  return [...Map.groupBy(drawn, (at) => lines[at]!.group)].map(([group, places]) => ({ group, places }))
}
