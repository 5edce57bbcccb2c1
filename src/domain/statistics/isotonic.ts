/** A level of the fit: the x it spans, the mean of the outcomes there, and how many points it holds. */
export type IsotonicStep = { from: number; to: number; value: number; count: number }

/**
 * The non-decreasing step function nearest to y in least squares, by pooling adjacent violators (Ayer et al. 1955); points with equal x
 * share a level. In: x and y as long as each other and finite. Out: the levels in ascending x, empty for no points.
 */
export function fitIsotonic(x: readonly number[], y: readonly number[]): IsotonicStep[] {
  const steps: IsotonicStep[] = []
  for (const step of pointsByX(x, y)) {
    steps.push(step)
    while (steps.length > 1 && steps.at(-2)!.value >= steps.at(-1)!.value) steps.push(pool(steps.splice(-2)))
  }
  return steps
}

function pointsByX(x: readonly number[], y: readonly number[]): IsotonicStep[] {
  const points: IsotonicStep[] = []
  for (const at of x.map((_, at) => at).sort((a, b) => x[a]! - x[b]!)) {
    const point = { from: x[at]!, to: x[at]!, value: y[at]!, count: 1 }
    if (points.at(-1)?.from === point.from) points.push(pool([points.pop()!, point]))
    else points.push(point)
  }
  return points
}

function pool(pair: IsotonicStep[]): IsotonicStep {
  const [left, right] = pair as [IsotonicStep, IsotonicStep]
  const count = left.count + right.count
  return { from: left.from, to: right.to, value: (left.value * left.count + right.value * right.count) / count, count }
}

/** The level at x; between two levels it runs straight from one to the other, beyond the ends it stays. Needs at least one level. */
export function levelAt(steps: readonly IsotonicStep[], x: number): number {
  const after = steps.findIndex(({ to }) => x <= to)
  if (after === -1) return steps.at(-1)!.value
  const next = steps[after]!
  const last = steps[after - 1]
  if (!last || x >= next.from) return next.value
  return last.value + ((next.value - last.value) * (x - last.to)) / (next.from - last.to)
}
