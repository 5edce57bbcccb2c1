/** How p-values of several metrics are adjusted together: `holm` and `hochberg` hold any false win, `bh` and `by` their share. */
export type Adjustment = 'holm' | 'hochberg' | 'bh' | 'by'

/**
 * Adjusted p-values in the order given, to compare with alpha itself. Holm 1979 (any dependence), Hochberg 1988 (independent or positively
 * dependent), Benjamini–Hochberg 1995, Benjamini–Yekutieli 2001 (any dependence).
 * Throws RangeError: “Every p must lie between 0 and 1”.
 */
export function adjustPValues(ps: readonly number[], method: Adjustment): number[] {
  if (!ps.every((p) => p >= 0 && p <= 1)) throw new RangeError('Every p must lie between 0 and 1')
  const order = ps.map((_, at) => at).sort((a, b) => ps[a]! - ps[b]!)
  const scaled = order.map((at, rank) => ps[at]! * factor({ method, rank, m: ps.length }))
  const monotone =
    method === 'holm'
      ? runningMaximum(scaled)
      : runningMaximum(scaled.reverse().map((p) => -p))
          .map((p) => -p)
          .reverse()
  const adjusted = new Array<number>(ps.length)
  order.forEach((at, rank) => {
    adjusted[at] = Math.min(1, monotone[rank]!)
  })
  return adjusted
}

function factor({ method, rank, m }: { method: Adjustment; rank: number; m: number }) {
  if (method === 'holm' || method === 'hochberg') return m - rank
  const harmonic = method === 'by' ? Array.from({ length: m }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0) : 1
  return (m * harmonic) / (rank + 1)
}

function runningMaximum(values: readonly number[]) {
  let most = Number.NEGATIVE_INFINITY
  return values.map((value) => {
    most = Math.max(most, value)
    return most
  })
}

/** Always-valid false discovery rate: Benjamini–Hochberg on e-values, rejected where true (Wang and Ramdas, JRSS-B 2022). */
export function rejectByEvidence(evidence: readonly number[], rate: number): boolean[] {
  const order = evidence.map((_, at) => at).sort((a, b) => evidence[b]! - evidence[a]!)
  const passes = order.map((at, rank) => evidence[at]! >= evidence.length / (rate * (rank + 1)))
  const last = passes.lastIndexOf(true)
  const chosen = new Set(order.slice(0, last + 1))
  return evidence.map((_, at) => chosen.has(at))
}
