import { must } from '#domain/statistics/must.ts'
import { quantityMean, type UncertainQuantity } from '#domain/statistics/uncertain-quantity.ts'
import type { Range } from '../ranges.ts'
import { effectExists, formulaOf, quantityOfProbability, quantityOfRange, type ScoredBet } from './priorities.ts'

export const estimateNames = ['reach', 'impact', 'confidence', 'effort'] as const
export type EstimateName = (typeof estimateNames)[number]

export const betScoringMethods = ['rice', 'ice'] as const
export type BetScoringMethod = (typeof betScoringMethods)[number]

/** What a bet's own estimates can be scored by. The ease of ICE is read off the effort: half the weeks is twice as easy. */
export const betFormulas: Record<BetScoringMethod, { score: string; value: string }> = {
  rice: { score: formulaOf.rice, value: 'reach * impact * confidence' },
  ice: { score: 'impact * confidence / effort', value: 'impact * confidence' },
}

export type EstimatedBet = { id: string; key: string; title: string } & { [Name in EstimateName]: Range | null }
export type Lack = { input: EstimateName; sentence: string }

// Below it a bet would cost nothing, and any other would look worthless beside it.
const LEAST_EFFORT = 1e-6
const WIDEST = 1e9

/** What keeps a bet from being scored, an estimate a sentence. */
export function lacksOf(bet: EstimatedBet, names: readonly string[]): Lack[] {
  return estimateNames
    .filter((name) => names.includes(name))
    .flatMap((input) => {
      const sentence = faultOf(input, bet[input])
      return sentence ? [{ input, sentence }] : []
    })
}

function faultOf(input: EstimateName, range: Range | null): string | null {
  const name = input[0]!.toUpperCase() + input.slice(1)
  if (!range) return `${name} is not estimated yet.`
  if (input === 'effort' && range.low < LEAST_EFFORT) return 'Effort starts at 0; give it a low end above 0, since nothing takes no time.'
  if (range.low > 0 && range.high / range.low > WIDEST) return `${name} reaches from next to nothing to almost anything; narrow it down.`
  return null
}

export type NamedBet = ScoredBet & { key: string; title: string }

/** A bet whose estimates are sound as quantities to draw. Confidence is the chance that there is an effect at all. */
export function scoredBet(bet: EstimatedBet, names: readonly string[]): NamedBet {
  const { id, key, title } = bet
  const estimated = estimateNames.filter((name) => names.includes(name))
  return { id, key, title, inputs: Object.fromEntries(estimated.map((name) => [name, quantityOf(name, bet[name]!)])) }
}

function quantityOf(name: EstimateName, range: Range): UncertainQuantity {
  return name === 'confidence' ? must(effectExists(must(quantityMean(quantityOfProbability(range))))) : quantityOfRange(range)
}
