import { findForecastFault, type ResolvedForecast } from './forecast-scores.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Nobody is surer than this; a 0 or 1 would silence everybody else in a mean of odds. */
const SUREST = 0.99

/**
 * One probability from several people's: the geometric mean of their odds, expit(a · mean logit) (Satopää et al. 2014; aggreCAT `LOArMean`,
 * MIT). Weights are equal unless given; probabilities beyond 0.01 and 0.99 count as those.
 * `extremise` a = 1 unless the organisation's own record says otherwise: pushing outwards by default did harm on 7,377 forecasts of
 * replications.
 * Refuses: “Nobody has given a forecast yet.” “A probability lies between 0 and 1.” “Every forecast needs a weight of at least 0, and one
 * of them more.” “Forecasts are pushed outwards by a factor above 0.” (and below 100)
 */
export function poolForecasts(
  probabilities: readonly number[],
  { extremise = 1, weights }: { extremise?: number; weights?: readonly number[] } = {},
): number | Refusal {
  const fault = findPoolFault(probabilities, weights)
  if (fault) return fault
  if (!(extremise > 0 && extremise < 100)) return refuse('Forecasts are pushed outwards by a factor above 0.')
  const share = (at: number) => weights?.[at] ?? 1
  const total = probabilities.reduce((sum, _, at) => sum + share(at), 0)
  return expit((extremise * probabilities.reduce((sum, p, at) => sum + share(at) * logit(clip(p)), 0)) / total)
}

/**
 * The arithmetic mean of several people's probabilities, the cautious fallback (aggreCAT `ArMean`, MIT). Refuses as `poolForecasts` does.
 */
export function meanForecast(probabilities: readonly number[]): number | Refusal {
  return findPoolFault(probabilities) ?? probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length
}

function findPoolFault(probabilities: readonly number[], weights?: readonly number[]): Refusal | null {
  if (probabilities.length === 0) return refuse('Nobody has given a forecast yet.')
  if (!probabilities.every((p) => p >= 0 && p <= 1)) return refuse('A probability lies between 0 and 1.')
  if (!weights) return null
  const sound = weights.length === probabilities.length && weights.every((w) => w >= 0 && w < 1e12) && weights.some((w) => w > 0)
  return sound ? null : refuse('Every forecast needs a weight of at least 0, and one of them more.')
}

/**
 * The factor by which theory would push the mean of n people's logits outwards: n(√(3n² − 3n + 1) − 2)/(n² − n − 1), towards √3 (Neyman &
 * Roughgarden 2022). To compare with one's own record, not to use unseen.
 * Refuses: “Two people are the least to combine.” (also a million and more, and parts of people)
 */
export function extremisingFactor(people: number): number | Refusal {
  if (!(Number.isInteger(people) && people >= 2 && people < 1e6)) return refuse('Two people are the least to combine.')
  return (people * (Math.sqrt(3 * people ** 2 - 3 * people + 1) - 2)) / (people ** 2 - people - 1)
}

// Fewer say more about luck than about the people.
const ENOUGH_TO_RECALIBRATE = 50

/**
 * Recalibration learnt from one's own record: a and b of expit(a + b·logit p), by maximum likelihood (Platt 1999). b < 1 means forecasts
 * were too sure, a ≠ 0 that they lean.
 * Refuses as `findForecastFault` does; fewer than 50: “… resolved forecasts are the least to learn a correction from; there are ….”
 * Where the likelihood has no peak: “These forecasts part what happened from what did not too cleanly, or are all alike, to learn a
 * correction from.”
 */
export function learnRecalibration(forecasts: readonly ResolvedForecast[]): { a: number; b: number } | Refusal {
  const fault = findForecastFault(forecasts)
  if (fault) return fault
  if (forecasts.length < ENOUGH_TO_RECALIBRATE)
    return refuse(`${ENOUGH_TO_RECALIBRATE} resolved forecasts are the least to learn a correction from; there are ${forecasts.length}.`)
  const points = forecasts.map(({ probability, outcome }) => ({ x: logit(clip(probability)), o: Number(outcome) }))
  let line = { a: 0, b: 1 }
  for (let step = 0; step < 50; step++) {
    const next = newtonStep(points, line)
    if (!next || Math.abs(next.a) > 50 || Math.abs(next.b) > 50) break
    const moved = Math.abs(next.a - line.a) + Math.abs(next.b - line.b)
    line = next
    if (moved < 1e-12) return line
  }
  return refuse('These forecasts part what happened from what did not too cleanly, or are all alike, to learn a correction from.')
}

function newtonStep(points: { x: number; o: number }[], { a, b }: { a: number; b: number }) {
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0]
  for (const { x, o } of points) {
    const p = expit(a + b * x)
    const w = p * (1 - p)
    g0 += o - p
    g1 += (o - p) * x
    h00 += w
    h01 += w * x
    h11 += w * x * x
  }
  const determinant = h00 * h11 - h01 * h01
  if (!(determinant > 1e-10 * h00 * h11)) return undefined
  return { a: a + (h11 * g0 - h01 * g1) / determinant, b: b + (h00 * g1 - h01 * g0) / determinant }
}

/** A probability after the correction learnt by `learnRecalibration` (Platt 1999): expit(a + b·logit p), p within 0.01 and 0.99. */
export function recalibrate(probability: number, { a, b }: { a: number; b: number }) {
  return expit(a + b * logit(clip(probability)))
}

const PSEUDO_COUNT = 10

/**
 * The Beta(a, b) of a rate after hits among tries (whole, no more hits than tries): one more of each is counted in (Laplace), and 10 more at
 * `overallRate` (0 to 1) where it is given, which draws few tries towards it. Out: a and b, both above 0. Refuses nothing: `referenceClass` checks.
 */
export function rateBeta({ hits, tries }: { hits: number; tries: number }, overallRate?: number) {
  const pull = overallRate === undefined ? { hit: 0, miss: 0 } : { hit: PSEUDO_COUNT * overallRate, miss: PSEUDO_COUNT * (1 - overallRate) }
  return { a: 1 + hits + pull.hit, b: 1 + tries - hits + pull.miss }
}

/**
 * The share of past decisions of the same kind that came off, to start a forecast from: Beta(1 + hits, 1 + misses) (Laplace), drawn towards
 * the organisation's overall rate as if 10 more had been seen at it. Out: the probability and the n to show.
 * Refuses: “Hits and tries must be whole numbers, with no more hits than tries.” “The overall rate lies between 0 and 1.”
 */
export function referenceClass(
  { hits, tries }: { hits: number; tries: number },
  overallRate?: number,
): { probability: number; n: number } | Refusal {
  if (!(Number.isSafeInteger(hits) && Number.isSafeInteger(tries) && hits >= 0 && tries >= hits))
    return refuse('Hits and tries must be whole numbers, with no more hits than tries.')
  if (overallRate !== undefined && !(overallRate >= 0 && overallRate <= 1)) return refuse('The overall rate lies between 0 and 1.')
  const { a, b } = rateBeta({ hits, tries }, overallRate)
  return { probability: a / (a + b), n: tries }
}

function clip(p: number) {
  return Math.min(SUREST, Math.max(1 - SUREST, p))
}

function logit(p: number) {
  return Math.log(p / (1 - p))
}

function expit(x: number) {
  return 1 / (1 + Math.exp(-x))
}
