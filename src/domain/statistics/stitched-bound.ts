import { compiled, zeta } from 'cephes'
import { findAlphaFault, type Refusal, refuse } from './refusal.ts'

/** Intrinsic variance now, where the bound starts to bind, and how far one observation can deviate (0 for sub-Gaussian sums). */
export type StitchedBound = { v: number; startAt: number; alpha: number; c: number }

await compiled

const growth = 2
const shape = 1.4

/**
 * Bound on a sum of deviations at every v ≥ `startAt` at once, growing as √(v ln ln v): the polynomially stitched boundary with η = 2 and s
 * = 1.4 (Howard, Ramdas, McAuliffe, Sekhon, Annals of Statistics 2021, eq. 10; confseq `poly_stitching_bound`, MIT). Unlike the mixtures it
 * needs no guess at the size of the run. One-sided.
 * Refuses as `findAlphaFault` does, and: “A bound needs a variance of at least 0 and a start above 0.” “How far one observation can deviate
 * must be a number.”
 */
export function stitchedBound({ v, startAt, alpha, c }: StitchedBound): number | Refusal {
  if (!(v >= 0 && v < 1e145 && startAt > 1e-145 && startAt < 1e145))
    return refuse('A bound needs a variance of at least 0 and a start above 0.')
  const fault = findAlphaFault(alpha)
  if (fault) return fault
  if (!(Math.abs(c) < 1e100)) return refuse('How far one observation can deviate must be a number.')
  const reached = Math.max(v, startAt)
  const epochs = Math.log(Math.log((growth * reached) / startAt))
  const depth = shape * epochs + Math.log(zeta(shape, 1) / (alpha * Math.log(growth) ** shape))
  const root = (growth ** 0.25 + growth ** -0.25) / Math.SQRT2
  const shift = ((Math.sqrt(growth) + 1) / 2) * c * depth
  return Math.sqrt(root ** 2 * reached * depth + shift ** 2) + shift
}
