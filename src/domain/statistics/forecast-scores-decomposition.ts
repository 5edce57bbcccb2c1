import { type Chance, startChance } from './chance.ts'
import { findForecastFault, type ResolvedForecast } from './forecast-scores.ts'
import { fitIsotonic, type IsotonicStep, levelAt } from './isotonic.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Brier score = miscalibration − discrimination + uncertainty; `curve` is the recalibrated probability over what was said. */
export type Decomposition = { brier: number; miscalibration: number; discrimination: number; uncertainty: number; curve: IsotonicStep[] }

// Below this the fit follows the noise and calls anybody miscalibrated.
export const ENOUGH_TO_DECOMPOSE = 20

/**
 * CORP decomposition of the Brier score (Dimitriadis, Gneiting, Jordan, PNAS 2021): outcomes are fitted on the probabilities by isotonic
 * regression; MCB = S(p) − S(fit), DSC = S(base rate) − S(fit), UNC = S(base rate), each at least 0. Exact, without bins. Refuses no
 * forecasts and what is no probability.
 */
export function decomposeBrier(forecasts: readonly ResolvedForecast[]): Decomposition | Refusal {
  const fault = findForecastFault(forecasts)
  if (fault) return fault
  const [said, happened] = [forecasts.map(({ probability }) => probability), forecasts.map(({ outcome }) => Number(outcome))]
  const rate = happened.reduce((sum, o) => sum + o, 0) / happened.length
  const curve = fitIsotonic(said, happened)
  const [brier, fitted, uncertainty] = [distance(said, happened), fittedScore(curve), rate * (1 - rate)]
  return { brier, miscalibration: Math.max(0, brier - fitted), discrimination: Math.max(0, uncertainty - fitted), uncertainty, curve }
}

function distance(said: readonly number[], happened: readonly number[]) {
  return said.reduce((sum, p, at) => sum + (p - happened[at]!) ** 2, 0) / said.length
}

// Within a level the outcomes are 0 or 1 around their own mean.
function fittedScore(curve: readonly IsotonicStep[]) {
  const total = curve.reduce((sum, { count }) => sum + count, 0)
  return curve.reduce((sum, { value, count }) => sum + count * value * (1 - value), 0) / total
}

/** Reliability, resolution, uncertainty and what equal bins leave inside them; brier = REL − RES + UNC + WBV − WBC. */
export type BinnedDecomposition = {
  reliability: number
  resolution: number
  uncertainty: number
  withinVariance: number
  withinCovariance: number
}

/**
 * Murphy's decomposition with K equal bins and the within-bin terms (Stephenson, Coelho, Jolliffe 2008); depends on K, so prefer
 * `decomposeBrier`. Refuses as it does, and K that is not a whole number above 0.
 */
export function decomposeBrierInBins(forecasts: readonly ResolvedForecast[], bins: number): BinnedDecomposition | Refusal {
  const fault = findForecastFault(forecasts)
  if (fault) return fault
  if (!(Number.isInteger(bins) && bins > 0)) return refuse('Bins are counted in whole numbers from 1.')
  const groups = [...Map.groupBy(forecasts, ({ probability }) => Math.min(bins - 1, Math.floor(probability * bins))).values()]
  const rate = mean(forecasts.map(({ outcome }) => Number(outcome)))
  const parts = groups.map(partOf)
  const weighted = (pick: (part: ReturnType<typeof partOf>) => number) =>
    parts.reduce((sum, part) => sum + part.count * pick(part), 0) / forecasts.length
  return {
    reliability: weighted(({ said, happened }) => (said - happened) ** 2),
    resolution: weighted(({ happened }) => (happened - rate) ** 2),
    uncertainty: rate * (1 - rate),
    withinVariance: weighted(({ variance }) => variance),
    withinCovariance: weighted(({ covariance }) => 2 * covariance),
  }
}

function partOf(group: readonly ResolvedForecast[]) {
  const said = mean(group.map(({ probability }) => probability))
  const happened = mean(group.map(({ outcome }) => Number(outcome)))
  return {
    count: group.length,
    said,
    happened,
    variance: mean(group.map(({ probability }) => (probability - said) ** 2)),
    covariance: mean(group.map(({ probability, outcome }) => (probability - said) * (Number(outcome) - happened))),
  }
}

function mean(values: readonly number[]) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export type CalibrationBand = {
  /** Where the curve of a perfectly calibrated forecaster with these probabilities would lie in `coverage` of the cases. */
  points: { probability: number; low: number; high: number }[]
  /** How often such a forecaster shows at least this much miscalibration: small means the miscalibration is not luck. */
  p: number
}

/**
 * Consistency band around the diagonal (Bröcker & Smith 2007; Dimitriadis et al. 2021): outcomes are drawn as if every probability were
 * right, the curve fitted anew, and its quantiles taken. Out: one point per twentieth within what was said. Refuses fewer than 20 forecasts.
 */
export function calibrationBand(
  forecasts: readonly ResolvedForecast[],
  { seed, resamples = 500, coverage = 0.9 }: { seed: number; resamples?: number; coverage?: number },
): CalibrationBand | Refusal {
  const own = decomposeBrier(forecasts)
  if ('refused' in own) return own
  if (forecasts.length < ENOUGH_TO_DECOMPOSE)
    return refuse(`${ENOUGH_TO_DECOMPOSE} resolved forecasts are the least to speak of calibration; there are ${forecasts.length}.`)
  const chance = startChance(seed)
  // In order, so that the order they came in does not matter and each fit need not sort.
  const inOrder = forecasts.toSorted((a, b) => a.probability - b.probability)
  const runs = Array.from({ length: resamples }, () => redraw(inOrder, chance))
  const asMuch = runs.filter(({ miscalibration }) => miscalibration >= own.miscalibration).length
  const points = twentiethsOf(forecasts).map((probability) => ({
    probability,
    ...middleOf(
      runs.map(({ curve }) => levelAt(curve, probability)),
      coverage,
    ),
  }))
  return { points, p: (1 + asMuch) / (resamples + 1) }
}

function redraw(forecasts: readonly ResolvedForecast[], chance: Chance) {
  const drawn = forecasts.map(({ probability }) => ({ probability, outcome: chance() < probability }))
  return decomposeBrier(drawn) as Decomposition
}

function twentiethsOf(forecasts: readonly ResolvedForecast[]) {
  const said = forecasts.map(({ probability }) => probability)
  const [least, most] = [said.reduce((a, b) => Math.min(a, b)), said.reduce((a, b) => Math.max(a, b))]
  const between = Array.from({ length: 19 }, (_, at) => (at + 1) / 20).filter((p) => p > least && p < most)
  return least === most ? [least] : [least, ...between, most]
}

function middleOf(values: number[], coverage: number) {
  const sorted = values.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return { low: at((1 - coverage) / 2), high: at((1 + coverage) / 2) }
}
