import { betaQuantile, normalCdf, normalQuantile } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'

/**
 * A quantity we are unsure of. `low` and `high` of a lognormal or skewed quantity are its 5 % and 95 % points and above 0; those of a PERT
 * are its very ends. A beta holds what was counted (`hits` of `hits + misses`); a categorical one takes each value with its weight.
 */
export type UncertainQuantity =
  | { kind: 'fixed'; value: number }
  | { kind: 'lognormal'; low: number; high: number }
  | { kind: 'skewed'; low: number; likely: number; high: number }
  | { kind: 'pert'; low: number; likely: number; high: number }
  | { kind: 'beta'; hits: number; misses: number }
  | { kind: 'categorical'; values: readonly number[]; weights: readonly number[] }

const Z95 = 1.6448536269514722
const LARGEST = 1e15
const SMALLEST = 1e-15

/**
 * Why nothing can be drawn from a quantity, or null when it is sound: “A range holds something that is not a number of usable size.” “A
 * range on a multiplying scale must start above 0.” “The low end must not be above the likely value, nor that above the high end.” “Hits
 * and misses are counts, at least 0.” “Every value of a scale needs a weight of at least 0, and one of them more.”
 */
export function findQuantityFault(quantity: UncertainQuantity): Refusal | null {
  if (!numbersOf(quantity).every((x) => Math.abs(x) <= LARGEST))
    return refuse('A range holds something that is not a number of usable size.')
  switch (quantity.kind) {
    case 'fixed':
      return null
    case 'lognormal':
    case 'skewed':
      if (!(quantity.low >= SMALLEST)) return refuse('A range on a multiplying scale must start above 0.')
      return orderFault(quantity)
    case 'pert':
      return orderFault(quantity)
    case 'beta':
      return quantity.hits >= 0 && quantity.misses >= 0 ? null : refuse('Hits and misses are counts, at least 0.')
    case 'categorical':
      return weightsFault(quantity)
  }
}

function orderFault({ low, high, ...rest }: { low: number; high: number; likely?: number }) {
  const likely = 'likely' in rest ? rest.likely! : low
  return low <= likely && likely <= high ? null : refuse('The low end must not be above the likely value, nor that above the high end.')
}

function weightsFault({ values, weights }: { values: readonly number[]; weights: readonly number[] }) {
  const sound = values.length === weights.length && weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0)
  return sound ? null : refuse('Every value of a scale needs a weight of at least 0, and one of them more.')
}

function numbersOf(quantity: UncertainQuantity): readonly number[] {
  if (quantity.kind === 'categorical') return [...quantity.values, ...quantity.weights]
  return Object.values(quantity).filter((value) => typeof value === 'number')
}

/** μ and σ of the logarithm: μ = (ln low + ln high)/2, σ = (ln high − ln low)/(2·1.6449), for 5 % and 95 % points above 0. */
export function logParametersOf({ low, high }: { low: number; high: number }) {
  return { mu: (Math.log(low) + Math.log(high)) / 2, sigma: (Math.log(high) - Math.log(low)) / (2 * Z95) }
}

/** Shape of a PERT: Beta(1 + 4(m − a)/(b − a), 1 + 4(b − m)/(b − a)) on [a, b] (Malcolm et al. 1959). Ends must differ. */
export function pertShapeOf({ low, likely, high }: { low: number; likely: number; high: number }) {
  return { a: 1 + (4 * (likely - low)) / (high - low), b: 1 + (4 * (high - likely)) / (high - low) }
}

/** Above and below the likely value (the median) a skewed quantity follows two lognormals, so that its 5, 50 and 95 % points are as said. */
export function skewOf({ low, likely, high }: { low: number; likely: number; high: number }) {
  return { below: Math.log(likely / low) / Z95, above: Math.log(high / likely) / Z95 }
}

/** The value at a standard normal score z, that is the quantile at Φ(z), of a sound quantity. */
export function valueAtScore(quantity: UncertainQuantity, z: number): number {
  switch (quantity.kind) {
    case 'fixed':
      return quantity.value
    case 'lognormal': {
      const { mu, sigma } = logParametersOf(quantity)
      return Math.exp(mu + sigma * z)
    }
    case 'skewed': {
      const { below, above } = skewOf(quantity)
      return quantity.likely * Math.exp((z < 0 ? below : above) * z)
    }
    case 'pert': {
      if (quantity.low === quantity.high) return quantity.low
      const { a, b } = pertShapeOf(quantity)
      return quantity.low + (quantity.high - quantity.low) * betaAtScore(z, a, b)
    }
    case 'beta':
      return betaAtScore(z, quantity.hits + 1, quantity.misses + 1)
    case 'categorical':
      return categoryAt(quantity, normalCdf(z))
  }
}

// Through the mirrored beta above the middle, so that the upper tail keeps its digits.
function betaAtScore(z: number, a: number, b: number) {
  return z <= 0 ? betaQuantile(normalCdf(z), a, b) : 1 - betaQuantile(normalCdf(-z), b, a)
}

/** The values of a scale in ascending order with the share of weight up to each. */
export function stepsOf({ values, weights }: { values: readonly number[]; weights: readonly number[] }) {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return values
    .map((value, at) => ({ value, weight: weights[at]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.value - b.value)
    .map(({ value, weight }) => {
      sum += weight
      return { value, upTo: sum / total }
    })
}

function categoryAt(quantity: { values: readonly number[]; weights: readonly number[] }, p: number) {
  const steps = stepsOf(quantity)
  return (steps.find(({ upTo }) => p <= upTo) ?? steps.at(-1)!).value
}

/**
 * The value a quantity stays below with probability p, 0 < p < 1, in the unit of its ends.
 * Refuses as `findQuantityFault` does, and: “A share lies between 0 and 1.”
 */
export function quantityQuantile(quantity: UncertainQuantity, p: number): number | Refusal {
  if (!(p > 0 && p < 1)) return refuse('A share lies between 0 and 1.')
  return findQuantityFault(quantity) ?? valueAtScore(quantity, normalQuantile(p))
}

/**
 * The mean of a quantity, in closed form: exp(μ + σ²/2), (a + 4m + b)/6 for a PERT (Malcolm et al. 1959), (hits + 1)/(n + 2) for a beta
 * with a uniform prior (Laplace). Refuses as `findQuantityFault` does.
 */
export function quantityMean(quantity: UncertainQuantity): number | Refusal {
  return findQuantityFault(quantity) ?? soundMean(quantity)
}

function soundMean(quantity: UncertainQuantity): number {
  switch (quantity.kind) {
    case 'fixed':
      return quantity.value
    case 'lognormal': {
      const { mu, sigma } = logParametersOf(quantity)
      return Math.exp(mu + sigma ** 2 / 2)
    }
    case 'skewed': {
      const { below, above } = skewOf(quantity)
      return quantity.likely * (Math.exp(below ** 2 / 2) * normalCdf(-below) + Math.exp(above ** 2 / 2) * normalCdf(above))
    }
    case 'pert':
      return (quantity.low + 4 * quantity.likely + quantity.high) / 6
    case 'beta':
      return (quantity.hits + 1) / (quantity.hits + quantity.misses + 2)
    case 'categorical': {
      const total = quantity.weights.reduce((sum, weight) => sum + weight, 0)
      return quantity.values.reduce((sum, value, at) => sum + value * quantity.weights[at]!, 0) / total
    }
  }
}
