import type { Refusal } from '#domain/statistics/refusal.ts'
import { columnOf, drawScores, lognormalColumn, shareFactor, startNamedChance } from '#domain/statistics/uncertain-columns.ts'
import { findQuantityFault, logParametersOf, type UncertainQuantity } from '#domain/statistics/uncertain-quantity.ts'
import { asProduct, evaluateColumns, namesIn, type Product } from './formula.ts'
import type { Expression } from './formula-parse.ts'
import type { ScoredBet } from './priorities.ts'

/** Inputs that err together, such as everybody's optimism about effort: correlation ρ of the named input across bets. */
export type SharedError = { input: string; rho: number }

export type DrawPlan = { expression: Expression; seed: number; draws: number; shared?: SharedError }

/** Why a bet cannot be drawn, or null. Its inputs must hold every name of the formula. */
export function findInputFault(bet: ScoredBet, expression: Expression): Refusal | null {
  for (const name of namesIn(expression)) {
    const fault = findQuantityFault(bet.inputs[name]!)
    if (fault) return { refused: `${name}: ${fault.refused}` }
  }
  return null
}

/** A column of scores per bet. Each bet's draws depend on the seed and its id alone, so other bets come and go without moving them. */
export function drawBets(bets: readonly ScoredBet[], plan: DrawPlan): Float64Array[] {
  const product = asProduct(plan.expression)
  const factor = plan.shared ? drawScores(startNamedChance(plan.seed, 'shared'), plan.draws) : undefined
  const sources = bets.map((bet) => sourceOf(bet, plan, factor))
  return sources.map((source) => (product ? drawProduct(source, product) : drawFormula(source, plan.expression)))
}

type Source = { inputs: ScoredBet['inputs']; draws: number; isShared: (name: string) => boolean; scores: (name: string) => Float64Array }

function sourceOf(bet: ScoredBet, { seed, draws, shared }: DrawPlan, factor: Float64Array | undefined): Source {
  const isShared = (name: string) => name === shared?.input
  const scores = (name: string) => {
    const own = drawScores(startNamedChance(seed, `${bet.id} ${name}`), draws)
    return isShared(name) ? shareFactor(own, { factor: factor!, rho: shared!.rho }) : own
  }
  return { inputs: bet.inputs, draws, isShared, scores }
}

function drawFormula({ inputs, draws, scores }: Source, expression: Expression) {
  const columns = Object.fromEntries(namesIn(expression).map((name) => [name, columnOf(inputs[name]!, scores(name))]))
  return evaluateColumns(expression, columns, draws)
}

/** All lognormal inputs of a product are drawn as the one lognormal their product is: exact, and one draw instead of one for each. */
function drawProduct(source: Source, { factor, powers }: Product) {
  const together = [...powers].filter(([name]) => isMultiplying(source.inputs[name]!) && !source.isShared(name))
  const apart = [...powers].filter((power) => !together.includes(power))
  const column = start(source, together, factor)
  for (const [name, exponent] of apart) multiplyInto(column, columnOf(source.inputs[name]!, source.scores(name)), exponent)
  return column
}

function isMultiplying(quantity: UncertainQuantity) {
  return quantity.kind === 'lognormal' || (quantity.kind === 'fixed' && quantity.value > 0)
}

function start(source: Source, together: [string, number][], factor: number) {
  let [mu, variance] = [0, 0]
  for (const [name, exponent] of together) {
    const { mu: own, sigma } = logOf(source.inputs[name]!)
    mu += exponent * own
    variance += (exponent * sigma) ** 2
  }
  if (variance === 0) return new Float64Array(source.draws).fill(factor * Math.exp(mu))
  const column = lognormalColumn(mu, Math.sqrt(variance), source.scores('product'))
  return factor === 1 ? column : column.map((x) => factor * x)
}

function logOf(quantity: UncertainQuantity) {
  if (quantity.kind === 'fixed') return { mu: Math.log(quantity.value), sigma: 0 }
  return logParametersOf(quantity as Extract<UncertainQuantity, { kind: 'lognormal' }>)
}

function multiplyInto(column: Float64Array, other: Float64Array, exponent: number) {
  if (exponent === 1) for (let at = 0; at < column.length; at++) column[at]! *= other[at]!
  else if (exponent === -1) for (let at = 0; at < column.length; at++) column[at]! /= other[at]!
  else for (let at = 0; at < column.length; at++) column[at]! *= other[at]! ** exponent
}
