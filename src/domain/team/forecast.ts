import { z } from 'zod'
import { Conflict } from '../problems.ts'
import { ratesKnownBefore } from '../statistics/base-rate.ts'
import { skillOf } from '../statistics/forecast-scores.ts'
import { must } from '../statistics/must.ts'
import { isRefusal } from '../statistics/refusal.ts'
import { PlannedDay } from './planned-day.ts'

/** Never 0 or 1: a wrong certainty would score infinitely badly, and nobody is that sure. */
export const Probability = z.number().min(0.01, 'At least 0.01: nobody is that sure.').max(0.99, 'At most 0.99: nobody is that sure.')

export const NewForecast = z.object({
  statement: z.string().trim().min(1, 'Say what will have happened.').max(500),
  probability: Probability,
  resolveOn: PlannedDay,
})
export const ForecastChanges = z
  .object({ probability: Probability, statement: NewForecast.shape.statement, resolveOn: PlannedDay })
  .partial()
export const Resolution = z.object({ outcome: z.boolean(), note: z.string().trim().max(2_000).default('') })

type Forecast = { outcome: boolean | null }

export function checkOpen(forecast: Forecast) {
  if (forecast.outcome !== null) throw new Conflict('This forecast is resolved; it stays as it was.')
}

export function resolve(forecast: Forecast, { outcome, note }: z.output<typeof Resolution>, by: { memberId: string; at: Date }) {
  checkOpen(forecast)
  return { outcome, resolution: note, resolvedAt: by.at, resolvedBy: by.memberId }
}

export type Resolved = { memberId: string; name: string; probability: number; outcome: boolean; givenAt: number; resolvedAt: number }
export type ForecastScore = {
  memberId: string
  name: string
  resolved: number
  brier: number
  meanProbability: number
  happened: number
  skill: number | null
}

// Fewer say nothing about a person yet.
const ENOUGH_FOR_SKILL = 5

/**
 * Brier score per person: the mean of (probability − outcome)², from 0 (always right and certain) to 1; 0.25 is what "fifty-fifty" gets
 * (Brier 1950). Skill compares with always saying the share of everybody's forecasts known to have happened when each was given.
 */
export function scoreForecasters(forecasts: Resolved[]): ForecastScore[] {
  const rates = must(ratesKnownBefore(forecasts))
  const against = forecasts.map((forecast, at) => ({ ...forecast, baseRate: rates[at]! }))
  return [...Map.groupBy(against, ({ memberId }) => memberId).entries()]
    .map(([memberId, own]) => ({ memberId, name: own[0]!.name, ...scoresOf(own) }))
    .sort((a, b) => a.brier - b.brier)
}

function scoresOf(own: (Resolved & { baseRate: number })[]) {
  const brier = brierScore(own)
  const reference = brierScore(own.map(({ baseRate, outcome }) => ({ probability: baseRate, outcome })))
  const skill = skillOf(brier, reference)
  return {
    resolved: own.length,
    brier,
    meanProbability: mean(own.map(({ probability }) => probability)),
    happened: mean(own.map(({ outcome }) => Number(outcome))),
    skill: own.length < ENOUGH_FOR_SKILL || isRefusal(skill) ? null : skill,
  }
}

/** Mean of (probability − outcome)², 0 best, 1 worst (Brier 1950); 0 for no forecasts. */
export function brierScore(forecasts: { probability: number; outcome: boolean }[]) {
  return mean(forecasts.map(({ probability, outcome }) => (probability - Number(outcome)) ** 2))
}

export type CalibrationBin = { from: number; to: number; forecasts: number; meanProbability: number; happened: number }

/** Forecasts in tenths: of those said to be 70 % likely, how many happened? Empty bins are left out. */
export function calibrationBins(forecasts: { probability: number; outcome: boolean }[]): CalibrationBin[] {
  const bins = Map.groupBy(forecasts, ({ probability }) => Math.min(9, Math.floor(probability * 10)))
  return [...bins.entries()]
    .sort(([a], [b]) => a - b)
    .map(([bin, own]) => ({
      from: bin / 10,
      to: (bin + 1) / 10,
      forecasts: own.length,
      meanProbability: mean(own.map(({ probability }) => probability)),
      happened: mean(own.map(({ outcome }) => Number(outcome))),
    }))
}

function mean(values: number[]) {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
