import { findForecastFault, type ResolvedForecast } from './forecast-scores.ts'
import { fitIsotonic, type IsotonicStep } from './isotonic.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Brier score = miscalibration − discrimination + uncertainty; `curve` is the recalibrated probability over what was said. */
export type Decomposition = { brier: number; miscalibration: number; discrimination: number; uncertainty: number; curve: IsotonicStep[] }

/**
 * CORP decomposition of the Brier score (Dimitriadis, Gneiting, Jordan, PNAS 2021): outcomes are fitted on the probabilities by isotonic
 * regression; MCB = S(p) − S(fit), DSC = S(base rate) − S(fit), UNC = S(base rate), each at least 0. Exact, without bins.
 * Refuses as `findForecastFault` does.
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
 * `decomposeBrier`.
 * Refuses as `findForecastFault` does, and: “Bins are counted in whole numbers from 1.”
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
