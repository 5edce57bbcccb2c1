import { ENOUGH_TO_BAND } from './calibration-least.ts'
import { type Chance, startChance } from './chance.ts'
import type { Interval } from './estimates.ts'
import type { ResolvedForecast } from './forecast-scores.ts'
import { type Decomposition, decomposeBrier } from './forecast-scores-decomposition.ts'
import { levelAt } from './isotonic.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Where a curve lies, at one probability. */
export type BandPoint = { probability: number; low: number; high: number }

export type Redraws = { seed: number; resamples?: number; coverage?: number }

export type CalibrationBand = {
  /** Where the curve of a perfectly calibrated forecaster with these probabilities would lie in `coverage` of the cases. */
  points: BandPoint[]
  /** How often such a forecaster shows at least this much miscalibration: small means the miscalibration is not luck. */
  p: number
}

/**
 * Consistency band around the diagonal (Bröcker & Smith 2007; Dimitriadis et al. 2021): outcomes are drawn as if every probability were
 * right, the curve fitted anew, and its quantiles taken. Out: one point per twentieth within what was said.
 * Refuses as `decomposeBrier` does, and: “A band needs at least one redraw and a coverage between 0 and 1.”
 * Fewer than 20 are refused with “… resolved forecasts are the least to speak of calibration; there are ….”
 */
export function calibrationBand(forecasts: readonly ResolvedForecast[], redraws: Redraws): CalibrationBand | Refusal {
  const runs = redraw(forecasts, redraws, (own, chance) => own.map(({ probability }) => ({ probability, outcome: chance() < probability })))
  if ('refused' in runs) return runs
  const own = decomposeBrier(forecasts) as Decomposition
  const asMuch = runs.drawn.filter(({ miscalibration }) => miscalibration >= own.miscalibration).length
  return { points: runs.points, p: (1 + asMuch) / (runs.drawn.length + 1) }
}

export type CurveBand = {
  /** Where the curve of these forecasters would lie in `coverage` of such records. */
  points: BandPoint[]
  /** The interval of their miscalibration over such records. Its estimate leans upwards in small records, and so does this. */
  miscalibration: Interval
}

/**
 * Bootstrap band around the curve itself: forecasts are drawn with replacement together with what happened, the curve is fitted anew, and
 * its percentiles taken (Efron 1979).
 * How sure the curve is, where `calibrationBand` says whether it differs from the diagonal. Points as there.
 * Refuses as `calibrationBand` does.
 */
export function curveBand(forecasts: readonly ResolvedForecast[], redraws: Redraws): CurveBand | Refusal {
  const runs = redraw(forecasts, redraws, (own, chance) => own.map(() => own[Math.floor(chance() * own.length)]!))
  if ('refused' in runs) return runs
  const miscalibrations = runs.drawn.map(({ miscalibration }) => miscalibration)
  return { points: runs.points, miscalibration: middleOf(miscalibrations, redraws.coverage ?? usualCoverage) }
}

const usualCoverage = 0.9

type Redraw = (own: readonly ResolvedForecast[], chance: Chance) => ResolvedForecast[]

function redraw(
  forecasts: readonly ResolvedForecast[],
  { seed, resamples = 500, coverage = usualCoverage }: Redraws,
  draw: Redraw,
): { drawn: Decomposition[]; points: BandPoint[] } | Refusal {
  const own = decomposeBrier(forecasts)
  if ('refused' in own) return own
  if (forecasts.length < ENOUGH_TO_BAND)
    return refuse(`${ENOUGH_TO_BAND} resolved forecasts are the least to speak of calibration; there are ${forecasts.length}.`)
  if (!(Number.isInteger(resamples) && resamples >= 1 && coverage > 0 && coverage < 1))
    return refuse('A band needs at least one redraw and a coverage between 0 and 1.')
  const chance = startChance(seed)
  // In order, so that the order they came in does not matter and each fit need not sort.
  const inOrder = forecasts.toSorted((a, b) => a.probability - b.probability || Number(a.outcome) - Number(b.outcome))
  const drawn = Array.from({ length: resamples }, () => decomposeBrier(draw(inOrder, chance)) as Decomposition)
  const points = twentiethsOf(forecasts).map((probability) => {
    const levels = drawn.map(({ curve }) => levelAt(curve, probability))
    return { probability, ...middleOf(levels, coverage) }
  })
  return { drawn, points }
}

function twentiethsOf(forecasts: readonly ResolvedForecast[]) {
  const said = forecasts.map(({ probability }) => probability)
  const [least, most] = [said.reduce((a, b) => Math.min(a, b)), said.reduce((a, b) => Math.max(a, b))]
  const between = Array.from({ length: 19 }, (_, at) => (at + 1) / 20).filter((p) => p > least && p < most)
  return least === most ? [least] : [least, ...between, most]
}

function middleOf(values: readonly number[], coverage: number): Interval {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return { low: at((1 - coverage) / 2), high: at((1 + coverage) / 2) }
}
