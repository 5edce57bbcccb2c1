import { ENOUGH_TO_BAND } from '#domain/statistics/calibration-least.ts'
import { formatNumber, formatPercent } from '../../ui/format.ts'
import type { Scores } from './queries.ts'

const DIGITS = 3
const number = (value: number) => formatNumber(value, DIGITS)

/** What the curve, its band and the parts of the score say, or what they wait for. */
export function reliabilityInWords({ decomposition, curveBand, band }: Pick<Scores, 'decomposition' | 'curveBand' | 'band'>) {
  if (!decomposition || !curveBand || !band)
    return [`From ${ENOUGH_TO_BAND} settled forecasts on, a curve with its band shows how sure this picture is.`]
  const { brier, miscalibration, discrimination, uncertainty } = decomposition
  const luck = formatPercent(band.p, band.p < 0.1 ? 1 : 0)
  return [
    'The number at a point is how many forecasts it holds. The curve is how often it happened at what was said; in 9 of 10 such records it would lie within the band.',
    `Everybody’s Brier score of ${number(brier)} is ${number(miscalibration)} for being off the dashed line, less ${number(discrimination)} for telling the likely from the unlikely, plus ${number(uncertainty)} that nobody can help.`,
    `Somebody whose chances are always right would, by luck alone, look at least this far off in ${luck} of such records.`,
  ]
}
