import { formatNumber, formatPercent } from '../../ui/format.ts'
import type { DecisionDetail, Forecast } from './queries.ts'

type Score = NonNullable<Forecast['score']>
type BaseRates = DecisionDetail['baseRates']
export type BaseRate = NonNullable<BaseRates['forecasts']>

const FIFTY_FIFTY = 0.25
const score = (value: number) => formatNumber(value, 3)

/** How one settled forecast did, and what that means. */
export function scoreInWords({ brier, overTime, baseRate, skill }: Score) {
  const sentences = [`Brier score ${score(brier)}, ${besideFifty(brier)}.`]
  if (skill !== null) sentences.push(`${besideBaseRate(skill)} to say the past average of ${formatPercent(baseRate)}.`)
  if (overTime !== null) sentences.push(`Over all the days it stood, with what it said before: ${score(overTime)}.`)
  return sentences.join(' ')
}

function besideFifty(brier: number) {
  if (brier === FIFTY_FIFTY) return 'as good as saying fifty-fifty'
  return brier < FIFTY_FIFTY ? 'better than saying fifty-fifty' : 'worse than saying fifty-fifty'
}

function besideBaseRate(skill: number) {
  if (Math.abs(skill) < 0.005) return 'It was as good as'
  return skill > 0 ? `It was better, by ${formatPercent(skill)}, than` : 'It was worse than'
}

const spread = ({ probability, low, high }: BaseRate) => `${formatPercent(probability)} (${formatPercent(low)} to ${formatPercent(high)})`

/** What a forecast may start from: how often things like it came true here so far. */
export function baseRatesInWords({ forecasts, bets }: BaseRates, { reversible }: { reversible: boolean }) {
  const door = reversible ? 'two-way' : 'one-way'
  const lines = []
  if (forecasts)
    lines.push({
      words: `Forecast on decisions through a ${door} door and settled so far: ${forecasts.hits} of ${forecasts.tries} came true. Base rate ${spread(forecasts)}.`,
      rate: forecasts,
    })
  if (bets)
    lines.push({ words: `Bets with a clear verdict so far: ${bets.hits} of ${bets.tries} worked. Base rate ${spread(bets)}.`, rate: bets })
  return lines
}
