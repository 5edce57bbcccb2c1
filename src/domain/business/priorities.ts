import { z } from 'zod'
import { type Refusal, refuse } from '#domain/statistics/refusal.ts'
import type { UncertainQuantity } from '#domain/statistics/uncertain-quantity.ts'
import type { Range } from '../ranges.ts'
import { isFunctionName, readFormula } from './formula.ts'
import type { Expression } from './formula-parse.ts'

/** The ways bets can be scored: four known formulas, or one of the session's own. */
export const scoringMethods = ['rice', 'ice', 'wsjf', 'value-effort', 'formula'] as const
export type ScoringMethod = (typeof scoringMethods)[number]

/** What each method multiplies and divides; more is better. RICE: McBride 2018; ICE: Ellis; WSJF: cost of delay over size, Reinertsen 2009. */
export const formulaOf: Record<Exclude<ScoringMethod, 'formula'>, string> = {
  rice: 'reach * impact * confidence / effort',
  ice: 'impact * confidence * ease',
  wsjf: 'cost_of_delay / size',
  'value-effort': 'value / effort',
}

/** Every input a formula may read. Inputs that are probabilities end at 1. */
export const inputNames = ['reach', 'impact', 'confidence', 'effort', 'ease', 'cost_of_delay', 'size', 'value'] as const
export type InputName = (typeof inputNames)[number]

/** A session's own formula as it was written. */
export const ScoringFormula = z.string().trim().min(1, 'Write a formula.').max(500)

/**
 * The tree of a session's formula.
 * Refuses as `readFormula` does, and an input by the name of a function: ““…” is a function, so it cannot name an input.”
 */
export function readScoring(method: ScoringMethod, own?: string, inputs: readonly string[] = inputNames): Expression | Refusal {
  const taken = inputs.find(isFunctionName)
  if (taken) return refuse(`“${taken}” is a function, so it cannot name an input.`)
  return readFormula(method === 'formula' ? (own ?? '') : formulaOf[method], inputs)
}

/**
 * A range as a quantity to draw from. Without a best guess, ends above 0 are the 5 and 95 % points of a lognormal; with one, it is the
 * median between them. A range that touches 0 is a PERT between its ends.
 */
export function quantityOfRange({ low, likely, high }: Range): UncertainQuantity {
  if (low === high) return { kind: 'fixed', value: low }
  if (low > 0 && likely === undefined) return { kind: 'lognormal', low, high }
  if (low > 0) return { kind: 'skewed', low, likely: likely!, high }
  return { kind: 'pert', low, likely: likely ?? (low + high) / 2, high }
}

/** A probability's range as a PERT between its ends, which never passes 1. */
export function quantityOfProbability({ low, likely, high }: Range): UncertainQuantity {
  return low === high ? { kind: 'fixed', value: low } : { kind: 'pert', low, likely: likely ?? (low + high) / 2, high }
}

/**
 * Confidence taken at its word: the chance that the effect is there at all. The score is then 0 in that share of the draws, where a mere
 * factor would only shrink it and call a gamble safe. In: the mean of the probability, 0 to 1.
 * Refuses: “Confidence is a probability from 0 to 1.”
 */
export function effectExists(chance: number): UncertainQuantity | Refusal {
  if (!(chance >= 0 && chance <= 1)) return refuse('Confidence is a probability from 0 to 1.')
  return { kind: 'categorical', values: [0, 1], weights: [1 - chance, chance] }
}

/**
 * A step of a rough scale (1, 2, 3, 5, 8 …) as that value with half the weight and its neighbours with the rest.
 * Refuses a value that is no step: “The scale has ….”
 */
export function quantityOfStep(scale: readonly number[], said: number): UncertainQuantity | Refusal {
  const at = scale.indexOf(said)
  if (at === -1) return refuse(`The scale has ${scale.join(', ')}.`)
  const values = scale.slice(Math.max(0, at - 1), at + 2)
  return { kind: 'categorical', values, weights: values.map((value) => (value === said ? 2 : 1)) }
}

export type ScoredBet = { id: string; inputs: Readonly<Record<string, UncertainQuantity>> }

/** Bets that have every input a formula reads, and what the others lack. */
export function splitByInputs<T extends ScoredBet>(bets: readonly T[], names: readonly string[]) {
  const lacking = (bet: T) => names.filter((name) => !Object.hasOwn(bet.inputs, name))
  return {
    complete: bets.filter((bet) => lacking(bet).length === 0),
    incomplete: bets.filter((bet) => lacking(bet).length > 0).map((bet) => ({ id: bet.id, lacks: lacking(bet) })),
  }
}
