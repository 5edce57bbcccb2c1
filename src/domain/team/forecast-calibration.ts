import { calibrationBand, curveBand } from '../statistics/calibration-bands.ts'
import { logScore, type ResolvedForecast } from '../statistics/forecast-scores.ts'
import { decomposeBrier } from '../statistics/forecast-scores-decomposition.ts'
import { isRefusal } from '../statistics/refusal.ts'

// The same forecasts always show the same bands; so many redraws for each keep the answer within about 20 ms.
const BAND_SEED = 1
const DRAWN_FORECASTS = 20_000

/**
 * How everybody's forecasts fare together: the logarithmic score, and from 20 resolved on the parts of the Brier score (miscalibration −
 * discrimination + uncertainty), the curve of what happened over what was said with its own bootstrap band, and the band in which a
 * calibrated curve would lie. Null where there is too little, or where a wrong certainty has no score.
 */
export function calibrationOf(forecasts: readonly ResolvedForecast[]) {
  const resamples = Math.max(100, Math.min(500, Math.floor(DRAWN_FORECASTS / Math.max(1, forecasts.length))))
  const band = calibrationBand(forecasts, { seed: BAND_SEED, resamples })
  const ownBand = curveBand(forecasts, { seed: BAND_SEED, resamples })
  const decomposition = isRefusal(band) ? band : decomposeBrier(forecasts)
  const logarithmic = logScore(forecasts)
  return {
    logScore: isRefusal(logarithmic) ? null : logarithmic,
    decomposition: isRefusal(decomposition) ? null : decomposition,
    band: isRefusal(band) ? null : band,
    curveBand: isRefusal(ownBand) ? null : ownBand,
  }
}
