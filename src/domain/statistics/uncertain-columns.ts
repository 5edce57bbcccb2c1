import { type Chance, startChance } from './chance.ts'
import { normalQuantile } from './distributions.ts'
import { logParametersOf, skewOf, stepsOf, type UncertainQuantity, valueAtScore } from './uncertain-quantity.ts'

const strataOf = new Map<number, Float64Array>()

/** The normal scores Φ⁻¹((i + ½)/n) of n equally likely strata, ascending. */
function normalStrata(count: number) {
  const known = strataOf.get(count)
  if (known) return known
  const strata = Float64Array.from({ length: count }, (_, at) => normalQuantile((at + 0.5) / count))
  // One session asks for the same count again and again; several counts in turn are not worth the memory.
  strataOf.clear()
  strataOf.set(count, strata)
  return strata
}

/**
 * Standard normal scores for `count` draws: every stratum once, in an order of chance (a Latin hypercube: McKay, Beckman, Conover 1979).
 * Never more variable than independent draws, by inverse cdf, and the same for the same stream.
 */
export function drawScores(chance: Chance, count: number): Float64Array {
  const scores = normalStrata(count).slice()
  for (let last = count - 1; last > 0; last -= 2) {
    // One draw of 53 bits gives both places: its whole part the first, what is left the second.
    const first = chance() * (last + 1)
    const whole = Math.floor(first)
    swap(scores, last, whole)
    swap(scores, last - 1, Math.floor((first - whole) * last))
  }
  return scores
}

function swap(scores: Float64Array, a: number, b: number) {
  const held = scores[a]!
  scores[a] = scores[b]!
  scores[b] = held
}

/** A stream of its own for every name (seeded by FNV-1a), so that adding one bet does not move the draws of the others. */
export function startNamedChance(seed: number, name: string): Chance {
  // FNV-1a, only to spread names over seeds.
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return startChance(hash | 0)
}

/** Scores that share a factor with correlation ρ ≥ 0 (one-factor Gaussian copula): √ρ·shared + √(1 − ρ)·own. */
export function shareFactor(own: Float64Array, { factor, rho }: { factor: Float64Array; rho: number }): Float64Array {
  const [a, b] = [Math.sqrt(rho), Math.sqrt(1 - rho)]
  return own.map((z, at) => a * factor[at]! + b * z)
}

/** The values of a sound quantity at normal scores; PERT and beta by a table of exact quantiles, to about 1e−5 of their spread. */
export function columnOf(quantity: UncertainQuantity, scores: Float64Array): Float64Array {
  switch (quantity.kind) {
    case 'lognormal': {
      const { mu, sigma } = logParametersOf(quantity)
      return lognormalColumn(mu, sigma, scores.slice())
    }
    case 'skewed':
      return skewedColumn(quantity, scores)
    case 'categorical':
      return categoricalColumn(quantity, scores)
    case 'pert':
    case 'beta':
      return tabulatedColumn(quantity, scores)
    default:
      return scores.map((z) => valueAtScore(quantity, z))
  }
}

/** Turns normal scores into exp(μ + σz) where they stand: a column is too large to be copied for nothing. */
export function lognormalColumn(mu: number, sigma: number, scores: Float64Array) {
  for (let at = 0; at < scores.length; at++) scores[at] = Math.exp(mu + sigma * scores[at]!)
  return scores
}

function skewedColumn(quantity: Extract<UncertainQuantity, { kind: 'skewed' }>, scores: Float64Array) {
  const { below, above } = skewOf(quantity)
  // One slope below the median and another above it, without asking which: a processor cannot guess, and waits.
  const [mean, half] = [(above + below) / 2, (above - below) / 2]
  const values = new Float64Array(scores.length)
  for (let at = 0; at < values.length; at++) {
    const z = scores[at]!
    values[at] = quantity.likely * Math.exp(mean * z + half * Math.abs(z))
  }
  return values
}

function categoricalColumn(quantity: Extract<UncertainQuantity, { kind: 'categorical' }>, scores: Float64Array) {
  const steps = stepsOf(quantity)
  const values = Float64Array.from(steps, ({ value }) => value)
  const ends = Float64Array.from(steps, ({ upTo }) => normalQuantile(Math.min(1, upTo)))
  const column = new Float64Array(scores.length)
  for (let at = 0; at < column.length; at++) {
    let step = 0
    for (let end = 0; end < values.length - 1; end++) step += Number(scores[at]! > ends[end]!)
    column[at] = values[step]!
  }
  return column
}

const FURTHEST = 7
const KNOTS_A_UNIT = 8

// Exact quantiles cost microseconds, so they are taken at 113 scores and joined by cubics (Catmull–Rom), which also keeps them inside the ends.
function tabulatedColumn(quantity: UncertainQuantity, scores: Float64Array) {
  const count = 2 * FURTHEST * KNOTS_A_UNIT + 1
  const knots = Float64Array.from({ length: count + 2 }, (_, at) => valueAtScore(quantity, (at - 1) / KNOTS_A_UNIT - FURTHEST))
  const [lowest, highest] = [knots[0]!, knots[count + 1]!]
  const values = new Float64Array(scores.length)
  for (let at = 0; at < values.length; at++) {
    const place = Math.min(count - 1.001, Math.max(0, (scores[at]! + FURTHEST) * KNOTS_A_UNIT)) + 1
    const left = Math.floor(place)
    values[at] = Math.min(highest, Math.max(lowest, cubic(knots, left, place - left)))
  }
  return values
}

function cubic(knots: Float64Array, left: number, t: number) {
  const [before, from, to, after] = [knots[left - 1]!, knots[left]!, knots[left + 1]!, knots[left + 2]!]
  const slope = to - before
  const bend = 2 * before - 5 * from + 4 * to - after
  return from + 0.5 * t * (slope + t * (bend + t * (3 * (from - to) + after - before)))
}
