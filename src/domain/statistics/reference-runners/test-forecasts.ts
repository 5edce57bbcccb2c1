import { extremisingFactor, learnRecalibration, meanForecast, poolForecasts, recalibrate } from '../combine-forecasts.ts'
import { type JudgedRange, meanThroughBeta, poolByPrecision } from '../combine-ranges.ts'
import { brierScore, countRightSides, logScore, meanAbsoluteError, normalCrps, type ResolvedForecast } from '../forecast-scores.ts'
import { decomposeBrier, decomposeBrierInBins } from '../forecast-scores-decomposition.ts'
import { levelAt } from '../isotonic.ts'
import { must } from '../must.ts'
import { sampleQuantile } from '../quantiles.ts'
import nfl from '../reference-data/nfl-games.json' with { type: 'json' }
import replications from '../reference-data/replication-market.json' with { type: 'json' }
import claims from '../reference-data/replicats-claims.json' with { type: 'json' }
import wnba from '../reference-data/wnba-games.json' with { type: 'json' }
import { isRefusal } from '../refusal.ts'
import type { Runner } from './test-case.ts'

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

function resolved(probabilities: readonly number[], outcomes: readonly number[]): ResolvedForecast[] {
  return probabilities.map((probability, at) => ({ probability, outcome: outcomes[at] === 1 }))
}

function scoresOf(forecasts: readonly ResolvedForecast[], bins?: number) {
  const { curve, ...parts } = must(decomposeBrier(forecasts))
  const logarithmic = logScore(forecasts)
  return {
    ...parts,
    brier: must(brierScore(forecasts)),
    ...(isRefusal(logarithmic) ? {} : { log: logarithmic }),
    mae: must(meanAbsoluteError(forecasts)),
    right: must(countRightSides(forecasts)),
    count: forecasts.length,
    said: mean(forecasts.map(({ probability }) => probability)),
    happened: mean(forecasts.map(({ outcome }) => Number(outcome))),
    ...(bins && must(decomposeBrierInBins(forecasts, bins))),
    ...Object.fromEntries(forecasts.map(({ probability }, at) => [`fit${at}`, levelAt(curve, probability)])),
  }
}

const medianOf = (said: readonly number[]) => must(sampleQuantile(said, 0.5))

type Pool = 'market' | 'mean' | 'median' | 'odds' | 'vote' | 'individuals'

function pooled(pool: Pool, extremise = 1): ResolvedForecast[] {
  const { answers, market, replicated } = replications
  const by: Record<Exclude<Pool, 'individuals'>, () => number[]> = {
    market: () => market,
    mean: () => answers.map((said) => must(meanForecast(said))),
    median: () => answers.map(medianOf),
    odds: () => answers.map((said) => must(poolForecasts(said, { extremise }))),
    vote: () => answers.map((said) => mean(said.map((p) => Number(p > 0.5)))),
  }
  if (pool !== 'individuals') return resolved(by[pool](), replicated)
  return answers.flatMap((said, at) =>
    resolved(
      said,
      said.map(() => replicated[at]!),
    ),
  )
}

function recalibration() {
  const forecasts = pooled('odds')
  const line = must(learnRecalibration(forecasts))
  const corrected = forecasts.map(({ probability, outcome }) => ({ probability: recalibrate(probability, line), outcome }))
  return { ...line, brier: must(brierScore(corrected)) }
}

const judged = claims.ratings.map((best, claim) =>
  best.map((percent, person): JudgedRange => {
    const share = (column: readonly (readonly number[])[]) => column[claim]![person]! / 100
    return { low: share(claims.least), best: percent / 100, high: share(claims.greatest) }
  }),
)
const said = judged.map((ranges) => ranges.map(({ best }) => best))

const aggregates = {
  ArMean: { own: () => said.map((one) => must(meanForecast(one))), theirs: claims.arithmeticMean },
  LOArMean: { own: () => said.map((one) => must(poolForecasts(one))), theirs: claims.logOddsMean },
  Median: { own: () => said.map(medianOf), theirs: claims.median },
  BetaArMean: { own: () => said.map((one) => must(meanThroughBeta(one))), theirs: claims.betaMean },
  IntWAgg: { own: () => judged.map((ranges) => must(poolByPrecision(ranges, 1e-14))), theirs: claims.intervalWeighted },
}

function aggregate({ method }: { method: keyof typeof aggregates }) {
  const { own, theirs } = aggregates[method]
  const probabilities = own()
  return {
    brier: must(brierScore(resolved(probabilities, claims.outcome))),
    worst: Math.max(...probabilities.map((p, at) => Math.abs(p - theirs[at]!))),
  }
}

function pool({ probabilities }: { probabilities: number[] }) {
  const odds = (extremise: number) => must(poolForecasts(probabilities, { extremise }))
  return {
    mean: must(meanForecast(probabilities)),
    median: medianOf(probabilities),
    odds: odds(1),
    'odds√3': odds(Math.sqrt(3)),
    'odds2.5': odds(2.5),
  }
}

/** How good forecasts were, and how to make one of many. */
export const forecastRunners: Record<string, Runner> = {
  scores: ({ probabilities, outcomes }: { probabilities: number[]; outcomes: number[] }) => scoresOf(resolved(probabilities, outcomes)),
  replications: ({ pool: by, extremise, bins }: { pool: Pool; extremise?: number; bins?: number }) => scoresOf(pooled(by, extremise), bins),
  recalibration,
  claims: aggregate,
  'claims-given': () => ({ brier: must(brierScore(resolved(claims.bayesianTriangle, claims.outcome))) }),
  games: ({ file }: { file: string }) => {
    const { probability, won } = file === 'nfl-games.json' ? nfl : wnba
    return scoresOf(resolved(probability, won))
  },
  pool,
  'extremising-factor': ({ people }: { people: number }) => ({ factor: must(extremisingFactor(people)) }),
  crps: ({ outcome, ...normal }: { mean: number; sd: number; outcome: number }) => ({ crps: must(normalCrps(normal, outcome)) }),
}
