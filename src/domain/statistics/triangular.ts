import { type Refusal, refuse } from './refusal.ts'

/** Three points as many tools ask for them: the very ends and the likeliest value between. */
export type Triangle = { low: number; likely: number; high: number }

/**
 * Mean (a + m + b)/3 and standard deviation √((a² + b² + m² − ab − am − bm)/18) of a triangular quantity, in its unit (Kotz & van Dorp
 * 2004).
 * Refuses: “A range holds something that is not a number of usable size.” “The low end must not be above the likely value, nor that above
 * the high end, and the ends must differ.”
 */
export function triangularMoments(triangle: Triangle): { mean: number; sd: number } | Refusal {
  const fault = findTriangleFault(triangle)
  if (fault) return fault
  const { low, likely, high } = triangle
  const [left, right] = [likely - low, high - likely]
  // The variance (a² + b² + m² − ab − am − bm)/18 by differences, so that ends near 1e12 keep its digits.
  return { mean: low + (left + high - low) / 3, sd: Math.sqrt((left ** 2 + left * right + right ** 2) / 18) }
}

/**
 * The value a triangular quantity stays below with probability p (Kotz & van Dorp 2004). For reading other tools' three-point estimates:
 * its tails are fatter than a PERT's on the same points.
 * Refuses as `triangularMoments` does, and: “A share lies between 0 and 1.”
 */
export function triangularQuantile(triangle: Triangle, p: number): number | Refusal {
  const fault = findTriangleFault(triangle)
  if (fault) return fault
  if (!(p > 0 && p < 1)) return refuse('A share lies between 0 and 1.')
  const { low, likely, high } = triangle
  const width = high - low
  if (p * width <= likely - low) return low + Math.sqrt(p * width * (likely - low))
  return high - Math.sqrt((1 - p) * width * (high - likely))
}

function findTriangleFault({ low, likely, high }: Triangle) {
  if (![low, likely, high].every((x) => Math.abs(x) < 1e145)) return refuse('A range holds something that is not a number of usable size.')
  const sound = low <= likely && likely <= high && low < high
  return sound ? null : refuse('The low end must not be above the likely value, nor that above the high end, and the ends must differ.')
}
