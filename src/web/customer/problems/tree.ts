type Placed = { id: string; parentId: string | null }
export type TreeLine<P> = { problem: P; depth: number }

/** Problems in the order of the tree, each under the one it is part of; one whose parent is not shown stands at the top. */
export function treeLines<P extends Placed>(problems: P[], strongerFirst: (a: P, b: P) => number): TreeLine<P>[] {
  const shown = new Set(problems.map(({ id }) => id))
  const under = Map.groupBy(problems, ({ parentId }) => (parentId && shown.has(parentId) ? parentId : null))
  const linesUnder = (id: string | null, depth: number): TreeLine<P>[] =>
    (under.get(id) ?? []).toSorted(strongerFirst).flatMap((problem) => [{ problem, depth }, ...linesUnder(problem.id, depth + 1)])
  return linesUnder(null, 0)
}
