import { listed } from '../listed.ts'
import { probabilityWord } from '../probability.ts'
import type { Unknown } from './bet-scores.ts'
import type { EstimateName } from './bet-scoring.ts'

// What adds less than half a per cent is not worth anybody's week.
const WORTH_TELLING = 0.005

const asked: Record<EstimateName, string> = {
  reach: 'how many people it reaches',
  impact: 'how much it changes',
  confidence: 'whether it works at all',
  effort: 'how much time it takes',
}

const percent = (share: number) => (share < 0.095 ? `${(100 * share).toFixed(1)} %` : `${Math.round(100 * share)} %`)
const best = (k: number) => (k === 1 ? 'the best bet' : `the best ${k}`)

/** What drives a bet's score, and whether finding that out would change anything. */
export function sentenceOfBet([first]: readonly Unknown[], k: number) {
  if (!first || first.spread === 0) return 'Nothing about this bet is uncertain.'
  const driver = `What leaves its score most open is ${asked[first.input]}.`
  if (first.worth < WORTH_TELLING) return `${driver} Finding that out would hardly change which bets come first.`
  return `${driver} Finding that out would add ${percent(first.worth)} to what ${best(k)} can be expected to score.`
}

export type Research = { key: string; input: EstimateName; worth: number } | undefined

/** Which unknown to find out first, or that it is time to decide. */
export function sentenceOfResearch(first: Research, { k, bets }: { k: number; bets: number }) {
  if (bets === 0) return 'Nothing can be compared yet: no bet has all the estimates.'
  if (bets <= k) return `All of them are among ${best(k)}, so there is nothing to choose between.`
  if (!first || first.worth < WORTH_TELLING)
    return 'No single unknown would change which bets come first: it is time to decide rather than to research.'
  return `Find out first ${asked[first.input].replace(/\bit\b/, first.key)}: it would add ${percent(first.worth)} to what ${best(k)} can be expected to score, more than any other unknown.`
}

/** Which bets are worth most within the capacity, and how likely it is that they fit. */
export function sentenceOfCapacity({
  chosen,
  effort,
  weeks,
  chanceFits,
}: {
  chosen: string[]
  effort: number
  weeks: number
  chanceFits: number
}) {
  if (chosen.length === 0) return `Nothing fits into ${told(weeks)}: every bet is expected to take longer.`
  const fits = `${probabilityWord(chanceFits)}, ${Math.round(100 * chanceFits)} %`
  return `${listed(chosen)} ${chosen.length === 1 ? 'is' : 'are'} worth most within ${told(weeks)}. Expected to take ${told(effort)}; chance that it fits: ${fits}.`
}

const told = (weeks: number) => `${Number(weeks.toFixed(1))} ${weeks === 1 ? 'week' : 'weeks'}`
