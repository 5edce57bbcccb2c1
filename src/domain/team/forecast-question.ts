import { DAY_MS } from '../dates.ts'
import { Conflict } from '../problems.ts'
import { poolForecasts } from '../statistics/combine-forecasts.ts'
import { skillOf, timeWeightedBrier } from '../statistics/forecast-scores.ts'
import { must } from '../statistics/must.ts'
import { isRefusal } from '../statistics/refusal.ts'
import { questionKey } from './base-rates.ts'

type Given = { id: string; decisionId: string; memberId: string; statement: string; probability: number; outcome: boolean | null }

/** One question of a decision: everybody's forecasts of it, and from two people on the one probability they make together. */
export type ForecastQuestion = { statement: string; forecastIds: string[]; combined: number | null }

export function questionsIn(forecasts: readonly Given[]): ForecastQuestion[] {
  return [...Map.groupBy(forecasts, questionKey).values()].map((own) => ({
    statement: own[0]!.statement,
    forecastIds: own.map(({ id }) => id),
    combined: combine(own),
  }))
}

/** Each person has one voice, with what they said last. */
function combine(own: readonly Given[]) {
  const voices = new Map(own.map(({ memberId, probability }) => [memberId, probability]))
  return voices.size < 2 ? null : must(poolForecasts([...voices.values()]))
}

/** A forecast is given before it is known how things came out, and once by each person, who may change it until then. */
export function checkNewForecast(forecasts: readonly Given[], given: Pick<Given, 'decisionId' | 'memberId' | 'statement'>) {
  const same = forecasts.filter((one) => questionKey(one) === questionKey(given))
  if (same.some(({ outcome }) => outcome !== null)) throw new Conflict('This is settled already; a forecast must be given before.')
  if (same.some(({ memberId }) => memberId === given.memberId))
    throw new Conflict('You have a forecast of this already. Change that one; what it said before is kept.')
}

/** What somebody said from a moment on. */
export type Saying = { at: Date; probability: number }
type Change = { at: Date; before: number }

/** Everything a forecast ever said, the first first, from what it says now and what each change replaced. */
export function sayingsOf(forecast: { createdAt: Date; probability: number }, changes: readonly Change[]): Saying[] {
  const starts = [forecast.createdAt, ...changes.map(({ at }) => at)]
  const said = [...changes.map(({ before }) => before), forecast.probability]
  return starts.map((at, place) => ({ at, probability: said[place]! }))
}

export type SettledScore = {
  brier: number
  /** The mean over the days each saying stood, where it changed and a day went by. */
  overTime: number | null
  /** What had come true, of all that was known when the forecast was given. */
  baseRate: number
  /** Against saying that base rate; 1 perfect, 0 no better. */
  skill: number | null
}

type Settled = { probability: number; outcome: boolean; resolvedAt: Date; sayings: readonly Saying[]; baseRate: number }

/** How one settled forecast did: (p − o)² (Brier 1950), and what always saying the base rate would have got. */
export function scoreSettled({ probability, outcome, resolvedAt, sayings, baseRate }: Settled): SettledScore {
  const squared = (p: number) => (p - Number(outcome)) ** 2
  const said = sayings.map((saying) => ({ day: dayNumber(saying.at), probability: saying.probability }))
  const overTime = timeWeightedBrier(said, { resolvedOn: dayNumber(resolvedAt), outcome })
  const skill = skillOf(squared(probability), squared(baseRate))
  return {
    brier: squared(probability),
    overTime: sayings.length < 2 || isRefusal(overTime) ? null : overTime,
    baseRate,
    skill: isRefusal(skill) ? null : skill,
  }
}

const dayNumber = (at: Date) => Math.floor(at.getTime() / DAY_MS)
