/** One line of a benchmark: what was measured against what, as a ratio that must keep its limit. */
export type BenchRow = { what: string; measured: string; against: string; ratio: number; limit: string; ok: boolean }

/** Prints the rows; the process fails when one of them breaks its limit. */
export async function report(run: () => Promise<BenchRow[]>) {
  const rows = await run()
  for (const { what, measured, against, ratio, limit, ok } of rows)
    console.log(`${ok ? '✓' : '✗'} ${what}: ${measured} against ${against}, ratio ${ratio.toFixed(2)} (limit ${limit})`)
  if (rows.some((row) => !row.ok)) process.exitCode = 1
}

export const atLeast = (limit: number, ratio: number) => ({ ratio, limit: `at least ${limit}`, ok: ratio >= limit })
export const atMost = (limit: number, ratio: number) => ({ ratio, limit: `at most ${limit}`, ok: ratio <= limit })

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
