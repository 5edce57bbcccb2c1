import { compiled, igam, igamc } from 'cephes'

// @stdlib's incomplete gamma is wrong by 1e−2 for a ≥ 1000 and x ≥ a; cephes holds 1e−11 to a = 10,000 and 1e−8 to 1e8.
await compiled

/**
 * Regularised lower incomplete gamma P(a, x), a > 0, x ≥ 0 (cephes).
 * Throws RangeError: “The incomplete gamma function takes a > 0 and x ≥ 0”.
 */
export function gammaP(a: number, x: number) {
  return evaluate(igam, { a, x, beyond: 1 })
}

/**
 * Regularised upper incomplete gamma Q(a, x) = 1 − P(a, x), a > 0, x ≥ 0, with its small tail intact (cephes). Throws as `gammaP` does.
 */
export function gammaQ(a: number, x: number) {
  return evaluate(igamc, { a, x, beyond: 0 })
}

/** P(X > x) for a chi-square with df > 0 degrees of freedom: Q(df/2, x/2). Throws as `gammaP` does. */
export function chiSquareUpperTail(x: number, df: number) {
  return gammaQ(df / 2, Math.max(0, x) / 2)
}

type Point = { a: number; x: number; beyond: 0 | 1 }

function evaluate(integral: (a: number, x: number) => number, { a, x, beyond }: Point) {
  if (!(a > 0 && x >= 0)) throw new RangeError('The incomplete gamma function takes a > 0 and x ≥ 0')
  if (x === Infinity) return beyond
  try {
    return integral(a, x)
  } catch (error) {
    // cephes throws where the tail is below the smallest double; the answer is then exactly 0 or 1.
    if (String(error).includes('underflow')) return x > a ? beyond : 1 - beyond
    throw error
  }
}
