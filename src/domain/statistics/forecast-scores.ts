import { normalCdf, normalPdf } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'

/** What somebody said would happen, from 0 to 1, and whether it did. */
export type ResolvedForecast = { probability: number; outcome: boolean }

/** Why forecasts cannot be scored, or null: “No forecast has come true or false yet.” “A probability lies between 0 and 1.” */
export function findForecastFault(forecasts: readonly ResolvedForecast[]): Refusal | null {
  if (forecasts.length === 0) return refuse('No forecast has come true or false yet.')
  if (!forecasts.every(({ probability }) => probability >= 0 && probability <= 1)) return refuse('A probability lies between 0 and 1.')
  return null
}

/**
 * Brier score, one-event form: mean (p − o)², 0 best, 1 worst, 0.25 for always fifty-fifty; twice this is the two-sided form of the Good
 * Judgment Project (Brier 1950). Refuses as `findForecastFault` does.
 */
export function brierScore(forecasts: readonly ResolvedForecast[]): number | Refusal {
  return findForecastFault(forecasts) ?? mean(forecasts.map(({ probability, outcome }) => (probability - Number(outcome)) ** 2))
}

/**
 * Logarithmic score: mean −ln of the probability given to what happened, 0 best, without a worst (Good 1952).
 * Refuses as `findForecastFault` does, and: “A forecast was certain and wrong; its logarithmic score has no end.”
 */
export function logScore(forecasts: readonly ResolvedForecast[]): number | Refusal {
  const fault = findForecastFault(forecasts)
  if (fault) return fault
  const scores = forecasts.map(({ probability, outcome }) => -Math.log(outcome ? probability : 1 - probability))
  return scores.every(Number.isFinite) ? mean(scores) : refuse('A forecast was certain and wrong; its logarithmic score has no end.')
}

/**
 * Mean |p − o|, 0 best, 1 worst (reported by Gordon et al. 2021): easily told, but it is least for saying 0 or 1 whatever one believes, so
 * never reward it. Refuses as `findForecastFault` does.
 */
export function meanAbsoluteError(forecasts: readonly ResolvedForecast[]): number | Refusal {
  return findForecastFault(forecasts) ?? mean(forecasts.map(({ probability, outcome }) => Math.abs(probability - Number(outcome))))
}

/**
 * How many forecasts lay on the right side of one half, which itself counts as "no" (Gordon et al. 2021). Refuses as `findForecastFault`
 * does.
 */
export function countRightSides(forecasts: readonly ResolvedForecast[]): number | Refusal {
  return findForecastFault(forecasts) ?? forecasts.filter(({ probability, outcome }) => probability > 0.5 === outcome).length
}

/**
 * Brier score of one question with several options: Σ (p_k − o_k)², 0 to 2 (Brier 1950). In: probabilities that sum to 1 and the index that
 * happened.
 * Refuses: “What happened is not among the options.” “The probabilities of all options must sum to 1.”
 */
export function multiOptionBrier(probabilities: readonly number[], happened: number): number | Refusal {
  const fault = findOptionsFault(probabilities, happened)
  return fault ?? sum(probabilities.map((p, at) => (p - Number(at === happened)) ** 2))
}

/**
 * Ranked probability score of ordered options: Σ over the cuts of (P(up to the cut) − [happened up to it])², 0 to K − 1; being near counts
 * (Epstein 1969). Refuses as `multiOptionBrier` does.
 */
export function rankedProbabilityScore(probabilities: readonly number[], happened: number): number | Refusal {
  const fault = findOptionsFault(probabilities, happened)
  if (fault) return fault
  let upTo = 0
  return sum(
    probabilities.slice(0, -1).map((p, at) => {
      upTo += p
      return (upTo - Number(happened <= at)) ** 2
    }),
  )
}

function findOptionsFault(probabilities: readonly number[], happened: number): Refusal | null {
  if (!(Number.isInteger(happened) && happened >= 0 && happened < probabilities.length))
    return refuse('What happened is not among the options.')
  const sound = probabilities.every((p) => p >= 0 && p <= 1) && Math.abs(sum(probabilities) - 1) < 1e-6
  return sound ? null : refuse('The probabilities of all options must sum to 1.')
}

/**
 * Continuous ranked probability score of a normal forecast, in the unit of the outcome, 0 best: σ[z(2Φ(z) − 1) + 2φ(z) − 1/√π] (Gneiting &
 * Raftery 2007).
 * Refuses: “A forecast of a number needs a spread above 0.”
 */
export function normalCrps({ mean: middle, sd }: { mean: number; sd: number }, outcome: number): number | Refusal {
  if (!(sd > 1e-145 && [sd, middle, outcome].every((x) => Math.abs(x) < 1e145)))
    return refuse('A forecast of a number needs a spread above 0.')
  const z = (outcome - middle) / sd
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalPdf(z) - 1 / Math.sqrt(Math.PI))
}

/**
 * The same for a forecast given as draws: E|X − y| − ½E|X − X'| over all pairs, by sorting (Gneiting & Raftery 2007, eq. 21).
 * Refuses no draws, and draws that are not numbers: “A forecast of a number needs draws of it.”
 */
export function sampleCrps(draws: readonly number[], outcome: number): number | Refusal {
  if (draws.length === 0 || ![...draws, outcome].every((x) => Math.abs(x) < 1e145))
    return refuse('A forecast of a number needs draws of it.')
  const sorted = draws.toSorted((a, b) => a - b)
  const n = sorted.length
  const halfSpread = sum(sorted.map((x, at) => (2 * at + 1 - n) * x)) / n ** 2
  return mean(sorted.map((x) => Math.abs(x - outcome))) - halfSpread
}

/**
 * Skill against a reference: 1 − score/reference, 1 perfect, 0 no better, below 0 worse (Murphy 1988). The reference must have been known
 * before, such as the Brier score of `ratesKnownBefore`, never of the share that happened in the end.
 * Refuses a reference of 0: “The base rate was never wrong here, so there is nothing to be better than.”
 */
export function skillOf(score: number, reference: number): number | Refusal {
  if (!(reference > 0 && Number.isFinite(score / reference)))
    return refuse('The base rate was never wrong here, so there is nothing to be better than.')
  return 1 - score / reference
}

/**
 * Mean daily Brier score of one question whose forecast changed, as the Good Judgment Project scored: each probability counts for the days
 * it stood. In: probabilities with the day (a whole number) they were given, in any order, and the day it resolved.
 * Refuses as `findForecastFault` does; one given after the end, or all on the last day: “A forecast counts from a day before the question
 * was resolved.”
 */
export function timeWeightedBrier(
  said: readonly { day: number; probability: number }[],
  { resolvedOn, outcome }: { resolvedOn: number; outcome: boolean },
): number | Refusal {
  const fault = findForecastFault(said.map(({ probability }) => ({ probability, outcome })))
  if (fault) return fault
  const inOrder = said.toSorted((a, b) => a.day - b.day)
  const days = inOrder.map(({ day }, at) => (inOrder[at + 1]?.day ?? resolvedOn) - day)
  if (!days.every((count) => count >= 0) || !(sum(days) > 0 && sum(days) < 1e15))
    return refuse('A forecast counts from a day before the question was resolved.')
  return sum(inOrder.map(({ probability }, at) => days[at]! * (probability - Number(outcome)) ** 2)) / sum(days)
}

function sum(values: readonly number[]) {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]) {
  return sum(values) / values.length
}
