import { rateBeta, referenceClass } from '../statistics/combine-forecasts.ts'
import { betaQuantile } from '../statistics/distributions.ts'
import { must } from '../statistics/must.ts'

/** How often things like this came true: counts, and the probability to start from with the interval that holds it nine times in ten. */
export type BaseRate = { hits: number; tries: number; probability: number; low: number; high: number }
export type SettledQuestion = { decisionId: string; statement: string; reversible: boolean; outcome: boolean }

const TAIL = 0.05

/** What several people forecast in the same words about one decision is one question, however they type it. */
export function questionKey({ decisionId, statement }: { decisionId: string; statement: string }) {
  return `${decisionId} ${statement
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '')
    .toLowerCase()}`
}

/** Of the questions that were settled about decisions of the same sort, the share that came true, drawn towards that of all. Null for none. */
export function forecastBaseRate(settled: readonly SettledQuestion[], { reversible }: { reversible: boolean }): BaseRate | null {
  const questions = [...new Map(settled.map((one) => [questionKey(one), one])).values()]
  const alike = questions.filter((one) => one.reversible === reversible)
  return baseRateOf(alike, shareOf(questions))
}

/** Of the bets that got a clear verdict, the share that worked. Null for none. */
export function betBaseRate(states: readonly string[]): BaseRate | null {
  const clear = states.filter((state) => ['worked', 'did-not-work', 'harmed'].includes(state))
  return baseRateOf(clear.map((state) => ({ outcome: state === 'worked' })))
}

function baseRateOf(alike: readonly { outcome: boolean }[], overall?: number): BaseRate | null {
  if (alike.length === 0) return null
  const [hits, tries] = [alike.filter(({ outcome }) => outcome).length, alike.length]
  const { a, b } = rateBeta({ hits, tries }, overall)
  const { probability } = must(referenceClass({ hits, tries }, overall))
  return { hits, tries, probability, low: betaQuantile(TAIL, a, b), high: betaQuantile(1 - TAIL, a, b) }
}

const shareOf = (questions: readonly { outcome: boolean }[]) =>
  questions.filter(({ outcome }) => outcome).length / Math.max(1, questions.length)
