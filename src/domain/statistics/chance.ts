import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { mersenne } from 'pure-rand/generator/mersenne'
import { normalQuantile } from './distributions.ts'

/** A stream of uniform numbers strictly between 0 and 1. The same seed always gives the same stream. */
export type Chance = () => number

/** The stream of a seed, which is cut to a whole number of 32 bits. Mersenne twister (Matsumoto & Nishimura 1998), 53 bits a draw. */
export function startChance(seed: number): Chance {
  // Not xoroshiro: its first draw is about 1 for every small seed, and neighbouring seeds move together.
  const generator = mersenne(seed)
  return () => {
    const u = uniformFloat64(generator)
    return u > 0 ? u : Number.EPSILON / 2
  }
}

/** Standard normal draws by the inverse cdf, so that they depend on the stream alone and not on a rejection sampler. */
export function drawNormals(chance: Chance, count: number): number[] {
  return Array.from({ length: count }, () => normalQuantile(chance()))
}
