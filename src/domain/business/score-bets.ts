import { must } from '#domain/statistics/must.ts'
import { isRefusal, type Refusal } from '#domain/statistics/refusal.ts'
import type { BetScore, BetScores, Unknown } from './bet-scores.ts'
import { type BetScoringMethod, betFormulas, type EstimatedBet, lacksOf, type NamedBet, scoredBet } from './bet-scoring.ts'
import { asProduct, namesIn } from './formula.ts'
import { readScoring } from './priorities.ts'
import { type BetRank, type Priorities, rankBets } from './priorities-ranking.ts'
import { type Fit, fitBets } from './score-capacity.ts'
import { densityOf } from './score-density.ts'
import { ceilingOfResearch, unknownsOf } from './score-unknowns.ts'
import { sentenceOfBet, sentenceOfCapacity, sentenceOfResearch } from './score-words.ts'

const MOST_TOP = 3

/** How to score: k of P(top k) (3, or fewer where there are not more bets), weeks of capacity, and keys of bets to compare pair by pair. */
export type ScoringPlan = { method: BetScoringMethod; seed: number; k?: number; weeks?: number; compare?: readonly string[] }

/** How bets compare by their own estimates. Bets that lack one are listed with what they lack. Refuses as `rankBets` and `fitBets` do. */
export function scoreBets(bets: readonly EstimatedBet[], plan: ScoringPlan): BetScores | Refusal {
  const names = namesIn(expressionOf(plan.method))
  const lacking = bets.map((bet) => ({ bet, lacks: lacksOf(bet, names) }))
  const complete = lacking.filter(({ lacks }) => lacks.length === 0).map(({ bet }) => scoredBet(bet, names))
  const scored = complete.length > 0 ? scoreQuantities(complete, plan) : scoresOfNone(plan)
  if (isRefusal(scored)) return scored
  const incomplete = lacking.filter(({ lacks }) => lacks.length > 0)
  return { ...scored, incomplete: incomplete.map(({ bet: { id, key, title }, lacks }) => ({ id, key, title, lacks })) }
}

type ScoresOfComplete = Omit<BetScores, 'incomplete'>

/** The same over quantities of any kind; at least one bet. Refuses as `rankBets` and `fitBets` do. */
export function scoreQuantities(bets: readonly NamedBet[], plan: ScoringPlan): ScoresOfComplete | Refusal {
  const frame = frameOf(plan, bets.length)
  const ranking = rankBets(bets, { expression: expressionOf(plan.method), seed: plan.seed, k: frame.k })
  if (isRefusal(ranking)) return ranking
  const ranked = inOrder(bets, ranking)
  const fit = fitOf(ranked, plan)
  if (isRefusal(fit)) return fit
  const columns = ranked.map(({ id }) => ranking.scoresOf(id)!)
  const rows = rowsOf(ranked, { columns, k: ranking.k, fit, method: plan.method })
  return {
    ...frame,
    draws: ranking.draws,
    rows,
    research: researchOf(rows, columns, ranking.k),
    capacity: fit && capacityOf(fit, rows, plan.weeks!),
    pairs: pairsOf(rows, ranking, plan.compare ?? []),
  }
}

function frameOf({ method, seed, k }: ScoringPlan, bets: number) {
  return { method, formula: betFormulas[method].score, seed, k: k ?? Math.max(1, Math.min(MOST_TOP, bets - 1)) }
}

function scoresOfNone(plan: ScoringPlan): ScoresOfComplete {
  const sentence = sentenceOfResearch(undefined, { k: 1, bets: 0 })
  const research = { key: null, input: null, worth: 0, ceiling: 0, sentence }
  return { ...frameOf(plan, 0), draws: 0, rows: [], research, capacity: null, pairs: [] }
}

function expressionOf(method: BetScoringMethod, of: 'score' | 'value' = 'score') {
  return must(readScoring('formula', betFormulas[method][of]))
}

type RankedBet = NamedBet & BetRank

function inOrder(bets: readonly NamedBet[], { ranks }: Priorities): RankedBet[] {
  const byId = new Map(bets.map((bet) => [bet.id, bet]))
  return ranks.map((rank) => ({ ...byId.get(rank.id)!, ...rank }))
}

function fitOf(ranked: RankedBet[], { method, seed, weeks }: ScoringPlan) {
  return weeks === undefined ? null : fitBets(ranked, { value: expressionOf(method, 'value'), seed, weeks })
}

/** `columns` holds the drawn scores of each bet. */
type Found = { columns: Float64Array[]; k: number; fit: Fit | null; method: BetScoringMethod }

function rowsOf(ranked: RankedBet[], { columns, k, fit, method }: Found): BetScore[] {
  const unknowns = unknownsOf(ranked, asProduct(expressionOf(method))!, k)
  return ranked.map(({ inputs: _, score, ...rank }, at) => {
    const own = unknowns.get(rank.id) as Unknown[]
    return {
      ...rank,
      quantiles: score,
      ...densityOf(columns[at]!, score.p95),
      unknowns: own,
      sentence: sentenceOfBet(own, k),
      chanceChosen: fit ? fit.chances.get(rank.id)! : null,
    }
  })
}

function researchOf(rows: BetScore[], columns: Float64Array[], k: number): BetScores['research'] {
  const all = rows.flatMap(({ key, unknowns }) => unknowns.map(({ input, worth }) => ({ key, input, worth })))
  const first = all.reduce((most, unknown) => (unknown.worth > most.worth ? unknown : most))
  const { key, input, worth } = first.worth > 0 ? first : { key: null, input: null, worth: 0 }
  return { key, input, worth, ceiling: ceilingOfResearch(columns, k), sentence: sentenceOfResearch(first, { k, bets: rows.length }) }
}

function capacityOf({ chosen: ids, effort, chanceFits, draws }: Fit, rows: BetScore[], weeks: number) {
  const chosen = rows.filter(({ id }) => ids.includes(id)).map(({ key }) => key)
  return { weeks, draws, chosen, effort, chanceFits, sentence: sentenceOfCapacity({ chosen, effort, weeks, chanceFits }) }
}

/** Every two of the bets to compare once, the one of the higher mean first. */
function pairsOf(rows: BetScore[], { chanceOfBeating }: Priorities, compare: readonly string[]) {
  const chosen = rows.filter(({ key }) => compare.includes(key))
  return chosen.flatMap((a, at) => chosen.slice(at + 1).map((b) => ({ a: a.key, b: b.key, chance: chanceOfBeating(a.id, b.id)! })))
}
