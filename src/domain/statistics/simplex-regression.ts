import quadprog from 'quadprog'
import { type Refusal, refuse } from './refusal.ts'

/** Columns to mix and what to match; `ridge` is added to the sum of squares of the weights, `intercept` frees the level. */
export type Mix = { columns: readonly (readonly number[])[]; target: readonly number[]; ridge?: number; intercept?: boolean }

/**
 * Weights ≥ 0 that add up to 1 whose mixture of the columns comes nearest to the target in squares, by quadratic programming (Goldfarb and
 * Idnani 1983). A small ridge keeps the problem solvable where there are more columns than points.
 * Refuses a problem without a solution: “No mixture of the untouched groups could be found.”
 */
export function mixToMatch({ columns, target, ridge = 0, intercept = false }: Mix): number[] | Refusal {
  const [x, y] = intercept ? [columns.map(centred), centred(target)] : [columns, target]
  const k = x.length
  const size = Math.max(...x.map((one) => dot(one, one)), Number.MIN_VALUE)
  const floor = 1e-9 * size
  const cross = x.map((a, i) => [0, ...x.map((b, j) => (dot(a, b) + (i === j ? ridge + floor : 0)) / size)])
  const towards = [0, ...x.map((a) => dot(a, y) / size)]
  // Each row of the constraint matrix is one weight: its part in the sum, then its own bound at 0.
  const bounds = x.map((_, i) => [0, 1, ...x.map((_, j) => (i === j ? 1 : 0))])
  const { solution, message } = quadprog.solveQP([[], ...cross], towards, [[], ...bounds], [0, 1, ...x.map(() => 0)], 1)
  if (message || solution.length !== k + 1) return refuse('No mixture of the untouched groups could be found.')
  return solution.slice(1).map((weight) => (weight < 1e-9 ? 0 : weight))
}

/** Σ a_t b_t over the first array. */
export function dot(a: readonly number[], b: readonly number[]) {
  return a.reduce((sum, value, t) => sum + value * b[t]!, 0)
}

function centred(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}
